//! A record says it was published, formed or revised on a day yet to come.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::Record,
    rule, text,
};

rule!(/// A record says it was published, formed or revised on a day yet to come.
    RULE = "R106" "future-date" Error, "future_date.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let today = facts.as_of.0;
    let revised = record.revisions.iter().filter_map(|revision| revision.on.as_ref());
    let dates = [&record.published_on, &record.formed_on].into_iter().flatten().chain(revised);
    for date in dates.filter(|date| date.value > today) {
        findings
            .at(date.span, text!("{} 还没有到（今天是 {today}）", "{} is still to come (today is {today})", date.value))
            .help(text!("到了那天再填写，不能预先填写", "write it on the day itself, not before"));
    }
}
