//! What only follows from another mistake: it is not reported beside it.

use std::collections::HashSet;

use super::Facts;
use crate::{
    diag::{Files, Finding, Severity},
    schedule::{CALENDAR_MISSING, DUE_SOON, OVERDUE},
};

/// Drops what is said to be missing from an item of which a file has errors: the record may be there and not count only
/// for them.
pub(super) fn drop(mut findings: Vec<Finding>, facts: &Facts<'_>) -> Vec<Finding> {
    let item = |finding: &Finding| item(facts.catalog.source.path(finding.span.file));
    let is_mistake = |f: &&Finding| f.rule.severity == Severity::Error && f.rule.code != CALENDAR_MISSING;
    let broken: HashSet<&str> = findings.iter().filter(is_mistake).filter_map(item).collect();
    let follows =
        |f: &Finding| [OVERDUE, DUE_SOON].contains(&f.rule.code) && item(f).is_some_and(|i| broken.contains(i));
    findings.retain(|finding| !follows(finding));
    findings
}

/// The item that a file belongs to.
fn item(path: &str) -> Option<&str> {
    let own = path.strip_prefix("content/items/").and_then(|file| file.strip_suffix(".toml"));
    own.or_else(|| Some(path.strip_prefix("content/records/")?.split_once('/')?.0))
}
