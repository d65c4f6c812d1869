//! One example of every state, and of what leads to it.

use chrono::NaiveDate;
use mingjing::words::State;

use super::site::{Row, Site};

const HALF_YEARLY: &str = "[schedule]\nevery = \"半年\"\n";
const BY_EVENT: &str = "[schedule]\non = \"随时\"\n";
const STANDING: &str = "[schedule]\non = \"长期\"\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A half-yearly item, all of whose periods before 2026-H1 came in time.
fn funds() -> Site {
    let site = Site::new();
    site.item("funds", HALF_YEARLY);
    site.record("funds", "2025-h1", "period = \"2025-H1\"\npublished_on = 2025-07-21");
    site.record("funds", "2025-h2", "period = \"2025-H2\"\npublished_on = 2026-01-22");
    site
}

fn h1(site: &Site, as_of: &str) -> Row {
    site.one(as_of, "funds", "2026-h1")
}

#[test]
fn window_and_states_while_nothing_comes() {
    let site = funds();
    let states = [
        ("2026-01-01", State::Upcoming, 0, None),
        ("2026-06-30", State::Upcoming, 0, None),
        ("2026-07-12", State::Upcoming, 0, Some("起草")),
        ("2026-07-13", State::DueSoon, 0, Some("起草")),
        ("2026-07-28", State::DueSoon, 0, Some("起草")),
        ("2026-07-29", State::Overdue, 1, Some("起草")),
        ("2026-08-28", State::Overdue, 31, Some("起草")),
    ];
    for (as_of, state, days_late, act) in states {
        let row = h1(&site, as_of);
        assert_eq!((row.opens, row.due), (day("2026-07-01"), day("2026-07-28")));
        assert_eq!((row.state, row.days_late, row.act.as_deref()), (state, days_late, act), "{as_of}");
        assert_eq!((row.record, row.published_on), (None, None));
    }
    assert_eq!(site.keys("2025-12-31", "funds"), ["2025-h1", "2025-h2"]);
}

#[test]
fn published_in_time_or_late() {
    for (published, state, days_late) in
        [("2026-07-01", State::OnTime, 0), ("2026-07-28", State::OnTime, 0), ("2026-07-29", State::Late, 1)]
    {
        let site = funds();
        site.record("funds", "2026-h1", &format!("period = \"2026-H1\"\npublished_on = {published}"));
        let row = h1(&site, "2026-12-31");
        assert_eq!((row.state, row.days_late, row.act), (state, days_late, None), "{published}");
        assert_eq!((row.record.as_deref(), row.published_on), (Some("2026-h1"), Some(day(published))));
    }
    let site = funds();
    site.record("funds", "2026-h1", "period = \"2026-H1\"\npublished_on = 2026-07-28");
    assert_eq!(h1(&site, "2026-07-27").state, State::DueSoon, "what comes tomorrow has not come");
}

#[test]
fn nil_return_in_time_is_nil_and_late_is_late() {
    for (published, state) in [("2026-07-28", State::Nil), ("2026-08-03", State::Late)] {
        let site = funds();
        site.record("funds", "2026-h1", &format!("period = \"2026-H1\"\nnil = true\npublished_on = {published}"));
        assert_eq!(h1(&site, "2026-09-01").state, state);
    }
}

#[test]
fn waiver_of_the_item_of_one_period_and_its_end() {
    let site = funds();
    site.item("other", HALF_YEARLY);
    site.waive("items/funds.toml", "2026-09-30", "");
    assert_eq!(h1(&site, "2026-07-05").state, State::Waived);
    let row = h1(&site, "2026-09-30");
    assert_eq!((row.state, row.waived, row.act.as_deref()), (State::Waived, true, Some("起草")));
    assert_eq!(h1(&site, "2026-10-01").state, State::Overdue, "the waiver ended");
    assert_eq!(site.state("2026-09-30", "other", "2026-h1"), State::Overdue);
    let open = site.open("2026-09-30");
    let open = open.iter().find(|row| row.item == "funds" && row.key == "2026-h1").unwrap();
    assert_eq!(open.state, State::Overdue, "nobody waives inside what the public was promised");

    site.waive("items/funds.toml", "2027-12-31", "period = \"2026-H1\"");
    assert_eq!(h1(&site, "2026-09-30").state, State::Waived);
    assert_eq!(site.state("2027-03-01", "funds", "2026-h2"), State::Overdue);
    site.record("funds", "2026-h1", "period = \"2026-H1\"\npublished_on = 2026-08-05");
    let row = h1(&site, "2026-09-30");
    assert_eq!((row.state, row.waived), (State::Late, false), "what came needs no waiver");
}

