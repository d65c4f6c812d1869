//! A deadline needs the days off of a year that has no file.

use std::collections::BTreeMap;

use crate::{
    calendar::MissingYear,
    check::{Check, Facts},
    diag::Findings,
    rule,
    schedule::Undated,
    text,
    text::Text,
};

rule!(/// A deadline needs the days off of a year that has no file.
    RULE = "S101" "calendar-missing" Error, "calendar_missing.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// One finding for each item and year: the first promise stands for all.
fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut first: BTreeMap<(&str, MissingYear), (&Undated<'_>, usize)> = BTreeMap::new();
    for undated in &facts.promises.undated {
        first.entry((&undated.item.id, undated.year)).or_insert((undated, 0)).1 += 1;
    }
    for ((_, MissingYear(year)), (undated, count)) in first {
        let (item, about) = (undated.item, undated.owed.shown());
        let name = &item.name.value;
        let (zh, en) = if count > 1 {
            (format!("等 {count} 项"), format!(" and {} more", count - 1))
        } else {
            <(String, String)>::default()
        };
        let message = Text {
            zh: format!("「{name}」{}{zh}的期限要用 {year} 年的节假日安排，没有 calendars/{year}.toml", about.zh),
            en: format!(
                "the deadline of “{name}”, {}{en}, needs the days off of {year}: there is no calendars/{year}.toml",
                about.en
            ),
        };
        let place = item.schedule.as_ref().map_or(item.place, |schedule| schedule.place);
        findings.at_reach(item.reach, place, message).help(text!(
            "国务院办公厅的通知发布后照通知写；发布之前先按放假办法写法定放假日，status = \"暂定\"",
            "write what the State Council's notice says; before it comes, the statutory days with status = \"provisional\""
        ));
    }
}
