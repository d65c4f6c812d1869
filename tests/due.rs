//! `due` through the program: who owes what by when, in each form, and what is said of wrong input.

use std::collections::BTreeSet;

use crate::support::{World, finish};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

/// The obligations that the program prints as JSON.
fn owed(world: &World, args: &[&str]) -> Vec<Value> {
    let run = world.run(&[&["due", "--format", "json"], args].concat());
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.said()));
    document["obligations"].as_array().expect("a list").clone()
}

/// `item what state` of each.
fn lines(owed: &[Value]) -> Vec<String> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let what = |o: &Value| if o["period"].is_null() { word(&o["event"]) } else { word(&o["period"]) };
    owed.iter().map(|o| format!("{} {} {}", word(&o["item"]), what(o), word(&o["state"]))).collect()
}

#[track_caller]
fn assert_owed(world: &World, args: &[&str], expected: &[&str]) {
    assert_eq!(lines(&owed(world, args)), expected);
}

#[test]
fn json_has_the_keys_that_were_promised() {
    let world = World::new();
    let run = world.run(&["due", "--format", "json"]);
    run.expect(0, "");
    let document: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["as_of"], "2026-09-10");
    let both = ["audience", "basis", "days_late", "due", "item", "office", "opens", "provisional", "published_on"];
    let both: BTreeSet<&str> = both.into_iter().chain(["record", "state"]).collect();
    for one in document["obligations"].as_array().unwrap() {
        let keys: BTreeSet<&str> = one.as_object().unwrap().keys().map(String::as_str).collect();
        let more: Vec<&&str> = keys.difference(&both).collect();
        assert!(both.is_subset(&keys) && (more == [&"period"] || more == [&"event"]), "{one}");
    }
}

#[test]
fn every_promise_with_its_state() {
    let world = World::new();
    assert_owed(
        &world,
        &[],
        &[
            "inner-plan 2025 on-time",
            "alpha 2025-H2 nil",
            "inner 2026-03-24 on-time",
            "inner 2026-03-31 on-time",
            "inner 2026-03-31 on-time",
            "feedback 2026-04-13 on-time",
            "alpha 2026-05-12 on-time",
            "feedback 2026-05-11 on-time",
            "alpha 2026-06-03 on-time",
            "accountability 2026-05-06 on-time",
            "alpha 2026-H1 on-time",
            "filings 2026-H1 on-time",
            "feedback 2026-08-03 on-time",
            "inspections 2026-08-20 on-time",
            "inspections 2026-08-20 on-time",
            "alpha 2026-09-01 on-time",
            "beta 2026-09-01 on-time",
            "beta 2026-09-03 on-time",
            "inner-plan 2026 upcoming",
            "alpha 2026-H2 upcoming",
            "filings 2026-H2 upcoming",
        ],
    );
    assert_owed(
        &world,
        &["--as-of", "2026-07-01", "--audience", "public"],
        &["alpha 2025-H2 nil", "alpha 2026-H1 upcoming", "alpha 2026-H2 upcoming"],
    );
    assert_owed(
        &world,
        &["--as-of", "2026-07-14", "--office", "计财科", "--within", "14d"],
        &["alpha 2026-H1 due-soon"],
    );
    assert_owed(&world, &["--as-of", "2026-07-14", "--office", "计财科", "--within", "13"], &[]);
}

#[test]
fn what_is_late_says_by_how_many_days() {
    let world = World::new();
    world.edit("content/records/alpha/2026-h1.md", "published_on = 2026-07-15", "published_on = 2026-08-03");
    let late = owed(&world, &["--audience", "public"]).into_iter().find(|o| o["period"] == "2026-H1").unwrap();
    assert_eq!((&late["state"], &late["days_late"]), (&"late".into(), &6.into()), "{late}");
    assert_eq!((&late["due"], &late["record"]), (&"2026-07-28".into(), &"2026-h1".into()));
    let before = owed(&world, &["--audience", "public", "--as-of", "2026-08-02"]);
    let before = before.into_iter().find(|o| o["period"] == "2026-H1").unwrap();
    assert_eq!((&before["state"], &before["days_late"]), (&"overdue".into(), &5.into()), "{before}");
    assert!(before["record"].is_null() && before["published_on"].is_null(), "{before}");
    world.run(&["due", "--as-of", "2026-08-02", "--within", "0d"]).expect(0, "overdue 5 d");
}

