//! Every rule of every stage, and the codes that are no more: what `explain` knows.

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

/// A code that was given up. It is never used again.
pub struct Retired {
    /// The code.
    pub code: &'static str,
    /// The name that its rule had.
    pub name: &'static str,
    /// The codes of the rules that say the same now.
    pub heirs: &'static [&'static str],
    /// Why, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}

/// Every code that was given up, in order.
pub static RETIRED: &[Retired] = &[
    Retired {
        code: "A102",
        name: "duplicate-number",
        heirs: &["R103"],
        zh: "重复的编号由一条规则检查",
        en: "one rule looks for every number that is used twice",
    },
    Retired {
        code: "G202",
        name: "supervision-unknown",
        heirs: &["R101", "R116"],
        zh: "没有的科室、没有的事项，各由一条规则检查，不分是哪种文件",
        en: "unknown offices and unknown items have a rule each, whatever the file",
    },
    Retired {
        code: "R104",
        name: "duplicate-index-number",
        heirs: &["R103"],
        zh: "重复的编号由一条规则检查",
        en: "one rule looks for every number that is used twice",
    },
];