#[test]
fn waiver_of_an_event_names_its_record() {
    let site = Site::new();
    site.item("rules", BY_EVENT);
    site.draft("rules", "seal", "occurred_on = 2026-05-14\nformed_on = 2026-05-18");
    site.waive("items/rules.toml", "2026-12-31", "");
    assert_eq!(site.state("2026-09-01", "rules", "event.seal"), State::Overdue);
    site.waive("records/rules/seal.md", "2026-12-31", "");
    assert_eq!(site.state("2026-09-01", "rules", "event.seal"), State::Waived);
}

#[test]
fn correction_changes_nothing_and_withdrawal_reopens() {
    let site = funds();
    let record = "period = \"2026-H1\"\npublished_on = 2026-07-21";
    let revision =
        |kind: &str| format!("{record}\n[[revision]]\non = 2026-08-03\nkind = \"{kind}\"\nreason = \"统计有误\"");
    site.record("funds", "2026-h1", &revision("更正"));
    let row = h1(&site, "2026-08-10");
    assert_eq!((row.state, row.published_on), (State::OnTime, Some(day("2026-07-21"))));

    site.record("funds", "2026-h1", &revision("撤回"));
    assert_eq!(h1(&site, "2026-08-02").state, State::OnTime);
    let row = h1(&site, "2026-08-03");
    assert_eq!((row.state, row.record, row.days_late), (State::Overdue, None, 6));

    site.record("funds", "2026-h1-again", "period = \"2026-H1\"\npublished_on = 2026-08-10");
    let row = h1(&site, "2026-08-10");
    assert_eq!((row.state, row.record.as_deref(), row.days_late), (State::Late, Some("2026-h1-again"), 13));
}

#[test]
fn of_several_records_of_a_period_the_first_counts() {
    let site = funds();
    site.record("funds", "2026-h1-a", "period = \"2026-H1\"\npublished_on = 2026-08-10");
    site.record("funds", "2026-h1-b", "period = \"2026-H1\"\npublished_on = 2026-07-21");
    site.record("funds", "2026-h1-c", "period = \"2026-H1\"\npublished_on = 2026-07-22\nnil = true");
    let row = h1(&site, "2026-09-01");
    assert_eq!((row.state, row.record.as_deref()), (State::OnTime, Some("2026-h1-b")));
}

#[test]
fn record_for_insiders_does_not_meet_what_the_public_was_promised() {
    let site = funds();
    site.record("funds", "2026-h1", "period = \"2026-H1\"\npublished_on = 2026-07-21\naudience = \"内部公开\"");
    assert_eq!(h1(&site, "2026-09-01").state, State::Overdue);
}

#[test]
fn draft_says_what_has_to_be_done_next() {
    let site = funds();
    let act = |as_of: &str| {
        let row = h1(&site, as_of);
        assert!(row.state.is_open());
        (row.draft, row.act)
    };
    let draft = Some("2026-h1".to_owned());
    site.draft("funds", "2026-h1", "period = \"2026-H1\"\nformed_on = 2026-07-08");
    assert_eq!(act("2026-07-07"), (None, Some("起草".to_owned())), "not written yet");
    assert_eq!(act("2026-07-08"), (draft.clone(), Some("保密审查".to_owned())));
    site.record("funds", "2026-h1", "period = \"2026-H1\"\nformed_on = 2026-07-08");
    assert_eq!(act("2026-07-08"), (draft.clone(), Some("发布".to_owned())));
    let importance = "[importance]\nlevel = \"重要\"\ndecided_by = \"局\"\ndocument = \"表\"\non = 2025-01-01\n";
    site.item("funds", &format!("{HALF_YEARLY}{importance}"));
    assert_eq!(act("2026-07-08"), (draft, Some("上级复核".to_owned())));
}

