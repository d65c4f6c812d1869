//! An important power was exercised, says a record, and no form shows how.

use chrono::NaiveDate;

use super::EXERCISE_MISSING;
use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    kinds::{Exercise, Item, Occasion, Record},
    rule, text,
    words::{Every, Period, Timing},
};

rule!(RULE = "G108" "exercise-missing" Warning waivable true, "exercise_missing.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

/// Which forms count for a record: those that began in its period, or with a stage in the half-year of its event up to
/// the day of publication.
fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    debug_assert_eq!(RULE.code, EXERCISE_MISSING, "it is no mistake where a form can't be read");
    let Some(item) = facts.item(&record.item).filter(|item| item.is_important()) else { return };
    if record.nil || facts.published(record).is_none() || is_start(record, item) {
        return;
    }
    let Some((from, to, span)) = wanted(record) else { return };
    let in_time = |day: NaiveDate| from <= day && day <= to;
    let counts = |exercise: &&Exercise| {
        let mut days = facts.stages(exercise).into_iter().filter_map(|stage| stage.on.as_ref()).map(|on| on.value);
        match record.occasion {
            Some(Occasion::Period(_)) => days.next().is_some_and(in_time),
            _ => days.any(in_time),
        }
    };
    if facts.exercises().filter(|exercise| *exercise.item == record.item).any(|exercise| counts(&exercise)) {
        return;
    }
    findings
        .at(
            span,
            text!(
                "重要权力从 {from} 到 {to} 没有一份登记表",
                "an important power without a single form from {from} to {to}"
            ),
        )
        .help(text!(
            "每次行使在 exercises/ 填一份登记表；没有行使的，记录写 nil = true",
            "write a form in exercises/ for each time it was exercised; where it was not, the record says nil = true"
        ));
}

/// Whether it discloses that a periodic item is exercised from now on: nothing need have been done yet.
fn is_start(record: &Record, item: &Item) -> bool {
    let periodic = item.schedule.as_ref().is_some_and(|schedule| matches!(schedule.timing, Timing::Every(_)));
    periodic && matches!(record.occasion, Some(Occasion::Event(_)))
}

/// The days of which a form is looked for, and the place that says so.
fn wanted(record: &Record) -> Option<(NaiveDate, NaiveDate, Span)> {
    match record.occasion.as_ref()? {
        Occasion::Period(period) => Some((period.value.first_day(), period.value.last_day(), period.span)),
        Occasion::Event(day) => {
            let half = Period::containing(Every::HalfYear, day.value);
            let published = record.published_on.as_ref().map_or(half.last_day(), |on| on.value);
            Some((half.first_day(), half.last_day().min(published), day.span))
        }
    }
}
