//! When an item was in use: from its start to its end, less a pause.

use chrono::NaiveDate;

use super::Account;
use crate::{
    kinds::{Item, Occasion},
    words::Status,
};

/// The days on which an item was in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InUse {
    /// The first day.
    pub from: NaiveDate,
    /// 终止: the last day.
    pub to: Option<NaiveDate>,
    /// 暂停: the first day of the pause, and the day on which it was taken up again.
    pub pause: Option<(NaiveDate, Option<NaiveDate>)>,
}

impl InUse {
    /// When the item of an account was in use; `None` if it never was (暂未开展).
    ///
    /// An item without `started_on` counts from its first record, else from the day that counts as today.
    pub fn of(account: &Account<'_>, as_of: NaiveDate) -> Option<Self> {
        let item = account.item;
        if item.status.value == Status::NotStarted {
            return None;
        }
        let first_record = || account.entries.iter().filter_map(|e| e.record.occasion.as_ref()).map(first_day).min();
        let from = item.started_on.as_ref().map(|day| day.value).or_else(first_record).unwrap_or(as_of);
        let day = |date: &Option<crate::read::Date>| date.as_ref().map(|date| date.value);
        let to = day(&item.terminated_on).filter(|_| item.status.value == Status::Terminated);
        let pause = day(&item.suspended_on).map(|on| (on, day(&item.resumed_on)));
        Some(Self { from, to, pause })
    }

    /// Whether it was in use on any day from `first` to `last`.
    pub fn touches(&self, first: NaiveDate, last: NaiveDate) -> bool {
        let (first, last) = (first.max(self.from), self.to.map_or(last, |to| to.min(last)));
        let paused = self.pause.is_some_and(|(on, again)| on <= first && again.is_none_or(|again| last < again));
        first <= last && !paused
    }

    /// The first day from `day` on that it is in use; `None` if it is not again.
    pub fn from_then_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let day = day.max(self.from);
        let first = match self.pause {
            Some((on, again)) if on <= day => again?.max(day),
            _ => day,
        };
        self.touches(first, first).then_some(first)
    }
}

/// The day on which an item that had been listed as 暂未开展 was started: it was added before.
pub(crate) fn started_later(item: &Item) -> Option<NaiveDate> {
    let added =
        item.changes.iter().filter(|c| c.kind.as_ref().is_some_and(|k| k.value == crate::words::ChangeKind::Added));
    let listed = added.filter_map(|c| c.on.as_ref()).map(|on| on.value).min()?;
    item.started_on.as_ref().map(|on| on.value).filter(|started| listed < *started)
}

fn first_day(occasion: &Occasion) -> NaiveDate {
    match occasion {
        Occasion::Period(period) => period.first_day(),
        Occasion::Event(day) => day.value,
    }
}
