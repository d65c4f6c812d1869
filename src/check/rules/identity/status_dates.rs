//! The dates of an item do not fit its status.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::{Item, Status},
    rule, text,
    text::Word,
};

rule!(/// The dates of an item do not fit its status.
    RULE = "I110" "status-dates" Error waivable true, "status_dates.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let needed = match item.status.value {
        Status::Suspended => Some("suspended_on"),
        Status::Terminated => Some("terminated_on"),
        Status::NotStarted | Status::InForce => None,
    };
    if let Some(key) = needed.filter(|key| item.lacks(key)) {
        findings.at(
            item.status.span,
            text!("状态是「{}」，缺少 {key}", "the status is “{}” but {key} is missing", item.status.zh()),
        );
    }
    let started = item.started_on.as_ref();
    if let Some(started) = started.filter(|_| item.status.value == Status::NotStarted) {
        findings.at(
            started.span,
            text!("暂未开展的职权不应有 started_on", "a power that is not yet exercised can't have started_on"),
        );
    }
    for end in [&item.suspended_on, &item.terminated_on].into_iter().flatten() {
        if let Some(started) = started.filter(|s| s.value > end.value) {
            findings
                .at(
                    end.span,
                    text!(
                        "结束日期 {} 早于开始日期 {}",
                        "it ends on {} before it starts on {}",
                        end.value,
                        started.value
                    ),
                )
                .see(started.span, text!("开始日期", "the start"));
        }
    }
}
