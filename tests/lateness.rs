//! What is late, what is not, and who is held up by it: the S rules on one more item in the small world, and through the
//! real program.

use std::fs;

use crate::support::World;
use mingjing::diag::{Files, Finding};

const GAMMA: &str = "content/items/gamma.toml";

/// A public item that owes every half-year since 2026, and nothing else.
const ITEM: &str = r#"name = "示例车辆调度"
category = "qt"
audience = "public"
office = "综合科"
channels = ["website"]
content = "车辆调度的情况"
fee = "不收费"
status = "in-force"
started_on = 2026-01-01

[schedule]
every = "half-year"
within = "20 workdays"

[importance]
level = "ordinary"
decided_by = "示例局公开领导小组"
document = "《示例局职权认定表》"
on = 2025-12-20

[[basis]]
kind = "other"
title = "《示例车辆管理规定》"

[review]
by = "公开办主任"
on = 2025-12-22
"#;

/// A change of the item, or a file.
enum Step {
    Item(&'static str, &'static str),
    File(&'static str, String),
}
use Step::{File, Item};

/// A record formed and reviewed on a day, with more fields.
fn record(id: &'static str, about: &str, formed: &str, more: &str) -> Step {
    let text = format!(
        "+++\ntitle = \"示例车辆调度情况 {id}\"\n{about}\nformed_on = {formed}\nindex_no = \"SL00/{id}\"\n{more}+++\n\n正文 {id}。\n"
    );
    File(id, text)
}

/// As it is published: reviewed on the day it was formed.
fn published(id: &'static str, about: &str, formed: &str, on: &str) -> Step {
    record(id, about, formed, &format!("published_on = {on}\n\n[review]\nby = \"公开办主任\"\non = {formed}\n"))
}

fn world(steps: &[Step]) -> World {
    let world = World::new();
    world.write(GAMMA, ITEM);
    for step in steps {
        match step {
            Item(from, to) => world.edit(GAMMA, from, to),
            File(path, text) if path.contains('/') => world.write(path, text),
            File(id, text) => world.write(&format!("content/records/gamma/{id}.md"), text),
        }
    }
    world
}

/// What is found on a day in the files of the item and in `waivers.toml`.
fn found(world: &World, as_of: &str) -> Vec<(String, Finding)> {
    let (report, catalog) = world.report(as_of);
    let path = |f: &Finding| catalog.source.path(f.span.file).trim_start_matches("content/").to_owned();
    let ours = |path: &str| path.contains("gamma") || path == "waivers.toml";
    // The archive (family A) is another matter: these records have no numbers.
    let findings = report.findings().iter().filter(|f| !f.rule.code.starts_with('A'));
    findings.map(|f| (path(f), f.clone())).filter(|(path, _)| ours(path)).collect()
}

/// Code, file and period of each finding.
#[track_caller]
fn expect(name: &str, steps: &[Step], as_of: &str, expected: &[&str]) {
    let found = found(&world(steps), as_of);
    let period = |f: &Finding| f.period.as_ref().map(|p| format!(" {p}")).unwrap_or_default();
    let shown: Vec<String> = found.iter().map(|(path, f)| format!("{} {path}{}", f.rule.code, period(f))).collect();
    assert_eq!(shown, expected, "{name}: {found:#?}");
}

/// The English message of the only finding.
#[track_caller]
fn message(steps: &[Step], as_of: &str) -> String {
    let found = found(&world(steps), as_of);
    assert_eq!(found.len(), 1, "{found:#?}");
    found[0].1.message.en.clone()
}

const H1: &str = "period = \"2026-H1\"";

#[test]
fn the_last_day_is_in_time() {
    expect("due today", &[], "2026-07-28", &["S104 items/gamma.toml 2026-H1"]);
    assert!(message(&[], "2026-07-28").ends_with("by 2026-07-28: that is today"));
    assert!(message(&[], "2026-07-27").ends_with("1 day left"));
    expect("not due soon", &[], "2026-07-12", &[]);
    expect("the day after", &[], "2026-07-29", &["S102 items/gamma.toml 2026-H1"]);
    assert!(message(&[], "2026-07-29").ends_with("it is 1 day overdue"));
    let on = |day| published("a", H1, "2026-07-03", day);
    expect("on the last day", &[on("2026-07-28")], "2026-09-10", &[]);
    expect("the day after", &[on("2026-07-29")], "2026-09-10", &["S103 records/gamma/a.md 2026-H1"]);
    assert!(message(&[on("2026-07-30")], "2026-09-10").ends_with("it came 2 days late"));
}

#[test]
fn the_first_record_of_a_period_counts() {
    let both = [published("a", H1, "2026-07-03", "2026-08-10"), published("b", H1, "2026-07-03", "2026-07-20")];
    expect("two records", &both, "2026-09-10", &[]);
}

#[test]
fn every_period_in_use_for_a_day_is_owed() {
    let steps = [
        Item("half-year", "month"),
        Item("in-force", "terminated"),
        Item(
            "started_on = 2026-01-01",
            "started_on = 2026-01-20\nsuspended_on = 2026-02-01\nresumed_on = 2026-03-31\nterminated_on = 2026-04-15",
        ),
        Item("\n[schedule]", "\n[[change]]\non = 2026-04-15\nkind = \"terminated\"\nwhat = \"划转。\"\n\n[schedule]"),
    ];
    let owed = ["S102 items/gamma.toml 2026-01", "S102 items/gamma.toml 2026-03", "S102 items/gamma.toml 2026-04"];
    expect("started, suspended, resumed and terminated within a month", &steps, "2026-07-01", &owed);
    let early = |formed| published("a", "period = \"2026-04\"", formed, "2026-04-20");
    let with = |step| steps.into_iter().chain([step]).collect::<Vec<_>>();
    let [first, second, _] = owed;
    expect("the end of the item is the end of the period", &with(early("2026-04-16")), "2026-07-01", &[first, second]);
}

#[test]
fn before_the_period_is_over() {
    let nil = |on: &str| {
        record("a", H1, on, &format!("published_on = {on}\nnil = true\n\n[review]\nby = \"岗\"\non = {on}\n"))
    };
    expect("a nil return too", &[nil("2026-06-29")], "2026-09-10", &["S105 records/gamma/a.md 2026-H1"]);
    expect("published on the last day", &[nil("2026-06-30")], "2026-09-10", &["S105 records/gamma/a.md 2026-H1"]);
    expect("the day after", &[nil("2026-07-01")], "2026-09-10", &[]);
}

#[test]
fn a_draft_does_not_meet_a_promise() {
    let event = || Item("every = \"half-year\"", "on = \"event\"");
    let draft = record("a", "occurred_on = 2026-09-01", "2026-09-02", "");
    expect("an event", &[event(), draft], "2026-11-24", &["S102 records/gamma/a.md"]);
    let reviewed = || record("a", H1, "2026-07-03", "\n[review]\nby = \"公开办主任\"\non = 2026-07-06\n");
    expect("reviewed", &[reviewed()], "2026-09-10", &["S102 items/gamma.toml 2026-H1"]);
    let important = [Item("ordinary", "important"), reviewed()];
    expect("without the superior", &important, "2026-09-10", &["S102 items/gamma.toml 2026-H1"]);
    let (_, finding) = &found(&world(&important), "2026-09-10")[0];
    assert!(format!("{:?}", finding.notes).contains("[review.superior]"), "{finding:#?}");
    let claimed = [Item("ordinary", "important"), published("a", H1, "2026-07-03", "2026-07-20")];
    expect("said to be published without the superior", &claimed, "2026-09-10", &["B102 records/gamma/a.md"]);
}

#[test]
fn what_the_public_can_not_see_does_not_meet_a_public_promise() {
    let narrowed = record(
        "a",
        H1,
        "2026-07-03",
        "published_on = 2026-07-20\naudience = \"internal\"\n\n[review]\nby = \"公开办主任\"\non = 2026-07-03\n",
    );
    expect("narrowed", &[narrowed], "2026-09-10", &["S102 items/gamma.toml 2026-H1"]);
    let draft = [record("a", H1, "2026-07-03", "audience = \"internal\"\n")];
    expect("a narrowed draft", &draft, "2026-09-10", &["S102 items/gamma.toml 2026-H1"]);
    let (_, finding) = &found(&world(&draft), "2026-09-10")[0];
    assert!(format!("{:?}", finding.notes).contains("write a record with"), "{finding:#?}");
    let withdrawn = record(
        "a",
        H1,
        "2026-07-03",
        "published_on = 2026-07-20\n\n[review]\nby = \"公开办主任\"\non = 2026-07-03\n\n[[revision]]\non = 2026-07-22\nkind = \"withdrawn\"\nreason = \"有误\"\n",
    );
    expect("withdrawn", &[withdrawn], "2026-09-10", &["S102 items/gamma.toml 2026-H1"]);
}

#[test]
fn an_item_without_a_start_owes_from_its_first_record() {
    let unknown = || Item("started_on = 2026-01-01\n", "");
    expect("no record", &[unknown()], "2026-09-10", &["S107 items/gamma.toml"]);
    let q1 = || published("a", "period = \"2026-Q1\"", "2026-04-02", "2026-04-10");
    let quarterly = || Item("half-year", "quarter");
    let owed = ["S107 items/gamma.toml", "S102 items/gamma.toml 2026-Q2"];
    expect("the next period", &[unknown(), quarterly(), q1()], "2026-09-10", &owed);
    let event = Item("every = \"half-year\"", "on = \"event\"");
    expect("an event item needs none", &[unknown(), event], "2026-09-10", &[]);
}

#[test]
fn a_power_that_starts_later_is_disclosed_at_once() {
    let added =
        || Item("\n[schedule]", "\n[[change]]\non = 2026-01-01\nkind = \"added\"\nwhat = \"列入目录。\"\n\n[schedule]");
    let starts = || Item("started_on = 2026-01-01", "started_on = 2026-03-02");
    let h1 = || published("h1", H1, "2026-07-03", "2026-07-20");
    let on = |day: &str| published("start", &format!("occurred_on = {day}"), "2026-03-04", "2026-03-10");
    expect("nothing came", &[added(), starts()], "2026-04-10", &["S102 items/gamma.toml"]);
    expect("a record of its start", &[added(), starts(), h1(), on("2026-03-02")], "2026-09-10", &[]);
    let wrong = ["R108 records/gamma/start.md"];
    expect("of another day", &[added(), starts(), h1(), on("2026-03-03")], "2026-09-10", &wrong);
    expect("it did not start later", &[starts(), h1(), on("2026-03-02")], "2026-09-10", &wrong);
}

#[test]
fn standing_information_is_confirmed() {
    let base = |more: &str| {
        let site = crate::support::World::new().read("content/site.toml");
        [
            File("content/site.toml", site.replace("[internal]", "[policy]\nconfirm_days = 100\n\n[internal]")),
            Item("every = \"half-year\"", "on = \"standing\""),
            record(
                "a",
                "occurred_on = 2026-01-05",
                "2026-01-06",
                &format!("published_on = 2026-01-10\n\n[review]\nby = \"公开办主任\"\non = 2026-01-06\n{more}"),
            ),
        ]
    };
    let confirmed = |on: &str| format!("\n[[revision]]\non = {on}\nkind = \"确认\"\nreason = \"逐项核对\"\n");
    expect("the last day", &base(""), "2026-04-20", &["S104 records/gamma/a.md"]);
    expect("the day after", &base(""), "2026-04-21", &["S102 records/gamma/a.md"]);
    expect("in time", &base(&confirmed("2026-04-20")), "2026-05-01", &[]);
    let late = base(&confirmed("2026-04-25"));
    expect("late", &late, "2026-05-01", &["S103 records/gamma/a.md"]);
    assert!(message(&late, "2026-05-01").contains("should be confirmed again by 2026-04-20: it came 5 days late"));
    expect("written ahead", &base(&confirmed("2026-04-20")), "2026-04-19", &["R106 records/gamma/a.md"]);
}

#[test]
fn the_limit_of_the_site_may_be_too_long() {
    let site = || World::new().read("content/site.toml");
    let policy = |said: &str| {
        File("content/site.toml", site().replace("[internal]", &format!("[policy]\n{said}\n\n[internal]")))
    };
    let none = || Item("within = \"20 workdays\"\n", "");
    expect(
        "none of its own",
        &[policy("periodic_within = \"30 workdays\""), none()],
        "2026-06-10",
        &["S108 items/gamma.toml"],
    );
    expect("of events", &[policy("event_within = \"30 workdays\""), none()], "2026-06-10", &[]);
    let by = |day| [Item("within = \"20 workdays\"", day), Item("half-year", "year")];
    expect("a late day", &by("by = \"3月31日\""), "2026-06-10", &["S108 items/gamma.toml"]);
    expect("an early day", &by("by = \"1月31日\""), "2026-06-10", &[]);
}

fn waiver(rule: &str, file: &str, period: &str) -> Step {
    let period = if period.is_empty() { String::new() } else { format!("period = \"{period}\"\n") };
    let text = format!(
        "[[waiver]]\nrule = \"{rule}\"\nfile = \"{file}\"\n{period}reason = \"系统迁移\"\nowner = \"公开办主任\"\nuntil = 2026-12-31\n"
    );
    File("content/waivers.toml", text)
}

#[test]
fn a_waiver_of_one_period_excuses_no_other() {
    let monthly = || Item("half-year", "month");
    let starts = || Item("started_on = 2026-01-01", "started_on = 2026-05-01");
    let case = |period| [monthly(), starts(), waiver("S102", "items/gamma.toml", period)];
    let (may, june) = ("S102 items/gamma.toml 2026-05", "S102 items/gamma.toml 2026-06");
    expect("one", &case("2026-05"), "2026-08-01", &[june]);
    expect("the other", &case("2026-06"), "2026-08-01", &[may]);
    expect("all", &case(""), "2026-08-01", &[]);
    expect("none of them", &case("2026-04"), "2026-08-01", &[may, june, "W103 waivers.toml"]);
    expect("no period", &case("2026年5月"), "2026-08-01", &[may, june, "I005 waivers.toml"]);
    let blank = [monthly(), starts(), waiver("S101", "items/gamma.toml", "2026-05")];
    expect("a rule that can't be waived", &blank, "2026-08-01", &[may, june, "W101 waivers.toml"]);
}

#[test]
fn a_waiver_may_be_written_ahead() {
    let waived = || waiver("S102", "items/gamma.toml", "2026-H1");
    expect("before it is due", &[waived()], "2026-07-01", &[]);
    expect("when it is due soon", &[waived()], "2026-07-28", &[]);
    expect("when it is overdue", &[waived()], "2026-07-29", &[]);
    let came = published("a", H1, "2026-07-03", "2026-07-20");
    expect("when it came", &[waived(), came], "2026-09-10", &["W103 waivers.toml"]);
    let late = || published("a", H1, "2026-07-03", "2026-08-20");
    let both = [late(), waiver("S103", "records/gamma/a.md", "2026-H1")];
    expect("that it was late", &both, "2026-09-10", &[]);
    let other = [late(), waiver("S103", "records/gamma/a.md", "2026-H2")];
    expect("of another period", &other, "2026-09-10", &["S103 records/gamma/a.md 2026-H1", "W103 waivers.toml"]);
}

#[test]
fn lateness_warns_and_never_blocks() {
    let late = world(&[]);
    late.run(&["check"]).expect(0, "warning[S102]").expect(0, "by 2026-07-28");
    late.run(&["check", "--strict"]).expect(1, "warning[S102]");
    late.run(&["build"]).expect(0, "warning[S102]").expect(0, "internal: ");
    late.run(&["check", "--lang", "zh"]).expect(0, "2026年上半年最迟应于 2026-07-28 公开，已逾期 44 天");
    let inward = world(&[Item("audience = \"public\"", "audience = \"internal\"")]);
    inward.run(&["check", "--strict"]).expect(1, "warning[S102]");
    inward.run(&["build", "--audience", "public"]).expect(0, "public: ");
    let found = found(&inward, crate::support::TODAY);
    assert!(found.iter().all(|(_, f)| f.reach == mingjing::diag::Reach::Internal), "{found:#?}");
}

/// No days off of a year, although those of the next are there: of a year after all of them nobody is stopped.
fn without_2027(world: &World) {
    fs::rename(world.at("content/calendars/2027.toml"), world.at("content/calendars/2028.toml")).unwrap();
    world.write("content/calendars/2028.toml", "status = \"暂定\"\n");
}

#[test]
fn a_missing_year_blocks_whom_it_concerns() {
    let world = World::new();
    without_2027(&world);
    world.run(&["check"]).expect(1, "there is no calendars/2027.toml");
    world.run(&["build"]).expect(1, "error[S101]").expect(1, "Second half of 2026");
    world.run(&["build", "--audience", "public"]).expect(1, "nothing was published");
    // A day that is named needs no calendar; what is left is the internal plan of the year.
    world.edit("content/items/alpha.toml", "within = \"20个工作日\"", "by = \"31日\"");
    world.run(&["build"]).expect(1, "error[S101]");
    let run = world.run(&["build", "--audience", "public", "--show-internal"]);
    run.expect(0, "error[S101]").expect(0, "content/items/inner-plan.toml").expect(0, "public: ");
    assert!(!run.said().contains("content/items/alpha.toml"), "{run:#?}");
}

#[test]
fn a_draft_s_missing_year_does_not_hold_back_the_public_site() {
    let event = || Item("every = \"half-year\"", "on = \"event\"");
    let draft = record("a", "occurred_on = 2026-09-01", "2026-09-02", "");
    let world = world(&[event(), draft]);
    world.edit(GAMMA, "20 workdays", "100 workdays");
    world.edit("content/items/alpha.toml", "within = \"20个工作日\"", "by = \"31日\"");
    without_2027(&world);
    world.run(&["build"]).expect(1, "content/records/gamma/a.md");
    world.run(&["build", "--audience", "public", "--show-internal"]).expect(0, "error[S101]").expect(0, "public: ");
}
