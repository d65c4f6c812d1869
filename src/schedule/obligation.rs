//! One promise with its window and its state.

use chrono::NaiveDate;

use crate::{
    calendar::Deadline,
    model::{Act, Audience, Item, Period, Record, State, Waiver},
    text,
    text::{Lang, Text},
};

impl State {
    /// Whether it still has to be met.
    pub fn is_open(self) -> bool {
        !self.is_kept() && self != Self::Late
    }

    /// Whether it was met in time.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::OnTime | Self::Nil)
    }
}

/// What a promise is about.
#[derive(Clone, Copy, Debug)]
pub enum Owed<'c> {
    /// A period of a periodic item.
    Period(Period),
    /// An event that has its record, be it a draft.
    Event(NaiveDate, &'c Record),
    /// The start of a power: a standing one, or one that had been listed as 暂未开展.
    Start(NaiveDate),
    /// 长期: a standing record has to be confirmed again; since when it holds.
    Confirm(NaiveDate, &'c Record),
}

/// One promise.
#[derive(Clone, Debug)]
pub struct Obligation<'c> {
    /// Of which item.
    pub item: &'c Item,
    /// Owed to whom.
    pub audience: Audience,
    /// For what.
    pub owed: Owed<'c>,
    /// The first day of its window.
    pub opens: NaiveDate,
    /// The last day of its window.
    pub due: Deadline,
    /// How it stands.
    pub state: State,
    /// The record that met it.
    pub record: Option<&'c Record>,
    /// When that was published, or confirmed.
    pub published_on: Option<NaiveDate>,
    /// How many days after the deadline it came, or is missing by now.
    pub days_late: u32,
    /// The record that is being prepared.
    pub draft: Option<&'c Record>,
    /// What has to be done next, where it is open and its time has come.
    pub act: Option<Act>,
    /// The waiver that waives it.
    pub waiver: Option<&'c Waiver>,
    /// Where the deadline comes from.
    pub basis: Text,
}

impl Owed<'_> {
    /// What it is called among the promises of its item; it never changes.
    pub fn key(&self) -> String {
        match self {
            Self::Period(period) => period.to_string().to_lowercase(),
            Self::Event(_, record) => format!("event.{}", record.id),
            Self::Start(_) => "start".to_owned(),
            Self::Confirm(since, record) => format!("confirm.{}.{since}", record.id),
        }
    }

    /// The period, where it is one.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Period(period) => Some(*period),
            _ => None,
        }
    }

    /// The file below `content/` that a waiver of it names.
    pub fn file(&self, item: &Item) -> String {
        match self {
            Self::Event(_, record) | Self::Confirm(_, record) => format!("records/{}/{}.md", item.id, record.id),
            Self::Period(_) | Self::Start(_) => format!("items/{}.toml", item.id),
        }
    }

    /// The day of the event, where it is one.
    pub fn event(&self) -> Option<NaiveDate> {
        match self {
            Self::Period(_) => None,
            Self::Event(on, _) | Self::Start(on) | Self::Confirm(on, _) => Some(*on),
        }
    }

    /// What it is about, in words.
    pub fn shown(&self) -> Text {
        match self {
            Self::Period(period) => Text { zh: period.shown(Lang::Zh), en: period.shown(Lang::En) },
            Self::Event(on, record) => text!("{on} {}", "{on} {}", record.title.value),
            Self::Start(on) => text!("{on} 开展", "start on {on}"),
            Self::Confirm(since, record) => {
                let title = &record.title.value;
                text!("《{title}》自 {since} 起的再次确认", "“{title}”, confirmed last on {since}")
            }
        }
    }
}
