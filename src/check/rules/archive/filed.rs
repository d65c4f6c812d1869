//! What goes into the archive: every published record, and every exercise of which a stage was published.

use chrono::NaiveDate;

use crate::{
    check::Facts,
    diag::{Reach, Span},
    read::{Date, FieldText},
};

/// Something that was disclosed.
pub(super) struct Filed<'c> {
    pub reach: Reach,
    /// Its title.
    pub title: Span,
    pub number: Option<&'c FieldText>,
    /// 公开时间; of an exercise that of the stage that came first.
    pub published: &'c Date,
}

/// Everything that was disclosed to anyone up to the day of the check.
pub(super) fn all<'c>(facts: &Facts<'c>) -> Vec<Filed<'c>> {
    let today = facts.as_of.0;
    let records = facts.records().filter_map(|record| {
        let published = facts.published(record)?;
        let number = record.archive_no.reveal(&facts.clearance).as_ref();
        Some(Filed { reach: record.reach, title: record.title.span, number, published })
    });
    let exercises = facts.exercises().filter_map(|exercise| {
        let published = exercise.stages.iter().filter_map(|stage| stage.published_on.as_ref());
        let published = published.min_by_key(|on| on.value)?;
        let (reach, title) = (exercise.reach, exercise.subject.span);
        Some(Filed { reach, title, number: exercise.archive_no.reveal(&facts.clearance).as_ref(), published })
    });
    records.chain(exercises).filter(|filed| filed.published.value <= today).collect()
}

/// The year and the number of `2026-014`.
pub(super) fn parse(number: &str) -> Option<(i32, u32)> {
    let (year, nth) = number.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let sound = year.len() == 4 && nth.len() >= 3 && digits(year) && digits(nth);
    let nth: u32 = sound.then(|| nth.parse().ok()).flatten()?;
    Some((year.parse().ok()?, nth)).filter(|(_, nth)| *nth > 0)
}

/// The year in which archive numbers count a day.
pub(super) fn year(day: NaiveDate) -> i32 {
    chrono::Datelike::year(&day)
}
