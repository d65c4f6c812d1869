//! Registers through the program: what is owed to the superior office, and what of an exercise is public.

use crate::support::World;
use serde_json::Value;

const REVIEW: &str = r#"
[stage.review]
by = "示例局公开办主任"
on = 2026-07-08

[stage.review.superior]
by = "明州市示例局上级办公室"
on = 2026-07-10
"#;

/// An exercise of the important public item; each stage is given whole.
fn exercise(stages: &[String]) -> String {
    format!("item = \"alpha\"\nsubject = \"示例设备采购\"\narchive_no = \"2026-901\"\n{}", stages.join("\n"))
}

fn stage(kind: &str, on: &str, what: &str, rest: &str) -> String {
    format!(
        "[[stage]]\nkind = \"{kind}\"\non = {on}\nwhat = \"{what}\"\nby = \"示例局办公会\"\nrecorded_on = {on}\n{rest}\n"
    )
}

fn published(kind: &str, on: &str, what: &str) -> String {
    stage(kind, on, what, &format!("submitted_on = 2026-07-08\npublished_on = 2026-07-13\n{REVIEW}"))
}

fn owed(world: &World, args: &[&str], key: &str) -> Vec<String> {
    let run = world.run(&[&["due", "--format", "json"], args].concat());
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.said()));
    let all = document["obligations"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let line = |o: &Value| format!("{} {} {}", text(&o["due"]), text(&o["state"]), text(&o["published_on"]));
    all.filter(|o| o["basis"].as_str().unwrap().contains(key)).map(line).collect()
}

#[track_caller]
fn assert_reports(stages: &[String], as_of: &str, expected: &[&str]) {
    let world = World::new();
    world.write("content/exercises/zz-purchase.toml", exercise(stages));
    let others = owed(&World::new(), &["--as-of", as_of], "第（一）项");
    let mut found = owed(&world, &["--as-of", as_of], "第（一）项");
    for other in others {
        let at = found.iter().position(|line| *line == other).unwrap_or_else(|| panic!("{other} is gone"));
        found.remove(at);
    }
    assert_eq!(found, expected);
}

#[test]
fn each_stage_is_reported_within_a_week() {
    // 2026-07-01 is a Wednesday: day 1 is 07-02, day 7 is 07-08.
    let on_time = stage("决策", "2026-07-01", "同意", "submitted_on = 2026-07-08");
    assert_reports(std::slice::from_ref(&on_time), "2026-09-10", &["2026-07-08 on-time 2026-07-08"]);
    let late = stage("决策", "2026-07-01", "同意", "submitted_on = 2026-07-09");
    assert_reports(&[late], "2026-09-10", &["2026-07-08 late 2026-07-09"]);
    let missing = stage("决策", "2026-07-01", "同意", "");
    assert_reports(std::slice::from_ref(&missing), "2026-07-08", &["2026-07-08 due-soon -"]);
    assert_reports(std::slice::from_ref(&missing), "2026-07-09", &["2026-07-08 overdue -"]);
    assert_reports(&[missing], "2026-06-30", &[]);
    // 2026-06-12 + 7 days is Friday 06-19, a holiday until Sunday 06-21: it rolls to Monday.
    let rolled = stage("决策", "2026-06-12", "同意", "");
    assert_reports(&[rolled], "2026-06-15", &["2026-06-22 due-soon -"]);
    let second = stage("执行", "2026-07-15", "签订合同", "");
    assert_reports(&[on_time, second], "2026-07-16", &["2026-07-08 on-time 2026-07-08", "2026-07-22 due-soon -"]);
}

#[test]
fn a_period_without_a_filing_is_owed() {
    let world = World::new();
    world.edit(
        "content/site.toml",
        "schedule = \"半年\"\nsince = 2026-01-01",
        "schedule = \"每季度首月15日前\"\nsince = 2026-04-01",
    );
    let filings = |as_of: &str| owed(&world, &["--as-of", as_of], "第（二）项");
    assert_eq!(filings("2026-07-10"), ["2026-07-15 due-soon -", "2026-10-15 upcoming -"]);
    assert_eq!(filings("2026-07-16"), ["2026-07-15 overdue -", "2026-10-15 upcoming -"]);
    world.write(
        "content/filings/zz-2026-q2.toml",
        "period = \"2026-Q2\"\nfilled_by = \"综合科文书岗\"\nfilled_on = 2026-07-13\nsubmitted_on = 2026-07-16\n\n[[row]]\nitem = \"beta\"\ncount = 3\nsummary = \"场地安排三次\"\n",
    );
    assert_eq!(filings("2026-09-10"), ["2026-07-15 late 2026-07-16", "2026-10-15 upcoming -"]);
    world.run(&["check"]).expect(0, "S103");
    world.edit("content/site.toml", "每季度首月15日前", "随时");
    world.run(&["check"]).expect(1, "filings are periodic");
}

