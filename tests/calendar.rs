//! Working days: the vectors and year totals worked out by hand from the notices, and the laws of counting.

use std::{collections::BTreeSet, path::Path, sync::LazyLock};

use chrono::{Datelike, Days, NaiveDate};
use mingjing::{
    calendar::{Calendar, Deadline, MissingYear, days_of},
    diag::{FileId, Span, Spanned},
    kinds::{CalendarYear, Holiday},
    load::load,
    source::Source,
    words::{CalendarStatus, Unit, Within},
};
use proptest::prelude::*;

use crate::support::search;

/// The years of the sample site: 2024 to 2026 official, 2027 provisional.
static SAMPLE: LazyLock<Vec<CalendarYear>> =
    LazyLock::new(|| load(Source::read(Path::new(env!("CARGO_MANIFEST_DIR")))).0.calendars);

/// Start; due after 7 and 20 working days, after 7 and 20 calendar days.
const VECTORS: [[&str; 5]; 9] = [
    ["2024-02-08", "2024-02-23", "2024-03-13", "2024-02-18", "2024-02-28"],
    ["2024-06-30", "2024-07-09", "2024-07-26", "2024-07-08", "2024-07-22"],
    ["2024-12-31", "2025-01-10", "2025-02-05", "2025-01-07", "2025-01-20"],
    ["2025-06-30", "2025-07-09", "2025-07-28", "2025-07-07", "2025-07-21"],
    ["2025-09-26", "2025-10-13", "2025-10-30", "2025-10-09", "2025-10-16"],
    ["2025-12-31", "2026-01-12", "2026-01-29", "2026-01-07", "2026-01-20"],
    ["2026-02-13", "2026-03-02", "2026-03-19", "2026-02-24", "2026-03-05"],
    ["2026-06-30", "2026-07-09", "2026-07-28", "2026-07-07", "2026-07-20"],
    ["2026-09-18", "2026-09-29", "2026-10-22", "2026-09-28", "2026-10-08"],
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn workdays(days: u32) -> Within {
    Within { count: days, unit: Unit::Workdays }
}

fn calendar_days(days: u32) -> Within {
    Within { count: days, unit: Unit::Days }
}

fn sample() -> Calendar {
    Calendar::of(SAMPLE.iter())
}

/// A calendar of whole years, written day by day: those that are off, and weekend days that are worked.
fn made(years: std::ops::RangeInclusive<i32>, off: &BTreeSet<NaiveDate>, worked: &BTreeSet<NaiveDate>) -> Calendar {
    let place = Span::head(FileId(0));
    let date = |day: &NaiveDate| Spanned::new(*day, place);
    let holiday = |from: Option<NaiveDate>, workdays: Vec<_>| Holiday {
        name: Spanned::new("假日".to_owned(), place),
        from: from.map(|day| date(&day)),
        to: from.map(|day| date(&day)),
        workdays,
    };
    let year = |year: i32| {
        let of_year =
            |days: &BTreeSet<NaiveDate>| days.iter().filter(|d| d.year() == year).copied().collect::<Vec<_>>();
        let mut holidays: Vec<Holiday> = of_year(off).into_iter().map(|d| holiday(Some(d), vec![])).collect();
        holidays.push(holiday(None, of_year(worked).iter().map(date).collect()));
        CalendarYear { year, holidays, ..SAMPLE[0].clone() }
    };
    Calendar::of(&years.map(year).collect::<Vec<_>>())
}

#[test]
fn vectors_of_the_notices() {
    let calendar = sample();
    for [start, seven, twenty, seven_days, twenty_days] in VECTORS {
        let due = |within| calendar.after(day(start), within).unwrap();
        let expected = [seven, twenty, seven_days, twenty_days].map(|on| Deadline::fixed(day(on)));
        let found = [due(workdays(7)), due(workdays(20)), due(calendar_days(7)), due(calendar_days(20))];
        assert_eq!(found, expected, "from {start}");
    }
}

#[test]
fn working_days_of_each_year() {
    let calendar = sample();
    for (year, total) in [(2024, 251), (2025, 248), (2026, 248)] {
        let worked = days_of(year).filter(|on| calendar.is_workday(*on).unwrap()).count();
        assert_eq!(worked, total, "{year}");
    }
}

/// 民法典第二百零二条: the day of the same number, else the last of the month; then 第二百零三条.
#[test]
fn a_month_ends_on_the_day_of_the_same_number() {
    let calendar = sample();
    let after = |start: &str, count| calendar.after(day(start), Within { count, unit: Unit::Months }).unwrap().on;
    assert_eq!(after("2025-03-17", 1), day("2025-04-17"));
    assert_eq!(after("2024-01-31", 1), day("2024-02-29"));
    assert_eq!(after("2025-12-31", 3), day("2026-03-31"));
    assert_eq!(after("2025-08-31", 1), day("2025-09-30"));
    assert_eq!(after("2025-09-01", 1), day("2025-10-09")); // 1 October is off until the 8th
    assert_eq!(after("2026-01-28", 1), day("2026-02-28")); // a Saturday, worked
}

#[test]
fn make_up_weekend_day_is_worked_and_does_not_roll() {
    let calendar = sample();
    for made_up in SAMPLE.iter().flat_map(|year| &year.holidays).flat_map(|holiday| &holiday.workdays) {
        let on = made_up.value;
        assert!(on.weekday().number_from_monday() > 5, "{on} is a weekend day");
        assert!(calendar.is_workday(on).unwrap(), "{on}");
        assert_eq!(calendar.after(on - Days::new(7), calendar_days(7)), Ok(Deadline::fixed(on)));
    }
}

#[test]
fn year_without_a_file_before_others_is_named_and_never_guessed() {
    let without_2025 = Calendar::of(SAMPLE.iter().filter(|year| year.year != 2025));
    for (start, within, missing) in [
        ("2024-12-31", workdays(1), 2025),
        ("2024-12-25", workdays(20), 2025),
        ("2024-12-30", calendar_days(7), 2025),
        ("2023-06-30", workdays(1), 2023),
    ] {
        assert_eq!(without_2025.after(day(start), within), Err(MissingYear(missing)), "{start}");
    }
    assert_eq!(without_2025.is_workday(day("2025-03-03")), Err(MissingYear(2025)));
    assert_eq!(Calendar::default().after(day("2026-01-01"), workdays(1)), Err(MissingYear(2026)));
    // Neither the year of the start nor one that is only passed over is needed.
    assert_eq!(without_2025.after(day("2025-12-31"), workdays(20)), Ok(Deadline::fixed(day("2026-01-29"))));
    assert_eq!(without_2025.after(day("2024-12-31"), calendar_days(366)).unwrap().on, day("2026-01-04"));
}

/// 全国年节及纪念日放假办法第二条: 1 January, 1 and 2 May, 1 to 3 October are off whatever the notice says.
#[test]
fn a_year_after_all_that_have_a_file_is_provisional() {
    let calendar = sample();
    for (start, within, on) in [
        ("2027-12-31", workdays(20), "2028-01-28"),
        ("2027-12-31", calendar_days(1), "2028-01-03"), // the 1st is a Saturday
        ("2030-06-30", workdays(20), "2030-07-26"),
        ("2029-04-30", workdays(1), "2029-05-03"),
        ("2029-09-30", workdays(1), "2029-10-04"),
    ] {
        let due = Deadline { on: day(on), provisional: true };
        assert_eq!(calendar.after(day(start), within), Ok(due), "{start}");
    }
    assert_eq!(calendar.is_workday(day("2031-10-02")), Ok(false));
}

#[test]
fn only_a_deadline_that_touches_a_provisional_year_is_provisional() {
    let calendar = sample();
    let provisional = |start: &str, within| calendar.after(day(start), within).unwrap().provisional;
    assert!(!provisional("2026-12-01", workdays(22)), "ends on 2026-12-31");
    assert!(provisional("2026-12-01", workdays(23)));
    assert!(provisional("2026-12-31", workdays(20)), "the second half of 2026");
    assert!(!provisional("2026-12-24", calendar_days(7)), "2026-12-31 is worked");
    assert!(provisional("2026-12-25", calendar_days(7)), "2027-01-01 is off, and that is provisional");
    assert!(provisional("2027-06-30", workdays(1)));
    assert!(!provisional("2026-06-30", workdays(20)));
}

/// Days off and make-up days of three years, and a start in the first two.
fn world() -> impl Strategy<Value = (Vec<i64>, Vec<i64>, i64)> {
    (prop::collection::vec(0..1096_i64, 0..60), prop::collection::vec(0..1096_i64, 0..30), 0..730_i64)
}

fn nth(offset: i64) -> NaiveDate {
    day("2025-01-01") + chrono::Duration::days(offset)
}

fn is_weekend(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() > 5
}

fn calendar(off: &[i64], worked: &[i64]) -> Calendar {
    let worked = worked.iter().map(|at| nth(*at)).filter(|day| is_weekend(*day)).collect();
    made(2025..=2028, &off.iter().map(|at| nth(*at)).collect(), &worked)
}

fn within() -> impl Strategy<Value = Within> {
    let counted = |unit| (1..120_u32).prop_map(move |count| Within { count, unit });
    let months = (1..4_u32).prop_map(|count| Within { count, unit: Unit::Months });
    prop_oneof![4 => counted(Unit::Workdays), 4 => counted(Unit::Days), 1 => months]
}

proptest! {
    #![proptest_config(search(300, 3))]

    #[test]
    fn later_starts_and_longer_limits_never_end_earlier((off, worked, start) in world(), within in within(), more in 0..40_u32, later in 0..60_i64) {
        let calendar = calendar(&off, &worked);
        let due = calendar.after(nth(start), within).unwrap();
        let more = if within.unit == Unit::Months { more % 3 } else { more };
        let longer = Within { count: within.count + more, ..within };
        prop_assert!(calendar.after(nth(start + later), within).unwrap().on >= due.on);
        let longer = calendar.after(nth(start), longer).unwrap();
        prop_assert!(longer.on >= due.on);
        prop_assert!(more == 0 || within.unit != Unit::Workdays || longer.on > due.on);
    }

    #[test]
    fn a_period_ends_on_a_worked_day((off, worked, start) in world(), within in within()) {
        let calendar = calendar(&off, &worked);
        let due = calendar.after(nth(start), within).unwrap().on;
        prop_assert!(calendar.is_workday(due).unwrap());
        prop_assert!(due > nth(start));
    }

    #[test]
    fn working_days_are_counted_one_by_one((off, worked, start) in world(), days in 1..120_u32) {
        let calendar = calendar(&off, &worked);
        let due = calendar.after(nth(start), workdays(days)).unwrap().on;
        let counted = nth(start + 1).iter_days().take_while(|on| *on <= due);
        let counted = counted.filter(|on| calendar.is_workday(*on).unwrap()).count();
        prop_assert_eq!(counted, days as usize);
    }

    #[test]
    fn calendar_days_roll_only_over_days_off((off, worked, start) in world(), days in 1..120_u32) {
        let calendar = calendar(&off, &worked);
        let due = calendar.after(nth(start), calendar_days(days)).unwrap().on;
        let last = nth(start) + Days::new(u64::from(days));
        prop_assert!(last <= due);
        prop_assert!(last.iter_days().take_while(|on| *on < due).all(|on| !calendar.is_workday(on).unwrap()));
    }

    #[test]
    fn a_day_off_outside_the_span_changes_nothing((off, worked, start) in world(), within in within(), extra in 0..1096_i64) {
        let before = calendar(&off, &worked).after(nth(start), within).unwrap();
        let extra_off: Vec<i64> = off.iter().copied().chain([extra]).collect();
        let extra_worked: Vec<i64> = worked.iter().copied().filter(|at| *at != extra).collect();
        let after = calendar(&extra_off, &extra_worked).after(nth(start), within).unwrap();
        let outside = nth(extra) <= nth(start) || before.on < nth(extra);
        prop_assert!(!outside || before == after);
        prop_assert!(after.on >= before.on, "a day off never shortens a period");
    }

    #[test]
    fn a_provisional_year_marks_what_is_counted_over_it(start in 0..730_i64, days in 1..60_u32) {
        let years = SAMPLE.iter().filter(|year| year.year > 2024).map(|year| {
            let status = if year.year == 2026 { CalendarStatus::Provisional } else { CalendarStatus::Official };
            CalendarYear { status: Some(Spanned::new(status, Span::head(FileId(0)))), ..year.clone() }
        });
        let years: Vec<CalendarYear> = years.collect();
        let due = Calendar::of(&years).after(nth(start), workdays(days)).unwrap();
        let touched = nth(start + 1).iter_days().take_while(|on| *on <= due.on).any(|on| on.year() == 2026);
        prop_assert_eq!(due.provisional, touched);
    }
}
