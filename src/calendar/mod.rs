//! Working days: which days are worked, and on which day a period of days ends.

mod days;

pub use days::{DayKind, named};

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::{
    kinds::CalendarYear,
    words::{Unit, Within},
};

/// The day that counts as today. Handed in, never read from a clock here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AsOf(pub NaiveDate);

/// The last day on which something is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// The day.
    pub on: NaiveDate,
    /// 暂定: it was counted over days of a year whose holidays are not announced yet, or not entered.
    pub provisional: bool,
}

impl Deadline {
    /// A day that was named, not counted.
    pub fn fixed(on: NaiveDate) -> Self {
        Self { on, provisional: false }
    }
}

/// A deadline needs the days off of a year that has no file, although one of a later year is there, or none at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingYear(pub i32);

/// The days off of several years.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

#[derive(Clone, Debug)]
struct Year {
    provisional: bool,
    /// For each day of the year, whether it is worked.
    worked: Vec<bool>,
}

impl Calendar {
    /// From the years that were authored. Of two of one year the last counts.
    pub fn of<'y>(years: impl IntoIterator<Item = &'y CalendarYear>) -> Self {
        Self { years: years.into_iter().map(|year| (year.year, Year::of(year))).collect() }
    }

    /// Whether a day is worked, and whether that is provisional. Of a year after the last one with a file it is: its
    /// notice may not be out, and no date alone may stop a build. A year before or between must have its file.
    fn worked(&self, day: NaiveDate) -> Result<(bool, bool), MissingYear> {
        let year = day.year();
        match self.years.get(&year) {
            Some(known) => Ok((known.worked[day.ordinal0() as usize], known.provisional)),
            None if self.is_ahead(year) => Ok((!is_statutory(day) && day.weekday().number_from_monday() < 6, true)),
            None => Err(MissingYear(year)),
        }
    }

    /// Whether a year comes after every one with a file.
    pub fn is_ahead(&self, year: i32) -> bool {
        self.years.last_key_value().is_some_and(|(last, _)| *last < year)
    }

    /// Whether a day is worked: Monday to Friday, less the days off, with the make-up days. Of a year after the last one
    /// with a file that is provisional.
    ///
    /// # Errors
    /// No file for its year, nor for one before it alone.
    pub fn is_workday(&self, day: NaiveDate) -> Result<bool, MissingYear> {
        self.worked(day).map(|(worked, _)| worked)
    }

    /// The last day of a period of days that begins with what happened on `start`.
    ///
    /// Counting starts the next day (民法典第二百零一条). A period in months ends on the day of the same number, of a
    /// shorter month on the last (第二百零二条). One in days or months that ends on a day off runs to the next working
    /// day (第二百零三条); a make-up workday is none. Of a period in working days only those count.
    ///
    /// # Errors
    /// A day that decides it lies in a year without a file, before or between those that have one.
    pub fn after(&self, start: NaiveDate, within: Within) -> Result<Deadline, MissingYear> {
        // Of days and months those on the way count whatever they are; the first that matters is the last one.
        let (mut on, mut left) = match within.unit {
            Unit::Workdays => (start, within.count),
            Unit::Days => (start + Days::new(u64::from(within.count) - 1), 1),
            Unit::Months => (start + Months::new(within.count) - Days::new(1), 1),
        };
        let mut provisional = false;
        while left > 0 {
            on = on.succ_opt().ok_or(MissingYear(on.year()))?;
            let (worked, assumed) = self.worked(on)?;
            provisional |= assumed;
            left -= u32::from(worked);
        }
        Ok(Deadline { on, provisional })
    }
}

impl Year {
    fn of(authored: &CalendarYear) -> Self {
        let worked = named(authored).map(|(_, kind, _)| kind.is_worked()).collect();
        Self { provisional: authored.is_provisional(), worked }
    }
}

/// The days off that the law itself sets by a date of this calendar (《全国年节及纪念日放假办法》第二条, 国务院令第795号): 元旦, 劳动节,
/// 国庆节. Those of the old calendar move, and only a file has them.
fn is_statutory(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3))
}

/// Every day of a year.
pub fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    first.into_iter().flat_map(|first| first.iter_days()).take_while(move |day| day.year() == year)
}
