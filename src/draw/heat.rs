//! The calendar of a year: twelve months of weeks, each day with what was due on it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use crate::{
    calendar::{DayKind, days_of},
    text::{Label, Lang, Word},
    words::State,
};

/// Width and height of a day's cell, and the height of the line with the days of the week.
const CELL: (u32, u32) = (24, 30);
const HEAD: u32 = 18;

/// The worst first: what a day shows where its promises stand differently.
const WORST: [State; 7] =
    [State::Overdue, State::Late, State::DueSoon, State::Waived, State::Upcoming, State::OnTime, State::Nil];

/// The drawing of a year.
#[derive(Serialize)]
pub(crate) struct Heat {
    pub months: Vec<Month>,
    /// The days of the week, Monday first, and where they stand.
    pub weekdays: Vec<(u32, &'static str)>,
    pub width: u32,
    /// Whether the year's days off are known.
    pub known: bool,
    /// The states that it shows, for the legend, worst first.
    pub states: Vec<Label>,
}

#[derive(Serialize)]
pub(crate) struct Month {
    pub number: u32,
    pub name: String,
    pub height: u32,
    /// Its days with deadlines, in order.
    pub due: Vec<Due>,
    pub total: usize,
    pub cells: Vec<Cell>,
}

/// A day on which something was due.
#[derive(Clone, Serialize)]
pub(crate) struct Due {
    pub on: NaiveDate,
    pub total: usize,
    /// How many stand how, worst first.
    pub states: Vec<(Label, usize)>,
}

#[derive(Serialize)]
pub(crate) struct Cell {
    pub x: u32,
    pub y: u32,
    pub day: u32,
    /// `worked`, `off`, `made-up`, or `unknown`.
    pub kind: &'static str,
    /// The worst state of what was due; absent where nothing was.
    pub state: Option<&'static str>,
    pub count: usize,
}

/// What was due on each day: of every promise its deadline, and how it stands.
pub(crate) fn by_day(promises: impl IntoIterator<Item = (NaiveDate, State, Label)>) -> BTreeMap<NaiveDate, Due> {
    let mut days: BTreeMap<NaiveDate, Vec<(State, Label)>> = BTreeMap::new();
    for (due, state, label) in promises {
        days.entry(due).or_default().push((state, label));
    }
    days.into_iter().map(|(on, promises)| (on, Due::of(on, &promises))).collect()
}

impl Due {
    fn of(on: NaiveDate, promises: &[(State, Label)]) -> Self {
        let mut states: Vec<(Label, usize)> = Vec::new();
        for state in WORST {
            for (_, label) in promises.iter().filter(|(other, _)| *other == state) {
                match states.iter_mut().find(|(other, _)| other.text == label.text) {
                    Some((_, count)) => *count += 1,
                    None => states.push((*label, 1)),
                }
            }
        }
        Self { on, total: promises.len(), states }
    }
}

impl Heat {
    /// Draws a year; `days` are what its days are, where that is known. Weekends of an unknown year are not guessed.
    pub(crate) fn of(year: i32, days: Option<&[DayKind]>, due: &BTreeMap<NaiveDate, Due>, lang: Lang) -> Self {
        let mut months: Vec<Month> = Vec::with_capacity(12);
        for on in days_of(year) {
            if on.day() == 1 {
                months.push(Month::of(on, lang));
            }
            let Some(month) = months.last_mut() else { continue };
            month.add(on, days.and_then(|days| days.get(on.ordinal0() as usize)).copied(), due.get(&on));
        }
        let names = lang.pick(["一", "二", "三", "四", "五", "六", "日"], ["M", "T", "W", "T", "F", "S", "S"]);
        let is_shown =
            |state: &&State| due.values().flat_map(|d| &d.states).any(|(label, _)| label.id == state.token());
        Self {
            months,
            weekdays: (0..).map(|n| n * CELL.0 + CELL.0 / 2).zip(names).collect(),
            width: 7 * CELL.0,
            known: days.is_some(),
            states: WORST.iter().filter(is_shown).map(|state| state.label(lang)).collect(),
        }
    }
}

impl Month {
    fn of(first: NaiveDate, lang: Lang) -> Self {
        let name = lang.pick(format!("{}月", first.month()), first.format("%B").to_string());
        Self { number: first.month(), name, height: HEAD, due: Vec::new(), total: 0, cells: Vec::new() }
    }

    fn add(&mut self, on: NaiveDate, kind: Option<DayKind>, due: Option<&Due>) {
        let first = on.with_day(1).map_or(Weekday::Mon, |first| first.weekday());
        let place = on.day0() + first.num_days_from_monday();
        let (x, y) = (place % 7 * CELL.0, HEAD + place / 7 * CELL.1);
        self.height = self.height.max(y + CELL.1);
        self.total += due.map_or(0, |d| d.total);
        self.due.extend(due.cloned());
        self.cells.push(Cell {
            x,
            y,
            day: on.day(),
            kind: match kind {
                Some(DayKind::Workday) => "worked",
                Some(DayKind::Weekend | DayKind::Holiday) => "off",
                Some(DayKind::MakeUp) => "made-up",
                None => "unknown",
            },
            state: due.and_then(|d| d.states.first()).map(|(label, _)| label.id),
            count: due.map_or(0, |d| d.total),
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Heat;
    use crate::text::Lang;

    #[test]
    fn a_year_without_a_calendar_has_no_days_off() {
        let heat = Heat::of(2028, None, &BTreeMap::new(), Lang::Zh);
        let cells = || heat.months.iter().flat_map(|m| &m.cells);
        assert_eq!((heat.months.len(), cells().count(), heat.known), (12, 366, false));
        assert!(cells().all(|cell| cell.kind == "unknown" && cell.state.is_none()));
    }

    #[test]
    fn days_stand_below_their_weekday() {
        let heat = Heat::of(2026, None, &BTreeMap::new(), Lang::En);
        let first = &heat.months[1].cells[0]; // 1 February 2026 is a Sunday
        assert_eq!((first.x, first.y, heat.months[1].height), (144, 18, 18 + 5 * 30));
        assert_eq!(heat.weekdays[6], (156, "S"));
    }
}