/// A stage that was reported is not done with: it waits for its review, then for its publication.
#[test]
fn what_was_reported_waits_for_its_review_and_publication() {
    let world = World::new();
    let waiting = stage("决策", "2026-07-01", "同意", "submitted_on = 2026-07-03");
    let listed = |stages: &[String]| {
        world.write("content/exercises/zz-purchase.toml", exercise(stages));
        let run = world.run(&["due", "--lang", "en"]);
        world.run(&["build", "--no-sync"]).expect(0, "public: ");
        let page = String::from_utf8(world.tree("internal")["due.html"].clone()).unwrap();
        let row = |text: &str| text.lines().filter(|l| l.contains("zz-purchase") || l.contains("2026-07-01")).count();
        let of =
            |line: &str| line.contains("2026-07-01").then(|| line.split("  ").last().unwrap_or_default().to_owned());
        (run.out.lines().filter_map(of).collect::<Vec<_>>(), row(&page))
    };
    assert_eq!(listed(&[waiting]).0, ["Review by the superior office (明州市权力公开领导小组办公室)"]);
    let reviewed = published("决策", "2026-07-01", "同意");
    let unpublished = reviewed.lines().filter(|l| !l.starts_with("published_on")).collect::<Vec<_>>().join("\n");
    let (lines, rows) = listed(&[unpublished]);
    assert_eq!(lines, ["Publish it (示例局公开办)"]);
    assert!(rows > 0, "due.html has it");
    assert_eq!(listed(&[reviewed]), (vec![], 0));
}

#[test]
fn only_reviewed_and_published_stages_are_public() {
    let world = World::new();
    let stages = [
        published("决策", "2026-07-01", "集体研究同意采购示例设备"),
        stage("执行", "2026-07-20", "尚未复核的签约情况不外传", "submitted_on = 2026-07-21"),
    ];
    world.write("content/exercises/zz-purchase.toml", exercise(&stages));
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    let holds = |audience: &str, text: &str| {
        world.tree(audience).values().any(|bytes| String::from_utf8_lossy(bytes).contains(text))
    };
    assert!(holds("public", "集体研究同意采购示例设备"), "what was released is public");
    assert!(!holds("public", "尚未复核的签约情况不外传"), "what waits for its review is not");
    assert!(holds("internal", "尚未复核的签约情况不外传"), "insiders see it");

    world.edit("content/pages/about.md", "\n\n", "\n\n尚未复核的签约情况不外传。\n\n");
    let run = world.run(&["build", "--no-sync"]);
    assert_eq!(run.code, Some(1), "the barrier knows held stages: {}", run.said());
}

/// The lines of a year's archive that are about the exercise.
fn archived(world: &World, audience: &str) -> Vec<String> {
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    let table = String::from_utf8(world.tree(audience)["archive/2026.csv"].clone()).unwrap();
    table.lines().filter(|line| line.contains("zz-purchase")).map(str::to_owned).collect()
}

#[test]
fn a_form_is_archived_from_its_first_published_stage() {
    let world = World::new();
    let write = |stages: &[String]| world.write("content/exercises/zz-purchase.toml", exercise(stages));
    let decided = published("决策", "2026-07-01", "集体研究同意采购示例设备");
    let waiting = stage("执行", "2026-07-20", "签订合同", "submitted_on = 2026-07-21");
    write(&[decided.clone(), waiting]);
    let before = archived(&world, "public");
    let [line] = before.as_slice() else { panic!("{before:?}") };
    assert!(line.starts_with("2026-07-13,示例设备采购,登记表,"), "{line}");
    assert!(line.contains("exercises/zz-purchase.html,,,"), "a form has no file of its own, so no sum: {line}");
    let numbered = vec![format!("2026-901,{line}")];
    assert_eq!(archived(&world, "internal"), numbered, "the same for insiders: what waits is not disclosed");
    write(&[decided, published("执行", "2026-07-02", "签订合同")]);
    assert_eq!(archived(&world, "public"), before, "once, by its first stage");
    let page = String::from_utf8(world.tree("internal")["exercises/zz-purchase.html"].clone()).unwrap();
    assert!(page.contains("<a href=\"../archive/2026.html\">2026-901</a>"), "{page}");
    write(&[stage("决策", "2026-07-20", "同意", "submitted_on = 2026-07-21")]);
    assert_eq!(archived(&world, "internal"), Vec::<String>::new(), "nothing was published");
}