#[test]
fn event_is_owed_by_its_record_be_it_a_draft() {
    let site = Site::new();
    site.item("rules", BY_EVENT);
    site.draft("rules", "seal", "occurred_on = 2026-05-14\nformed_on = 2026-05-18");
    assert!(site.on("2026-05-13").is_empty(), "it has not happened");
    let row = site.one("2026-06-01", "rules", "event.seal");
    assert_eq!((row.opens, row.due, row.state), (day("2026-05-14"), day("2026-06-11"), State::DueSoon));
    assert_eq!((row.draft.as_deref(), row.act.as_deref()), (Some("seal"), Some("保密审查")));
    assert!(site.open("2026-06-01").is_empty(), "the public does not know of drafts");
    let published = "occurred_on = 2026-05-14\nformed_on = 2026-05-18\npublished_on = 2026-05-19";
    site.record("rules", "seal", published);
    let open = site.open("2026-06-01");
    assert_eq!((open[0].key.as_str(), open[0].state), ("event.seal", State::OnTime));
    let withdrawn = "[[revision]]\non = 2026-06-02\nkind = \"撤回\"\nreason = \"内容有误\"";
    site.record("rules", "seal", &format!("{published}\n{withdrawn}"));
    assert_eq!(site.state("2026-06-01", "rules", "event.seal"), State::OnTime, "it came");
    assert_eq!(site.state("2026-06-11", "rules", "event.seal"), State::DueSoon, "and went openly");
    let row = site.one("2026-12-01", "rules", "event.seal");
    assert_eq!((row.state, row.record, row.act.as_deref()), (State::Overdue, None, Some("起草")));
    site.record("rules", "seal-2", "occurred_on = 2026-05-14\nformed_on = 2026-06-03\npublished_on = 2026-06-04");
    assert_eq!(site.keys("2026-12-01", "rules"), ["event.seal-2"], "another record of the event stands in its place");
}

#[test]
fn standing_item_owes_its_start_and_then_confirmations() {
    let site = Site::new();
    site.item("guide", &format!("started_on = 2026-03-02\n{STANDING}"));
    let start = site.one("2026-03-20", "guide", "start");
    assert_eq!((start.opens, start.due, start.state), (day("2026-03-02"), day("2026-03-30"), State::DueSoon));
    assert_eq!(site.state("2026-03-31", "guide", "start"), State::Overdue);
    assert_eq!(site.keys("2026-03-31", "guide"), ["start"], "nothing is there that could be confirmed");

    let record = "occurred_on = 2026-03-02\npublished_on = 2026-03-10";
    site.record("guide", "how", record);
    assert_eq!(site.state("2026-03-31", "guide", "start"), State::OnTime);
    let confirm = site.one("2026-03-31", "guide", "confirm.how.2026-03-10");
    assert_eq!((confirm.due, confirm.state, confirm.act), (day("2027-03-10"), State::Upcoming, None));
    let confirm = site.one("2027-03-01", "guide", "confirm.how.2026-03-10");
    assert_eq!((confirm.state, confirm.act.as_deref()), (State::DueSoon, Some("确认")));
    assert_eq!(site.state("2027-03-11", "guide", "confirm.how.2026-03-10"), State::Overdue);

    let confirmed = "[[revision]]\non = 2027-03-01\nkind = \"确认\"\nreason = \"例行确认\"";
    site.record("guide", "how", &format!("{record}\n{confirmed}"));
    let confirm = site.one("2027-03-11", "guide", "confirm.how.2026-03-10");
    assert_eq!((confirm.state, confirm.published_on), (State::OnTime, Some(day("2027-03-01"))));
    assert_eq!(site.one("2027-03-11", "guide", "confirm.how.2027-03-01").due, day("2028-02-29"));
    let invalid = format!("validity = \"废止\"\n{record}\n{confirmed}");
    site.record("guide", "how", &invalid);
    assert_eq!(site.keys("2027-03-11", "guide"), ["start", "confirm.how.2026-03-10"], "nothing more to confirm");
}

