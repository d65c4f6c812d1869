//! A deadline needs the days off of a year that has no file.

use std::collections::BTreeMap;

use super::promise::{about, place};
use crate::{
    calendar::MissingYear,
    check::{Check, Facts},
    diag::{Findings, Reach, Span},
    rule,
    schedule::{CALENDAR_MISSING, Undated},
    text,
    text::{Lang, Text},
};

rule!(RULE = "S101" "calendar-missing" Error, "calendar_missing.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// The promises of one item that need one year: the first, its place, and how many.
type Needed<'f, 'c> = BTreeMap<(&'c str, MissingYear, Reach), (&'f Undated<'c>, Span, usize)>;

/// One finding for each item and year: the first promise stands for all. What only insiders see reaches no further.
fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    debug_assert_eq!(RULE.code, CALENDAR_MISSING, "it is no mistake of the item that needs the year");
    let mut needed = Needed::new();
    for undated in facts.derived.undated_by(facts.as_of.0) {
        let (reach, place) = place(&undated.subject, &undated.owed);
        needed.entry((undated.subject.id(), undated.year, reach)).or_insert((undated, place, 0)).2 += 1;
    }
    for ((_, MissingYear(year), reach), (undated, place, count)) in needed {
        findings.at_reach(reach, place, message(undated, year, count)).help(text!(
            "写 calendars/{year}.toml：国务院办公厅的通知发布后照通知写；发布之前先按放假办法写法定放假日，status = \"暂定\"",
            "write calendars/{year}.toml: what the State Council's notice says; before it comes, the statutory days with status = \"provisional\""
        ));
    }
}

fn message(undated: &Undated<'_>, year: i32, count: usize) -> Text {
    let (zh_name, en_name) = (undated.subject.name(Lang::Zh), undated.subject.name(Lang::En));
    let about = about(&undated.owed);
    let (zh, en) = match count - 1 {
        0 => (String::new(), String::new()),
        more => (format!("等 {count} 项"), format!(" and {more} more")),
    };
    Text {
        zh: format!("「{zh_name}」{}{zh}的期限要用 {year} 年的节假日安排，没有 calendars/{year}.toml", about.zh),
        en: format!(
            "the deadline of “{en_name}”, {}{en}, needs the days off of {year}: there is no calendars/{year}.toml",
            about.en.trim_end_matches(',')
        ),
    }
}
