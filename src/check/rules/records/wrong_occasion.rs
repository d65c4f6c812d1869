//! A record of a periodic item has no period, or one of an event item has.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Occasion, Record},
    rule,
    schedule::started_later,
    text,
    words::{On, Timing},
};

rule!(RULE = "R108" "wrong-occasion" Error waivable true, "wrong_occasion.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(item) = facts.item(&record.item) else { return };
    let Some(schedule) = &item.schedule else { return };
    match (&record.occasion, schedule.timing) {
        // A power that was listed before it was exercised is disclosed when it starts (实施方案第四部分).
        (Some(Occasion::Event(day)), Timing::Every(_)) if started_later(item) != Some(day.value) => {
            findings
                .at(day.span, text!("这个事项定期公开，应当写 period", "this item is periodic: write period"))
                .see(schedule.place, text!("公开时间在这里规定", "its schedule"));
        }
        (Some(Occasion::Period(period)), Timing::Every(every)) if period.every != every => {
            findings
                .at(
                    period.span,
                    text!(
                        "{} 与公开时间「{}」不符",
                        "{} does not fit the schedule “{}”",
                        period.value,
                        schedule.timing.zh()
                    ),
                )
                .see(schedule.place, text!("公开时间在这里规定", "its schedule"));
        }
        (Some(Occasion::Period(period)), Timing::On(On::Event)) => {
            findings
                .at(
                    period.span,
                    text!(
                        "这个事项随时公开，应当写 occurred_on",
                        "this item is disclosed as it happens: write occurred_on"
                    ),
                )
                .see(schedule.place, text!("公开时间在这里规定", "its schedule"));
        }
        _ => {}
    }
}
