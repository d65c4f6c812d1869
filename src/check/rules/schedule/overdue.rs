//! The time to publish is over and nothing came.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span},
    model::State,
    rule,
    schedule::{OVERDUE, Obligation, Owed},
    text,
    text::Text,
};

rule!(/// The time to publish is over and nothing came.
    RULE = "S102" "overdue" Warning waivable true, "overdue.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    debug_assert_eq!(RULE.code, OVERDUE, "a waiver of it waives the promise");
    for promise in facts.promises.obligations.iter().filter(|o| o.state == State::Overdue) {
        let (about, due, days) = (promise.owed.shown(), promise.due.on, promise.days_late);
        let message = Text {
            zh: format!("{}应于 {due} 前公开，已逾期 {days} 天", about.zh),
            en: format!("{} was due by {due} and is {days} days overdue", about.en),
        };
        let (reach, place) = place(promise);
        let finding = findings.at_reach(reach, place, message);
        if let Some(period) = promise.owed.period() {
            finding.of_period(&period);
        }
        finding.help(basis(promise));
    }
}

/// Where the deadline comes from, as a note.
pub(super) fn basis(promise: &Obligation<'_>) -> Text {
    let Text { zh, en } = &promise.basis;
    text!("期限的依据：{zh}", "the deadline comes from: {en}")
}

/// The record, where there is one; else the schedule that promised it.
pub(super) fn place(promise: &Obligation<'_>) -> (Reach, Span) {
    let item = promise.item;
    match promise.owed {
        Owed::Event(_, record) | Owed::Confirm(_, record) => (record.reach, record.title.span),
        Owed::Period(_) => (item.reach, item.schedule.as_ref().map_or(item.place, |schedule| schedule.place)),
        Owed::Start(_) => (item.reach, item.started_on.as_ref().map_or(item.place, |on| on.span)),
    }
}
