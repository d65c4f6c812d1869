//! Nobody can tell since when an item owes anything.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::{Item, Status},
    rule, text,
};

rule!(/// Nobody can tell since when an item owes anything.
    RULE = "S107" "start-unknown" Warning waivable true, "start_unknown.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if item.started_on.is_none() && item.status.value != Status::NotStarted {
        let message = text!(
            "没有 started_on，无法得知从哪一期起应当公开",
            "there is no started_on: nobody can tell since when it owes anything"
        );
        findings.at(item.status.span, message).help(text!(
            "写明开始行使和公开的日期，如 started_on = 2025-01-01",
            "write the day it came into use, such as started_on = 2025-01-01"
        ));
    }
}
