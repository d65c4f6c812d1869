//! A record is about a period that its item did not promise.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Occasion, Record},
    rule, text,
};

rule!(RULE = "S106" "unpromised-period" Warning waivable true, "unpromised_period.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);

/// What came after the end, and what is not in use at all, is the matter of `R110`.
fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (Some(Occasion::Period(period)), Some(item)) = (&record.occasion, facts.item(&record.item)) else { return };
    let Some(in_use) = facts.in_use(&record.item) else { return };
    let (first, last) = (period.first_day(), period.last_day());
    if in_use.touches(first, last) || in_use.to.is_some_and(|to| to < first) {
        return;
    }
    let (message, since) = if last < in_use.from {
        let from = in_use.from;
        let message = text!(
            "事项自 {from} 起才有公开的义务，没有承诺这一期",
            "the item is in use since {from}: this period was not promised"
        );
        (message, item.started_on.as_ref().map(|on| (on.span, text!("开展日期", "the start"))))
    } else {
        let message =
            text!("事项在这一期一直暂停，没有承诺这一期", "the item was suspended: this period was not promised");
        (message, item.suspended_on.as_ref().map(|on| (on.span, text!("暂停日期", "the suspension"))))
    };
    let finding = findings.at(period.span, message).of_period(&period.value);
    if let Some((span, label)) = since {
        finding.see(span, label);
    }
    finding.help(text!(
        "期间写错的改正；事项的日期写错的，改正事项",
        "correct the period, or the item's date if that is wrong"
    ));
}