#[test]
fn confirmation_that_falls_into_a_pause_is_due_when_that_ends() {
    let site = Site::new();
    let pause = "status = \"暂停\"\nstarted_on = 2025-01-02\nsuspended_on = 2026-01-01\n";
    site.item("guide", &format!("{pause}{STANDING}"));
    site.record("guide", "how", "occurred_on = 2025-01-02\npublished_on = 2025-01-10");
    assert_eq!(site.keys("2026-07-25", "guide"), ["start"]);
    let resumed = pause.replace("暂停", "在用") + "resumed_on = 2026-03-02\n";
    site.item("guide", &format!("{resumed}{STANDING}"));
    let confirm = site.one("2026-03-03", "guide", "confirm.how.2025-01-10");
    assert_eq!((confirm.due, confirm.state, confirm.days_late), (day("2026-03-02"), State::Overdue, 1));
    site.item("guide", &format!("{resumed}terminated_on = 2026-03-01\n{STANDING}").replace("在用", "终止"));
    assert_eq!(site.keys("2026-07-25", "guide"), ["start"], "it ended before");
}

#[test]
fn draft_for_insiders_is_no_draft_of_what_the_public_was_promised() {
    let site = funds();
    site.draft("funds", "2026-h1-notes", "period = \"2026-H1\"\nformed_on = 2026-07-02\naudience = \"内部公开\"");
    let row = h1(&site, "2026-07-08");
    assert_eq!((row.draft, row.act.as_deref()), (None, Some("起草")));
}

#[test]
fn not_started_owes_nothing_and_once_started_at_once() {
    let site = Site::new();
    let added = "[[change]]\non = 2026-03-06\nkind = \"新增\"\nwhat = \"列入目录\"\n";
    site.item("parking", &format!("status = \"暂未开展\"\n{STANDING}{added}"));
    site.item("yearly", &format!("status = \"暂未开展\"\n{HALF_YEARLY}{added}"));
    assert!(site.on("2030-01-01").is_empty());
    site.item("yearly", &format!("started_on = 2026-09-01\n{HALF_YEARLY}{added}"));
    assert_eq!(site.keys("2026-09-01", "yearly"), ["start", "2026-h2"]);
    let start = site.one("2026-09-01", "yearly", "start");
    assert_eq!((start.opens, start.due, start.state), (day("2026-09-01"), day("2026-09-29"), State::Upcoming));
    site.item("yearly", &format!("started_on = 2026-03-06\n{HALF_YEARLY}{added}"));
    assert_eq!(site.keys("2026-09-01", "yearly"), ["2026-h1", "2026-h2"], "it was in use when it was listed");
}

#[test]
fn only_periods_with_a_day_in_use_are_owed() {
    let site = Site::new();
    let quarterly = "[schedule]\nevery = \"季度\"\n";
    site.item("ended", &format!("status = \"终止\"\nterminated_on = 2025-10-01\n{quarterly}"));
    site.item("paused", &format!("suspended_on = 2025-04-01\nresumed_on = 2025-09-30\n{quarterly}"));
    site.item("stopped", &format!("status = \"暂停\"\nsuspended_on = 2025-04-02\n{quarterly}"));
    assert_eq!(site.keys("2026-07-25", "ended"), ["2025-q1", "2025-q2", "2025-q3", "2025-q4"]);
    assert_eq!(site.keys("2026-01-01", "paused"), ["2025-q1", "2025-q3", "2025-q4", "2026-q1"]);
    assert_eq!(site.keys("2026-07-25", "stopped"), ["2025-q1", "2025-q2"]);
}
