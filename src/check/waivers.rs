//! Waivers: a finding that someone answers for, for a time.

use super::{
    Facts,
    rules::{CHECKS, WAIVER_EXPIRED, WAIVER_UNUSED, WAIVER_VOID},
};
use crate::{
    diag::{Files, Finding, Reach},
    model::Waiver,
    source, text,
};

/// Drops the findings that a waiver in force excuses, and reports waivers that are void, expired or idle.
pub(super) fn apply(mut findings: Vec<Finding>, facts: &Facts<'_>) -> Vec<Finding> {
    let mut about = Vec::new();
    for waiver in facts.waivers() {
        if let Some(finding) = void(waiver).or_else(|| expired(waiver, facts)) {
            about.push(finding);
            continue;
        }
        let before = findings.len();
        findings.retain(|finding| !excuses(waiver, finding, facts));
        if findings.len() == before {
            about.push(unused(waiver));
        }
    }
    findings.extend(about);
    findings
}

fn excuses(waiver: &Waiver, finding: &Finding, facts: &Facts<'_>) -> bool {
    let path = facts.catalog.source.path(finding.span.file);
    finding.rule.waivable
        && finding.rule.code == *waiver.rule
        && path.strip_prefix("content/") == Some(waiver.file.as_str())
        && waiver.period.as_ref().is_none_or(|only| finding.period.as_ref() == Some(&only.value))
}

fn void(waiver: &Waiver) -> Option<Finding> {
    let known = CHECKS.iter().map(|c| c.rule()).chain(source::RULES.iter().copied()).find(|r| r.code == *waiver.rule);
    if waiver.rule.is_empty() || known.is_some_and(|r| r.waivable) {
        return None;
    }
    let message =
        text!("规则 {} 不存在，或者不能豁免", "there is no rule {}, or it can't be waived", waiver.rule.value);
    Some(Finding::new(&WAIVER_VOID, Reach::Internal, waiver.rule.span, message))
}

fn expired(waiver: &Waiver, facts: &Facts<'_>) -> Option<Finding> {
    let until = waiver.until.as_ref().filter(|until| until.value < facts.as_of.0)?;
    let message = text!("豁免已于 {} 到期", "the waiver ended on {}", until.value);
    Some(Finding::new(&WAIVER_EXPIRED, Reach::Internal, until.span, message))
}

fn unused(waiver: &Waiver) -> Finding {
    let message = text!(
        "{} 没有规则 {} 的问题，这条豁免可以删去",
        "{} has no finding of {}: this waiver can go",
        waiver.file.value,
        waiver.rule.value
    );
    Finding::new(&WAIVER_UNUSED, Reach::Internal, waiver.file.span, message)
}
