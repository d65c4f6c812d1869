//! What only follows from another mistake: it is not reported beside it.

use std::collections::HashSet;

use super::{
    Facts,
    rules::{EXERCISE_MISSING, STATISTICS_DIFFER},
};
use crate::{
    diag::{FileId, Files, Finding, Severity},
    read::UNKNOWN_KEY,
    schedule::{CALENDAR_MISSING, DUE_SOON, OVERDUE},
};

/// Drops what is said to be missing where a file that may have it has errors: it may be there and not count only for
/// them.
pub(super) fn drop(mut findings: Vec<Finding>, facts: &Facts<'_>) -> Vec<Finding> {
    let item = |finding: &Finding| item(facts.catalog.source.path(finding.span.file));
    let is_mistake = |f: &&Finding| f.rule.severity == Severity::Error && f.rule.code != CALENDAR_MISSING;
    let broken: HashSet<&str> = findings.iter().filter(is_mistake).filter_map(item).collect();
    let misplaced: HashSet<(FileId, &str)> = findings
        .iter()
        .filter(|f| f.rule.code == UNKNOWN_KEY.code)
        .map(|f| (f.span.file, facts.catalog.source.slice(f.span)))
        .collect();
    let stands_elsewhere =
        |f: &Finding| NEEDED.iter().any(|(code, key)| f.rule.code == *code && misplaced.contains(&(f.span.file, key)));
    let is_form_broken = broken.iter().any(|group| group.starts_with(EXERCISES));
    let is_case = |f: &&Finding| facts.catalog.source.path(f.span.file).starts_with(FEEDBACK);
    let is_case_broken = findings.iter().filter(is_mistake).any(|f| is_case(&f));
    let follows = |f: &Finding| match f.rule.code {
        OVERDUE | DUE_SOON => item(f).is_some_and(|i| broken.contains(i)),
        EXERCISE_MISSING => is_form_broken,
        STATISTICS_DIFFER => is_case_broken || stands_elsewhere(f),
        _ => stands_elsewhere(f),
    };
    findings.retain(|finding| !follows(finding));
    findings
}

/// Rules about a field that is not there, and its key: one that stands in the wrong place is no second mistake.
const NEEDED: [(&str, &str); 8] = [
    ("I102", "fee"),
    ("I103", "category"),
    ("I104", "content"),
    ("I110", "suspended_on"),
    ("I110", "terminated_on"),
    ("R107", "index_no"),
    ("A101", "archive_no"),
    ("S107", "started_on"),
];
const EXERCISES: &str = "content/exercises/";
const FILINGS: &str = "content/filings/";
const FEEDBACK: &str = "content/feedback/";

/// The item that a file belongs to; an exercise stands for itself, and filings for each other: what none of them has is
/// said to be missing where `site.toml` wants it.
fn item(path: &str) -> Option<&str> {
    if path.starts_with(EXERCISES) {
        return Some(path);
    }
    if path.starts_with(FILINGS) || path == "content/site.toml" {
        return Some(FILINGS);
    }
    let own = path.strip_prefix("content/items/").and_then(|file| file.strip_suffix(".toml"));
    own.or_else(|| Some(path.strip_prefix("content/records/")?.split_once('/')?.0))
}
