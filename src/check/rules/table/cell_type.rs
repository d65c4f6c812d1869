//! A cell is not of its column's type.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    table::Class,
};

rule!(/// A cell is not of its column's type.
    RULE = "T101" "cell-type" Error, "cell_type.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    super::report(Class::Cell, record, facts, findings);
}
