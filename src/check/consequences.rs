//! What only follows from another mistake: it is not reported beside it.

use std::collections::HashSet;

use super::{
    Facts,
    rules::{EXERCISE_MISSING, STATISTICS_DIFFER},
};
use crate::{
    diag::{FileId, Files, Finding, Severity},
    kinds::{Address, Kind, Part},
    read::UNKNOWN_KEY,
    schedule::{CALENDAR_MISSING, DUE_SOON, OVERDUE},
};

/// Drops what is said to be missing where a file that may have it has errors: it may be there and not count only for
/// them.
pub(super) fn drop(mut findings: Vec<Finding>, facts: &Facts<'_>) -> Vec<Finding> {
    let group = |finding: &Finding| Group::of(facts.catalog.source.path(finding.span.file));
    let is_mistake = |f: &&Finding| f.rule.severity == Severity::Error && f.rule.code != CALENDAR_MISSING;
    let broken: HashSet<Group<'_>> = findings.iter().filter(is_mistake).filter_map(group).collect();
    let misplaced: HashSet<(FileId, &str)> = findings
        .iter()
        .filter(|f| f.rule.code == UNKNOWN_KEY.code)
        .map(|f| (f.span.file, facts.catalog.source.slice(f.span)))
        .collect();
    let stands_elsewhere =
        |f: &Finding| NEEDED.iter().any(|(code, key)| f.rule.code == *code && misplaced.contains(&(f.span.file, key)));
    let is_form_broken = broken.iter().any(|group| matches!(group, Group::Exercise(_)));
    let kind = |f: &Finding| Some(Address::parse(facts.catalog.source.path(f.span.file))?.kind);
    let is_case_broken = findings.iter().filter(is_mistake).any(|f| kind(f) == Some(Kind::Feedback));
    let follows = |f: &Finding| match f.rule.code {
        OVERDUE | DUE_SOON => group(f).is_some_and(|group| broken.contains(&group)),
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

/// Files of which one that has errors may have what is missing in another.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Group<'p> {
    /// An item and its records.
    Item(&'p str),
    /// An exercise stands for itself.
    Exercise(&'p str),
    /// Filings stand for each other: what none of them has is said to be missing where `site.toml` wants it.
    Filings,
}

impl<'p> Group<'p> {
    fn of(path: &'p str) -> Option<Self> {
        let Address { kind, item, id, part } = Address::parse(path)?;
        match kind {
            Kind::Item if part == Part::Own => Some(Self::Item(id)),
            Kind::Record => Some(Self::Item(item)),
            Kind::Exercise => Some(Self::Exercise(id)),
            Kind::Filing | Kind::Site => Some(Self::Filings),
            _ => None,
        }
    }
}
