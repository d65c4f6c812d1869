//! When something is owed, and by when.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Every, On, wording::length};
use crate::{
    diag::Spanned,
    read::{Fields, Grammar, Key, UNKNOWN_WORD},
    text::{Lang, Word},
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// When something is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// After every period.
    Every(Every),
    /// After every event, or standing.
    On(On),
}

/// 时限: by when it is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So long after the period's end or the event.
    Within(Within),
    /// By a day of the calendar; only of what is periodic.
    By(MonthDay),
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 日: whatever they are.
    Days,
    /// 工作日
    Workdays,
    /// 月: to the day of the same number (民法典第二百零二条).
    Months,
}

/// A day named in the calendar: day `day` of the `months`-th month after the period's end. A month may have fewer days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// Which month after the period's end, from 1.
    pub months: u32,
    /// Day of the month, from 1.
    pub day: u32,
}

/// Whatever the wordings have of lengths of time ends in one of these.
static LENGTH: Grammar = Grammar {
    zh: "一段时间",
    en: "a length of time",
    pattern: "([0-9０-９〇零一二两三四五六七八九十百].*(日|天|周|星期|月|day|days|workday|workdays)|半个月)",
    examples: &["20个工作日", "20日", "1个月"],
    rule: &UNKNOWN_WORD,
};

impl Within {
    /// As a page shows it: 20个工作日内.
    pub fn shown(self, lang: Lang) -> String {
        let Self { count, unit } = self;
        let (zh, en) = match unit {
            Unit::Days => ("日", "day"),
            Unit::Workdays => ("个工作日", "working day"),
            Unit::Months => ("个月", "month"),
        };
        let s = if count == 1 { "" } else { "s" };
        lang.pick(format!("{count}{zh}内"), format!("within {count} {en}{s}"))
    }

    /// Whether it gives more time; in other units by their calendar days, roughly: 5 working days are 7, a month is 30.
    pub fn is_longer_than(self, other: Self) -> bool {
        if self.unit == other.unit { self.count > other.count } else { self.in_days() > other.in_days() }
    }

    fn in_days(self) -> u32 {
        match self.unit {
            Unit::Days => self.count,
            Unit::Workdays => self.count.saturating_add(self.count / 5 * 2),
            Unit::Months => self.count.saturating_mul(30),
        }
    }

    /// A length of time at a key.
    pub(crate) fn read(fields: &mut Fields<'_, '_>, key: &'static Key) -> Option<Spanned<Self>> {
        fields.parsed(key, &LENGTH, Self::parse)
    }

    /// `20 workdays`, `20 days`, `20个工作日`, `20日`, `二十日`, `1个月`, each with 内 or not.
    pub fn parse(text: &str) -> Option<Self> {
        length(text)
    }
}

impl MonthDay {
    /// As a page shows it, of a timing: 每年1月31日前.
    pub fn shown(self, timing: Timing, lang: Lang) -> String {
        let Self { months, day } = self;
        match timing {
            Timing::Every(Every::Year) => {
                let named = usize::try_from(months).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).unwrap_or(&"");
                lang.pick(format!("{months}月{day}日前"), format!("by {day} {named}"))
            }
            Timing::Every(Every::Month) => {
                lang.pick(format!("次月{day}日前"), format!("by day {day} of the following month"))
            }
            _ => lang.pick(format!("首月{day}日前"), format!("by day {day} of the month after")),
        }
    }

    /// The day after a period's last one; of a shorter month the last.
    pub fn after(self, end: NaiveDate) -> NaiveDate {
        let month = end.with_day(1).expect("every month has a first") + Months::new(self.months);
        let last = month + Months::new(1) - Days::new(1);
        month.with_day(self.day).unwrap_or(last)
    }
}

impl Timing {
    /// Whether a limit's own timing fits: it may name the event, but no other period.
    pub(crate) fn agrees(self, implied: Self) -> bool {
        matches!((self, implied), (Self::On(_), Self::On(On::Event))) || self == implied
    }

    /// The word that officials write.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Every(Every::Month) => "每月公开",
            Self::Every(Every::Quarter) => "每季度公开",
            Self::Every(Every::HalfYear) => "半年一公开",
            Self::Every(Every::Year) => "每年公开",
            Self::On(On::Event) => "随时公开",
            Self::On(On::Standing) => "长期公开",
        }
    }

    /// The English label.
    pub fn en(self) -> &'static str {
        match self {
            Self::Every(every) => every.en(),
            Self::On(on) => on.en(),
        }
    }
}
