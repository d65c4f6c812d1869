//! A record is about a period that its item did not promise.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::{Occasion, Record},
    rule, text,
};

rule!(/// A record is about a period that its item did not promise.
    RULE = "S106" "unpromised-period" Warning waivable true, "unpromised_period.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Record(&RULE, check);

/// What came after the end, and what is not in use at all, is the matter of `R110`.
fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (Some(Occasion::Period(period)), Some(in_use)) = (&record.occasion, facts.in_use(&record.item)) else { return };
    let (first, last) = (period.first_day(), period.last_day());
    if in_use.touches(first, last) || in_use.to.is_some_and(|to| to < first) {
        return;
    }
    let message = if last < in_use.from {
        text!(
            "事项自 {} 起才开始公开，没有承诺这一期",
            "the item began on {}: this period was not promised",
            in_use.from
        )
    } else {
        text!("事项在这一期暂停，没有承诺这一期", "the item was suspended: this period was not promised")
    };
    findings.at(period.span, message).of_period(&period.value);
}
