//! `calendar show` and `calendar diff` through the program.

use crate::support::{Run, World};
use serde_json::Value;

#[track_caller]
fn shown(world: &World, args: &[&str]) -> Run {
    world.run(&[&["calendar"], args].concat())
}

#[test]
fn a_year_day_by_day() {
    let world = World::new();
    let run = shown(&world, &["show", "2026", "--format", "csv"]);
    run.expect(0, "");
    let days: Vec<&str> = run.out.lines().collect();
    assert_eq!((days.len(), days[0]), (366, "date,workday,name"));
    for day in ["2026-01-01,false,元旦", "2026-01-04,true,元旦", "2026-01-05,true,", "2026-01-10,false,"] {
        assert!(days.contains(&day), "{day}");
    }
    shown(&world, &["show", "2026"]).expect(0, "2026, 248 working days");
    shown(&world, &["show", "2027"]).expect(0, "2027 (provisional)");
    shown(&world, &["show", "2031"]).expect(1, "content/calendars/2031.toml");
    shown(&world, &["show", "next"]).expect(2, "next");
    shown(&world, &[]).expect(2, "a command is missing; it can be: show, diff");
    shown(&world, &["show"]).expect(2, "<YEAR> is missing");
    shown(&world, &["diff", "a.toml", "--lang", "zh"]).expect(2, "用法错误: 缺少 <NEW>\n");
}

#[test]
fn months_have_names() {
    let run = shown(&World::new(), &["show", "2026"]);
    let names: Vec<&str> = run.out.lines().filter(|line| line.starts_with(char::is_alphabetic)).collect();
    assert!(names.contains(&"January") && names.contains(&"December"), "{names:?}");
}

#[test]
fn a_year_with_mistakes_is_no_year_without_holidays() {
    let read = |text: &[u8]| {
        let world = World::new();
        world.write("content/calendars/2027.toml", text);
        for format in ["text", "csv"] {
            let run = shown(&world, &["show", "2027", "--format", format]);
            run.expect(1, "content/calendars/2027.toml has errors").expect(1, "error[I");
            assert_eq!(run.out, "");
        }
        shown(&world, &["show", "2026"]).expect(0, "2026, 248 working days");
    };
    read(b"[[holiday");
    read(b"\xff\xfe\x00");
    read(b"status = \"provisional\"\n[[holiday]]\nname = \"x\"\nfrom = 2026-12-31\nto = 2027-01-01\n");
}

const NOTICE: &str = r#"
status = "official"
notice = "国务院办公厅关于2027年部分节假日安排的通知"
doc_no = "国办发明电〔2026〕9号"
issued_on = 2026-11-05

[[holiday]]
name = "元旦"
from = 2027-01-01
to = 2027-01-05
"#;

/// Two events of one day and one title are two promises.
#[test]
fn a_notice_moves_each_of_two_that_look_alike() {
    let world = World::new();
    let record = world.read("content/records/beta/2026-notice.md");
    for id in ["one", "two"] {
        let record = record.replace("occurred_on = 2026-09-01", "occurred_on = 2026-12-30");
        let record = record.replace("2026-00003", &format!("2026-{id}"));
        world.write(&format!("content/records/beta/{id}.md"), record);
    }
    world.write("notice/2027.toml", NOTICE);
    let files = ["content/calendars/2027.toml", "notice/2027.toml"];
    let run = shown(&world, &["diff", files[0], files[1], "--as-of", "2027-01-15"]);
    assert_eq!(run.out.matches("2026-12-30 2026年秋季场地安排").count(), 2, "{}", run.out);
}

#[test]
fn a_notice_moves_deadlines() {
    let world = World::new();
    world.write("notice/2027.toml", NOTICE);
    let diff =
        |args: &[&str]| shown(&world, &[&["diff", "content/calendars/2027.toml", "notice/2027.toml"], args].concat());
    let run = diff(&[]);
    run.expect(0, "2027-01-29 (provisional) → 2027-02-02 (+4 d)");
    run.expect(0, "2027-01-04 off");
    let run = diff(&["--format", "json"]);
    let changes: Value = serde_json::from_str(&run.out).unwrap();
    let of = |item: &str, about: &str| {
        let all = changes["deadlines"].as_array().unwrap();
        all.iter().find(|d| d["item"] == item && d["about"] == about).cloned().unwrap_or_default()
    };
    assert_eq!(of("alpha", "2026年下半年")["new"]["due"], "2027-02-02", "{changes}");
    assert_eq!(of("alpha", "2026年下半年")["days"], 4, "{changes}");
    let same = shown(&world, &["diff", "content/calendars/2026.toml", "content/calendars/2026.toml"]);
    same.expect(0, "0 days of 2026 change, 0 deadlines change.");
}

#[test]
fn a_calendar_that_can_not_be_read_is_said() {
    let world = World::new();
    world.write("bad.toml", "status = \"official\"\n[[holiday]\n");
    world.write("empty.toml", "status = \"provisional\"\n");
    let against = |file: &str| shown(&world, &["diff", "content/calendars/2027.toml", file]);
    against("bad.toml").expect(1, "error[I00");
    against("missing.toml").expect(1, "missing.toml");
    against("empty.toml").expect(1, "no days off");
    against("content/calendars/2026.toml").expect(2, "one is of 2027, the other of 2026");
    against("content").expect(1, "can't be compared");
    world.edit("content/items/beta.toml", "name = ", "nome = ");
    let run = against("content/calendars/2027.toml");
    run.expect(1, "run mingjing check").expect(1, "0 days of 2027 change");
}
