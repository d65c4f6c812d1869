//! A period that a periodic item discloses for.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

use super::Every;
use crate::{
    diag::Spanned,
    read::{Fields, Grammar, Key, WRONG_TYPE, YEARS},
    text::Lang,
};

/// A month, quarter, half-year or year: written `2026-07`, `2026-Q1`, `2026-H1`, `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// Its length.
    pub every: Every,
    /// Which one in the year, from 1.
    pub nth: u32,
}

static PERIOD: Grammar = Grammar {
    zh: "期间",
    en: "a period",
    pattern: "^\\s*(19[4-9][0-9]|20[0-9]{2}|21[0-9]{2})(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?\\s*$",
    examples: &["2026-07", "2026-Q1", "2026-H1", "2026"],
    rule: &WRONG_TYPE,
};

impl Period {
    /// Reads a period. `None` where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = text.trim().split_once('-').unwrap_or((text.trim(), ""));
        let year = year_named(year)?;
        let (every, digits) = match part.as_bytes().first() {
            None => (Every::Year, "1"),
            Some(b'H') => (Every::HalfYear, &part[1..]),
            Some(b'Q') => (Every::Quarter, &part[1..]),
            Some(_) => (Every::Month, part),
        };
        let width = if every == Every::Month { 2 } else { 1 };
        let is_number = digits.len() == width && digits.bytes().all(|b| b.is_ascii_digit());
        let nth = digits.parse().ok().filter(|n| is_number && (1..=12 / months(every)).contains(n))?;
        Some(Self { year, every, nth })
    }

    /// Reads the field of a period; one that is none is reported.
    pub(crate) fn read(fields: &mut Fields<'_, '_>, key: &'static Key) -> Option<Spanned<Self>> {
        fields.parsed(key, &PERIOD, Self::parse)
    }

    /// The period of a length that a day lies in.
    pub fn containing(every: Every, day: NaiveDate) -> Self {
        Self { year: day.year(), every, nth: day.month0() / months(every) + 1 }
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }

    /// Whether they have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    /// The one after it.
    pub fn next(self) -> Self {
        Self::containing(self.every, self.last_day() + Days::new(1))
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        let month = (self.nth - 1) * months(self.every) + 1;
        NaiveDate::from_ymd_opt(self.year, month, 1).expect("a month of a checked year")
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let next = self.first_day() + chrono::Months::new(months(self.every));
        next - Days::new(1)
    }

    /// As a page shows it: 2026年上半年, 2026年第1季度, 2026年7月, 2026年.
    pub fn shown(self, lang: Lang) -> String {
        let Self { year, every, nth } = self;
        match (every, lang) {
            (Every::Year, Lang::Zh) => format!("{year}年"),
            (Every::HalfYear, Lang::Zh) => {
                format!("{year}年{}半年", if nth == 1 { "上" } else { "下" })
            }
            (Every::Quarter, Lang::Zh) => format!("{year}年第{nth}季度"),
            (Every::Month, Lang::Zh) => format!("{year}年{nth}月"),
            (Every::HalfYear, Lang::En) => format!("{} half of {year}", if nth == 1 { "First" } else { "Second" }),
            (_, Lang::En) => self.to_string(),
        }
    }

    /// The year that lists put it under: that of its last day.
    pub fn end_year(self) -> i32 {
        self.last_day().year()
    }
}

fn months(every: Every) -> u32 {
    match every {
        Every::Month => 1,
        Every::Quarter => 3,
        Every::HalfYear => 6,
        Every::Year => 12,
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, every, nth } = self;
        match every {
            Every::Year => write!(f, "{year}"),
            Every::HalfYear => write!(f, "{year}-H{nth}"),
            Every::Quarter => write!(f, "{year}-Q{nth}"),
            Every::Month => write!(f, "{year}-{nth:02}"),
        }
    }
}

/// The year that a file's name says: four digits, of [`YEARS`].
pub fn year_named(stem: &str) -> Option<i32> {
    let is_year = stem.len() == 4 && stem.bytes().all(|b| b.is_ascii_digit());
    stem.parse().ok().filter(|year| is_year && YEARS.contains(year))
}
