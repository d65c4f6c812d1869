//! Promises grouped once for all pages: by item and by the year of the deadline, and how many were kept.

use std::{cmp::Reverse, collections::BTreeMap, collections::HashMap};

use chrono::Datelike;
use serde::Serialize;

use crate::{
    edition::{PromiseView, Promises, Readership, Seen},
    words::State,
};

/// The promises of an edition.
pub(super) struct Grouped<'e> {
    /// By deadline.
    pub list: Vec<&'e PromiseView<'e>>,
    /// For each item, its promises.
    pub of_item: Vec<Vec<usize>>,
    /// For each year of a deadline, newest first, its promises.
    pub of_year: BTreeMap<Reverse<i32>, Vec<usize>>,
    /// All together.
    pub tally: Tally,
}

/// How many promises stand how.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Tally {
    /// Those that had to be met by now, or were: what a rate counts.
    pub promised: usize,
    pub on_time: usize,
    pub nil: usize,
    pub late: usize,
    pub overdue: usize,
    pub due_soon: usize,
    pub upcoming: usize,
    pub waived: usize,
    /// Absent where nothing had to be met yet.
    pub rate: Option<Rate>,
}

/// How many of the promises that count came in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Rate {
    pub kept: usize,
    pub counted: usize,
    /// Such as `88.9%`.
    pub percent: String,
}

impl<'e> Grouped<'e> {
    pub(super) fn of<A: Readership>(promises: &'e Promises<'_, A>, numbers: &HashMap<&str, usize>) -> Self {
        let list: Vec<&PromiseView<'_>> = promises.list.iter().map(|Seen { view, .. }| view).collect();
        let mut of_item = vec![Vec::new(); numbers.len()];
        let mut of_year: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, promise) in list.iter().enumerate() {
            if let Some(number) = numbers.get(promise.item) {
                of_item[*number].push(at);
            }
            of_year.entry(Reverse(promise.due.year())).or_default().push(at);
        }
        let tally = Tally::of(list.iter().copied());
        Self { list, of_item, of_year, tally }
    }
}

impl Tally {
    pub(super) fn of<'p>(promises: impl IntoIterator<Item = &'p PromiseView<'p>>) -> Self {
        let mut tally = Self::default();
        for promise in promises {
            tally.promised += usize::from(promise.counts());
            *tally.place(promise.standing) += 1;
        }
        tally.rate = Rate::of(tally.on_time + tally.nil, tally.promised);
        tally
    }

    fn place(&mut self, state: State) -> &mut usize {
        match state {
            State::OnTime => &mut self.on_time,
            State::Nil => &mut self.nil,
            State::Late => &mut self.late,
            State::Overdue => &mut self.overdue,
            State::DueSoon => &mut self.due_soon,
            State::Upcoming => &mut self.upcoming,
            State::Waived => &mut self.waived,
        }
    }
}

impl Rate {
    fn of(kept: usize, counted: usize) -> Option<Self> {
        let rounded = (kept * 2000 + counted).checked_div(counted * 2)?;
        // 100.0% is said of nothing but all, and 0.0% of nothing but none.
        let per_mille = match kept {
            0 => 0,
            _ if kept == counted => 1000,
            _ => rounded.clamp(1, 999),
        };
        Some(Self { kept, counted, percent: format!("{}.{}%", per_mille / 10, per_mille % 10) })
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[track_caller]
    fn assert_shown(kept: usize, counted: usize, expected: Option<&str>) {
        assert_eq!(Rate::of(kept, counted).map(|rate| rate.percent).as_deref(), expected);
    }

    #[test]
    fn a_rate_is_rounded_but_never_to_all_or_none() {
        assert_shown(0, 0, None);
        assert_shown(8, 9, Some("88.9%"));
        assert_shown(1, 8, Some("12.5%"));
        assert_shown(9, 9, Some("100.0%"));
        assert_shown(9_999, 10_000, Some("99.9%"));
        assert_shown(1, 10_000, Some("0.1%"));
        assert_shown(0, 7, Some("0.0%"));
    }
}
