//! Two records have the same index number.

use super::duplicate_code::twice;
use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    read::Text,
    rule, text,
};

rule!(RULE = "R104" "duplicate-index-number" Error, "duplicate_index_number.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut index: Vec<(Reach, &Text)> =
        facts.records().filter_map(|r| r.index_no.as_ref().map(|n| (r.reach, n))).collect();
    for (reach, first, again) in twice(&mut index) {
        findings
            .at_reach(reach, again.span, text!("索引号「{}」重复", "the index number “{}” is used twice", again.value))
            .see(first.span, text!("第一次出现", "first used here"));
    }
}
