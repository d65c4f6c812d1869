//! Something that is written as done has a date that is yet to come.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    read::Named,
    rule, text,
};

rule!(RULE = "R106" "future-date" Error, "future_date.md");

/// As an error that can't be waived it keeps what is dated ahead from the public site until its day.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let today = facts.as_of.0;
    for mention in facts.mentions() {
        let Named::Past(day) = mention.what else { continue };
        if day > today {
            let message = text!("{day} 还没有到（今天是 {today}）", "{day} is still to come (today is {today})");
            findings
                .at_reach(mention.reach, mention.span, message)
                .help(text!("到了那天再填写，不能预先填写", "write it on the day itself, not before"));
        }
    }
}
