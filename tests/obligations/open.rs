//! What the public sees of promises is a function of what is open, and what insiders see of them is the same.

use std::fmt::Write as _;

use chrono::Duration;
use mingjing::{
    text::Word,
    words::{Audience, Every, Limit, MonthDay, Period, RevisionKind, Timing, Unit},
};
use proptest::prelude::*;

use crate::support::search;

use super::{
    made::{DAYS, Note, Plan, day, plans},
    site::{Row, Site, inside, outside},
};

/// Which part of what was planned is written into the site.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Open,
    All,
}

/// The calendar that these need: Monday to Friday.
fn write(plans: &[Plan], part: Part) -> Site {
    let site = Site::new();
    for year in 2024..2032 {
        site.write(&format!("calendars/{year}.toml"), "status = \"official\"\n");
    }
    for (nth, plan) in plans.iter().enumerate() {
        if part == Part::All || plan.audience == Audience::Public {
            item(&site, nth, plan, part);
        }
    }
    site
}

fn item(site: &Site, nth: usize, plan: &Plan, part: Part) {
    let status = match (plan.terminated, plan.pause) {
        (Some(_), _) => "terminated",
        (None, Some((_, None))) => "suspended",
        _ => "in-force",
    };
    let mut lines = format!("audience = \"{}\"\nstatus = \"{status}\"\n", plan.audience.token());
    let resumed = plan.pause.and_then(|(_, again)| again);
    let suspended = plan.pause.map(|(on, _)| on);
    let days = [
        ("started_on", Some(plan.started)),
        ("suspended_on", suspended),
        ("resumed_on", resumed),
        ("terminated_on", plan.terminated),
    ];
    for (key, on) in days {
        if let Some(on) = on {
            writeln!(lines, "{key} = {}", day(on)).unwrap();
        }
    }
    lines += "[schedule]\n";
    match plan.timing {
        Timing::Every(every) => writeln!(lines, "every = \"{}\"", every.token()).unwrap(),
        Timing::On(on) => writeln!(lines, "on = \"{}\"", on.token()).unwrap(),
    }
    match (plan.limit, plan.timing) {
        (Some(Limit::Within(within)), _) => {
            let unit = match within.unit {
                Unit::Workdays => "个工作日",
                Unit::Days => "日",
                Unit::Months => "个月",
            };
            writeln!(lines, "within = \"{}{unit}\"", within.count).unwrap();
        }
        (Some(Limit::By(MonthDay { months, day })), Timing::Every(Every::Year)) => {
            writeln!(lines, "by = \"{months}月{}日\"", day.min(28)).unwrap();
        }
        (Some(Limit::By(MonthDay { day, .. })), _) => writeln!(lines, "by = \"{day}日\"").unwrap(),
        (None, _) => {}
    }
    if part == Part::All {
        lines += "[internal]\nnote = \"内部备注\"\n";
    }
    site.item(&format!("i{nth}"), &lines);
    for (record, note) in plan.notes.iter().enumerate() {
        if part == Part::All || is_open(note) {
            self::record(site, (nth, record), plan.timing, note);
        }
    }
}

/// A withheld one has no review; one without `published_on` is a draft.
fn is_open(note: &Note) -> bool {
    note.audience == Audience::Public && note.withheld.is_none() && note.published.is_some()
}

fn record(site: &Site, (item, nth): (usize, usize), timing: Timing, note: &Note) {
    let (occasion, from) = match timing {
        Timing::Every(every) => {
            let period = Period::containing(every, day(note.event));
            (format!("period = \"{period}\""), period.last_day())
        }
        Timing::On(_) => (format!("occurred_on = {}", day(note.event)), day(note.event)),
    };
    let mut lines = format!("{occasion}\nformed_on = {from}\naudience = \"{}\"\n", note.audience.token());
    let published = note.published.map(|after| from + Duration::days(after));
    if let Some(on) = published {
        writeln!(lines, "published_on = {on}\nnil = {}", note.nil).unwrap();
        for (after, kind) in &note.revised {
            let on = on + Duration::days(*after);
            writeln!(lines, "[[revision]]\non = {on}\nkind = \"{}\"\nreason = \"例行\"", kind.token()).unwrap();
        }
    }
    let (item, id) = (format!("i{item}"), format!("r{nth}"));
    if note.withheld.is_some() { site.draft(&item, &id, &lines) } else { site.record(&item, &id, &lines) }
}

/// A row without what only insiders see.
fn bare(row: Row) -> Row {
    Row { act: None, draft: None, waived: false, ..row }
}

/// Whether it is the event of a record that the public does not have.
fn is_of_a_draft(row: &Row, plans: &[Plan]) -> bool {
    let Some(record) = row.key.strip_prefix("event.r") else { return false };
    let plan = &plans[row.item[1..].parse::<usize>().unwrap()];
    !is_open(&plan.notes[record.parse::<usize>().unwrap()])
}

proptest! {
    #![proptest_config(search(40, 20_260_725))]

    #[test]
    fn public_promises_are_a_function_of_the_open_shelf(plans in plans(), as_of in 0..DAYS, ahead in 0..400_i64, waived in 0..6_usize, withdrawn: bool) {
        let mut plans = plans;
        if withdrawn && let Some(note) = plans[0].notes.first_mut() {
            note.revised.push((30, RevisionKind::Withdrawn));
        }
        let (as_of, until) = (day(as_of), day(as_of + ahead));
        let whole = write(&plans, Part::All);
        let catalog = whole.load();
        let public = outside(&catalog, as_of, until);
        prop_assert_eq!(&public, &outside(&write(&plans, Part::Open).load(), as_of, until), "what is inside shows");

        let insiders = inside(&catalog, as_of, until).into_iter();
        let seen: Vec<Row> = insiders.filter(|row| row.audience == "社会" && !is_of_a_draft(row, &plans)).map(bare).collect();
        prop_assert_eq!(&public, &seen, "insiders see something else");

        whole.waive(&format!("items/i{waived}.toml"), "2040-01-01", "");
        prop_assert_eq!(&public, &outside(&whole.load(), as_of, until), "a waiver shows");
    }
}