#[test]
fn the_timetable_of_a_year() {
    let world = World::new();
    let of_2027 = [
        "inner-plan 2026 upcoming",
        "alpha 2026-H2 upcoming",
        "filings 2026-H2 upcoming",
        "alpha 2027-H1 upcoming",
        "filings 2027-H1 upcoming",
    ];
    assert_owed(&world, &["--year", "2027"], &of_2027);
    assert!(owed(&world, &["--year", "2027"]).iter().all(|o| o["provisional"] == true));
    world.run(&["due", "--year", "2027"]).expect(0, "2027-07-28 (prov.)");
    world.run(&["due", "--year", "2028"]).expect(0, "2028-01-28 (prov.)");
}

/// Where the columns begin, in places of a terminal.
fn columns(line: &str, cells: usize) -> Vec<usize> {
    let mut starts = Vec::new();
    for (at, _) in line.match_indices(|c: char| c != ' ') {
        if starts.len() < cells && line[..at].ends_with("  ") {
            starts.push(line[..at].width());
        }
    }
    starts
}

#[test]
fn the_table_stands_in_columns() {
    let world = World::new();
    for lang in ["zh", "en"] {
        let run = world.run(&["due", "--all", "--lang", lang]);
        run.expect(0, "");
        let table: Vec<&str> = run.out.lines().filter(|line| line.starts_with("  ")).collect();
        assert_eq!(table.len(), 3 + 21, "a head for each of three offices and every promise: {}", run.out);
        let starts = columns(table[0], 5);
        assert_eq!(starts.len(), 5, "{}", table[0]);
        for line in &table {
            assert_eq!(columns(line, 5), starts, "{line}\nin\n{}", run.out);
        }
        assert!(!run.out.contains('\x1b'), "no colour in a pipe");
    }
}

#[test]
fn the_table_leaves_out_what_came_and_says_so() {
    let run = World::new().run(&["due"]);
    run.expect(0, "21 in all: upcoming 3, on time 17, nil return 1.");
    run.expect(0, "16 of them came and are not listed; --all lists them.");
    assert!(!run.out.contains("2025-H2") && run.out.contains("Second half of 2026"), "{}", run.out);
}

#[test]
fn csv_opens_in_a_spreadsheet_and_runs_nothing() {
    let world = World::new();
    world.edit("content/items/inner-plan.toml", "name = \"", "name = \"=1+");
    let run = world.run(&["due", "--format", "csv"]);
    run.expect(0, "");
    let text = run.out.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(&reader.headers().unwrap()[0], "事项编号");
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 21);
    assert!(rows.iter().any(|row| row[1].starts_with("'=1+")), "{rows:?}");
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{rows:?}");
}

/// The values of a property, with lines unfolded.
fn values(ics: &str, name: &str) -> Vec<String> {
    let text = ics.replace("\r\n ", "");
    let prefix = format!("{name}:");
    text.lines().filter_map(|line| line.strip_prefix(&prefix)).map(str::to_owned).collect()
}

fn ics(world: &World, args: &[&str]) -> String {
    let run = world.run(&[&["due", "--format", "ics"], args].concat());
    run.expect(0, "");
    run.out
}

#[test]
fn a_calendar_updates_and_never_doubles() {
    let world = World::new();
    let one = ics(&world, &["--office", "计财科"]);
    assert_eq!(one.matches("BEGIN:VCALENDAR").count(), 1);
    assert!(one.ends_with("\r\n") && !one.replace("\r\n", "").contains(['\r', '\n']), "lines end with CRLF");
    assert!(one.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    let uids = values(&one, "UID");
    assert_eq!(uids.len(), uids.iter().collect::<BTreeSet<_>>().len(), "{uids:?}");
    assert!(uids.iter().any(|uid| uid.starts_with("alpha.2026-h2@")), "{uids:?}");
    world.edit("content/items/alpha.toml", "within = \"20个工作日\"", "within = \"10个工作日\"");
    world.edit("content/records/alpha/2026-h1.md", "title = \"", "title = \"改");
    let later = ics(&world, &["--office", "计财科", "--as-of", "2026-09-11"]);
    assert_eq!(values(&later, "UID"), uids, "another day, title and limit, the same promises");
    let all = ics(&world, &[]);
    assert_eq!(all.matches("BEGIN:VCALENDAR").count(), 3, "one for each office, the disclosure office among them");
    let empty = ics(&world, &["--office", "计财科", "--as-of", "1970-01-01"]);
    assert!(empty.starts_with("BEGIN:VCALENDAR\r\n") && empty.ends_with("END:VCALENDAR\r\n"), "{empty}");
    assert_eq!((empty.matches("VCALENDAR").count(), empty.matches("VEVENT").count()), (2, 0));
}

#[test]
fn a_calendar_of_a_year_that_is_long_over_is_whole() {
    let world = World::new();
    let args = ["--year", "2026", "--as-of", "2029-01-01"];
    let count = world.run(&[&["due", "--format", "json"][..], &args].concat()).out.matches("\"due\"").count();
    let ics = world.run(&[&["due", "--format", "ics"][..], &args].concat()).out;
    assert!(count > 0);
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), count, "{ics}");
}

