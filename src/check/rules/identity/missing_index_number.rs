//! A public record has no index number.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule, text,
};

rule!(RULE = "R107" "missing-index-number" Warning waivable true, "missing_index_number.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if facts.is_meant_for_public(record) && record.published_on.is_some() && record.index_no.is_none() {
        findings.at(record.title.span, text!("公开的信息缺少索引号", "a disclosed record has no index number"));
    }
}
