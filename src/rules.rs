//! Every rule of every stage: what `explain` knows.

use crate::{barrier, build, check, diag::Rule, load, read, source};

/// Every rule, by code.
pub fn all() -> Vec<&'static Rule> {
    let stages = [source::RULES, load::RULES, read::RULES, check::WAIVER_RULES, barrier::RULES, build::RULES];
    let checks = check::checks().flat_map(|check| check.rules()).copied();
    let mut all: Vec<&Rule> = stages.into_iter().flatten().copied().chain(checks).collect();
    all.sort_by_key(|rule| rule.code);
    all.dedup_by_key(|rule| rule.code); // one of records and of filings is one rule with two checks
    all
}