/// A promise that needs the days off of a year which has no file, although later ones have.
fn undated() -> World {
    let world = World::new();
    world.edit("content/items/alpha.toml", "started_on = 2025-07-01", "started_on = 2025-01-01");
    world
}

#[test]
fn a_calendar_of_a_year_says_what_it_misses() {
    let world = undated();
    for span in [["--year", "2026"], ["--within", "600d"]] {
        world.run(&[&["due", "--format", "ics"][..], &span].concat()).expect(1, "content/calendars/2025.toml");
    }
}

#[test]
fn two_reminders_on_one_day_are_one() {
    let world = World::new();
    let site = world.read("content/site.toml");
    world.write("content/site.toml", site + "\n[policy]\ndue_soon_days = 1\n");
    let one = ics(&world, &["--office", "计财科"]);
    let event = one.split("BEGIN:VEVENT").find(|event| event.contains("alpha.2026-h2@")).expect("it is owed");
    assert_eq!(event.matches("TRIGGER:-P1D\r\n").count(), 1, "{event}");
}

#[test]
fn a_deadline_rings_while_it_is_open() {
    let one = ics(&World::new(), &["--office", "计财科"]);
    let events: Vec<&str> = one.split("BEGIN:VEVENT").skip(1).collect();
    let of =
        |uid: &str| *events.iter().find(|event| event.contains(uid)).unwrap_or_else(|| panic!("no {uid} in {one}"));
    assert_eq!(of("alpha.2026-h2@").matches("BEGIN:VALARM").count(), 2);
    assert!(of("alpha.2026-h2@").contains("TRIGGER:-P15D\r\n"));
    assert_eq!(of("alpha.2026-h1@").matches("BEGIN:VALARM").count(), 0, "it came");
}

#[test]
fn wrong_words_are_refused_with_what_would_be_right() {
    let world = World::new();
    let refused = |args: &[&str], said: &str| {
        world.run(&[&["due"], args].concat()).expect(2, said);
    };
    refused(&["--within", "soon"], "--within");
    refused(&["--within", "-3d"], "-3");
    refused(&["--within", "99999999999d"], "--within");
    refused(&["--within", "30dd"], "--within");
    refused(&["--office", "人事科"], "计财科");
    refused(&["--audience", "all"], "--audience");
    refused(&["--format", "xlsx"], "--format");
    refused(&["--year", "27"], "--year");
    refused(&["--year", "2027", "--within", "30d"], "--within");
    refused(&["--as-of", "2026-02-30"], "--as-of");
    refused(&["--as-of=+262142-12-31"], "--as-of");
    refused(&["--as-of=-0001-01-01"], "--as-of");
    let mut late = world.command(&["due"]);
    late.env("SOURCE_DATE_EPOCH", "8210266876799");
    finish(late).expect(2, "SOURCE_DATE_EPOCH");
}

#[test]
fn a_list_that_may_be_incomplete_says_so() {
    let world = undated();
    let run = world.run(&["due"]);
    run.expect(1, "alpha First half of 2025: the deadline needs the days off of 2025");
    assert!(lines(&owed(&world, &[])).contains(&"alpha 2026-H1 on-time".to_owned()), "the rest is listed");
    world.run(&["check"]).expect(1, "S101");
    world.run(&["due", "--office", "综合科", "--audience", "public"]).expect(0, "1 in all: on time 1");

    let world = World::new();
    world.edit("content/items/beta.toml", "name = ", "nome = ");
    let run = world.run(&["due"]);
    run.expect(1, "run mingjing check");
    assert!(run.out.contains("Second half of 2026"), "{}", run.said());
}

#[test]
fn any_day_can_be_asked_for() {
    let world = World::new();
    for day in ["1970-01-01", "2025-12-31", "2026-02-28", "2026-12-31", "2099-12-31", "2199-12-31"] {
        for format in ["text", "json", "csv", "ics"] {
            let run = world.run(&["due", "--as-of", day, "--format", format]);
            assert!(matches!(run.code, Some(0 | 1)), "{day} {format}: {}", run.said());
        }
    }
}
