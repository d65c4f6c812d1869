//! The time to publish is nearly over.

use super::overdue::{basis, place};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::State,
    rule,
    text::Text,
};

rule!(/// The time to publish is nearly over.
    RULE = "S104" "due-soon" Note waivable true, "due_soon.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for promise in facts.promises.obligations.iter().filter(|o| o.state == State::DueSoon) {
        let (about, due, left) = (promise.owed.shown(), promise.due.on, (promise.due.on - facts.as_of.0).num_days());
        let message = Text {
            zh: format!("{}应于 {due} 前公开，还有 {left} 天", about.zh),
            en: format!("{} is due by {due}, in {left} days", about.en),
        };
        let (reach, place) = place(promise);
        let finding = findings.at_reach(reach, place, message);
        if let Some(period) = promise.owed.period() {
            finding.of_period(&period);
        }
        finding.help(basis(promise));
    }
}
