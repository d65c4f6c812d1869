//! A deadline was counted over a year to come that has no file: it is provisional.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::promise::{about, place};
use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span},
    rule,
    schedule::Obligation,
    text,
    text::{Lang, Text},
};

rule!(RULE = "S109" "calendar-ahead" Warning waivable true, "calendar_ahead.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// The open promises whose deadline lies in one such year: the first, its place, and how many.
type Assumed<'f, 'c> = BTreeMap<(i32, Reach), (&'f Obligation<'c>, Span, usize)>;

/// One finding for each year and site. Days are counted forward, so a year that was assumed is at most the deadline's.
fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let open = facts.promises().filter(|promise| promise.state.is_open() && promise.due.provisional);
    let mut assumed = Assumed::new();
    for promise in open.filter(|promise| facts.ledger.calendar.is_ahead(promise.due.on.year())) {
        let (reach, place) = place(&promise.subject, &promise.owed);
        assumed.entry((promise.due.on.year(), reach)).or_insert((promise, place, 0)).2 += 1;
    }
    for ((year, reach), (promise, place, count)) in assumed {
        findings.at_reach(reach, place, message(promise, year, count)).help(text!(
            "国务院办公厅的通知发布后照通知写 calendars/{year}.toml；发布之前可以先按放假办法写法定放假日，status = \"暂定\"",
            "when the State Council's notice is out, write calendars/{year}.toml as it says; before, you may write the statutory days with status = \"provisional\""
        ));
    }
}

fn message(promise: &Obligation<'_>, year: i32, count: usize) -> Text {
    let (name, about) = (promise.subject.name(Lang::Zh), about(&promise.owed));
    let on = promise.due.on;
    let (zh, en) = match count - 1 {
        0 => (String::new(), String::new()),
        more => (format!("等 {count} 项"), format!(" and {more} more")),
    };
    Text {
        zh: format!(
            "「{name}」{}{zh}的期限 {on} 是暂定的：没有 calendars/{year}.toml，只除去了周末和日期固定的法定假日",
            about.zh
        ),
        en: format!(
            "the deadline of “{}”, {}{en}, {on}, is provisional: there is no calendars/{year}.toml, so only weekends and the statutory days of fixed date were left out",
            promise.subject.name(Lang::En),
            about.en.trim_end_matches(',')
        ),
    }
}
