//! A figure that a ready-made definition would reckon can't be: a column that it needs is not there.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    table::Class,
};

rule!(/// A figure that a ready-made definition would reckon can't be: a column that it needs is not there.
    RULE = "T107" "unchecked-figure" Note, "unchecked_figure.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    super::report(Class::Unchecked, record, facts, findings);
}
