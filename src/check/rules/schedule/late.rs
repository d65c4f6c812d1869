//! A record was published after its deadline.

use super::overdue::basis;
use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::State,
    rule, text,
};

rule!(/// A record was published after its deadline.
    RULE = "S103" "late" Warning waivable true, "late.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for promise in facts.promises.obligations.iter().filter(|o| o.state == State::Late) {
        let Some(record) = promise.record else { continue };
        let (due, days) = (promise.due.on, promise.days_late);
        let place = record.published_on.as_ref().map_or(record.title.span, |on| on.span);
        let message = text!("应于 {due} 前公开，迟了 {days} 天", "was due by {due} and came {days} days late");
        let finding = findings.at_reach(record.reach, place, message);
        if let Some(period) = promise.owed.period() {
            finding.of_period(&period);
        }
        finding.help(basis(promise));
    }
}
