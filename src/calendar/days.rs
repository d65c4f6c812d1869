//! The days of one authored year, with what made each of them a day off or a make-up workday.

use chrono::{Datelike, NaiveDate};

use super::days_of;
use crate::kinds::CalendarYear;

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayKind {
    /// Monday to Friday, worked.
    Workday,
    /// A weekend day, off.
    Weekend,
    /// 放假
    Holiday,
    /// 调休上班
    MakeUp,
}

impl DayKind {
    /// Whether it is worked.
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Workday | Self::MakeUp)
    }
}

/// Every day of a year: what it is, and the holiday that made it so.
pub fn named(year: &CalendarYear) -> impl Iterator<Item = (NaiveDate, DayKind, Option<&str>)> {
    days_of(year.year).map(|day| {
        let made_up = year.holidays.iter().find(|h| h.workdays.iter().any(|d| d.value == day));
        let off = year.holidays.iter().find(|h| match (&h.from, &h.to) {
            (Some(from), Some(to)) => from.value <= day && day <= to.value,
            _ => false,
        });
        match (made_up, off) {
            (Some(holiday), _) => (day, DayKind::MakeUp, Some(holiday.name.as_str())),
            (None, Some(holiday)) => (day, DayKind::Holiday, Some(holiday.name.as_str())),
            (None, None) if day.weekday().number_from_monday() < 6 => (day, DayKind::Workday, None),
            (None, None) => (day, DayKind::Weekend, None),
        }
    })
}
