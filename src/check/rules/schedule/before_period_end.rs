//! A record says what happened in a period that was not over.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::{Occasion, Record},
    rule, text,
};

rule!(/// A record says what happened in a period that was not over.
    RULE = "S105" "before-period-end" Warning waivable true, "before_period_end.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(Occasion::Period(period)) = &record.occasion else { return };
    let end = period.last_day();
    let published = record.published_on.as_ref().filter(|on| on.value <= end).map(|on| ("发布", "published", on));
    let formed = record.formed_on.as_ref().filter(|on| on.value < end).map(|on| ("成文", "formed", on));
    let early = published.or(formed);
    if let Some((zh, en, on)) = early {
        let (day, about) = (on.value, period.value);
        let message =
            text!("{about} 到 {end} 才结束，{day} 已经{zh}", "{about} ends on {end}, but this was {en} on {day}");
        findings.at(on.span, message).of_period(&period.value).see(period.span, text!("期间", "the period"));
    }
}
