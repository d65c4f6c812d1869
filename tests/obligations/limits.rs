//! Limits of items, and what the site's policy says where an item says none.

use chrono::NaiveDate;
use mingjing::{
    calendar::AsOf,
    day::Day,
    edition::{Public, promises},
    text::Lang,
    words::State,
};

use super::site::Site;

/// The deadline of a promise of an item with this schedule.
#[track_caller]
fn due(lines: &str, key: &str) -> String {
    let site = Site::new();
    site.item("item", lines);
    site.one("2026-12-31", "item", key).due.to_string()
}

#[test]
fn day_named_in_the_calendar_is_not_counted_and_does_not_roll() {
    assert_eq!(due("schedule = \"每年1月31日前\"\n", "2025"), "2026-01-31", "a Saturday");
    assert_eq!(due("[schedule]\nevery = \"年\"\nby = \"03-31\"\n", "2025"), "2026-03-31");
    assert_eq!(due("schedule = \"次月10日前\"\n", "2026-01"), "2026-02-10");
    assert_eq!(due("[schedule]\nevery = \"月\"\nby = \"10日\"\n", "2025-12"), "2026-01-10", "a Saturday");
    assert_eq!(due("[schedule]\nevery = \"月\"\nby = \"31日\"\n", "2026-01"), "2026-02-28");
    assert_eq!(due("[schedule]\nevery = \"季度\"\nby = \"15日\"\n", "2026-q2"), "2026-07-15");
}

#[test]
fn length_counts_from_the_end_of_the_period() {
    assert_eq!(due("schedule = \"半年一公开\"\n", "2026-h1"), "2026-07-28");
    assert_eq!(due("schedule = \"每季度结束后20个工作日内\"\n", "2026-q2"), "2026-07-28");
    assert_eq!(due("[schedule]\nevery = \"月\"\nwithin = \"7日\"\n", "2026-09"), "2026-10-08", "out of the holiday");
    assert_eq!(due("[schedule]\nevery = \"月\"\nwithin = \"5 workdays\"\n", "2026-09"), "2026-10-13");
}

#[test]
fn event_counts_from_its_day() {
    let site = Site::new();
    site.item("budget", "schedule = \"批准后20日内\"\n");
    site.record("budget", "r", "occurred_on = 2026-09-18\npublished_on = 2026-10-09");
    let row = site.one("2026-12-31", "budget", "event.r");
    assert_eq!((row.due.to_string().as_str(), row.state, row.days_late), ("2026-10-08", State::Late, 1));
    assert_eq!(row.basis, "公开时间：批准后20日内");
}

#[test]
fn policy_sets_what_items_leave_open() {
    let site = Site::new();
    site.policy("periodic_within = \"10个工作日\"\nevent_within = \"7日\"\ndue_soon_days = 3\nconfirm_days = 180\n");
    site.item("monthly", "started_on = 2026-06-01\n[schedule]\nevery = \"月\"\n");
    site.item("own", "started_on = 2026-06-01\n[schedule]\nevery = \"月\"\nwithin = \"20个工作日\"\n");
    site.item("rules", "[schedule]\non = \"随时\"\n");
    site.record("rules", "r", "occurred_on = 2026-06-30\npublished_on = 2026-07-07");
    site.item("guide", "started_on = 2026-01-05\n[schedule]\non = \"长期\"\n");
    site.record("guide", "g", "occurred_on = 2026-01-05\npublished_on = 2026-01-05");
    let due = |item, key| site.one("2026-07-11", item, key).due.to_string();
    assert_eq!(due("monthly", "2026-06"), "2026-07-14");
    assert_eq!(due("own", "2026-06"), "2026-07-28", "an item's own limit comes first");
    assert_eq!(due("rules", "event.r"), "2026-07-07");
    assert_eq!(due("guide", "start"), "2026-01-12");
    assert_eq!(due("guide", "confirm.g.2026-01-05"), "2026-07-04", "not rolled: the days are the house's own");
    assert_eq!(site.state("2026-07-10", "monthly", "2026-06"), State::Upcoming);
    assert_eq!(site.state("2026-07-11", "monthly", "2026-06"), State::DueSoon);
}

#[test]
fn basis_names_the_promise_or_the_regulation() {
    let site = Site::new();
    site.item("own", "[schedule]\nevery = \"半年\"\nwithin = \"20个工作日\"\n");
    site.item("silent", "[schedule]\nevery = \"半年\"\n");
    let basis = |item| site.one("2026-07-25", item, "2026-h1").basis;
    assert_eq!(basis("own"), "公开时间：半年一公开（20个工作日内）");
    let regulation = "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十六条";
    assert_eq!(basis("silent"), format!("公开时间：半年一公开；{regulation}，20个工作日内"));
}

#[test]
fn deadline_over_the_border_of_a_provisional_year_is_provisional() {
    let site = Site::new();
    site.item("half", "[schedule]\nevery = \"半年\"\n");
    site.item("yearly", "schedule = \"每年1月31日前\"\n");
    let provisional = |item, key| site.one("2026-12-31", item, key).provisional;
    assert!(!provisional("half", "2026-h1"));
    assert!(provisional("half", "2026-h2"));
    assert!(!provisional("yearly", "2026"), "a day that is named needs no calendar");
}

#[test]
fn year_without_a_calendar_leaves_a_promise_without_a_deadline() {
    let site = Site::new();
    site.item("half", "started_on = 2026-01-01\n[schedule]\nevery = \"半年\"\n");
    site.remove("calendars/2027.toml");
    site.write("calendars/2028.toml", "status = \"暂定\"\n");
    let catalog = site.load();
    let today: NaiveDate = "2026-12-31".parse().unwrap();
    let on = Day::until(&catalog, AsOf(today), today);
    let all = promises::<Public>(&on, on.until, Lang::Zh);
    let dated: Vec<&str> = all.list.iter().map(|entry| entry.view.key.as_str()).collect();
    assert_eq!(dated, ["2026-h1"]);
    let undated: Vec<_> = all.undated.iter().map(|u| (u.item, u.about.as_str(), u.year)).collect();
    assert_eq!(undated, [("half", "2026年下半年", 2027)]);
}
