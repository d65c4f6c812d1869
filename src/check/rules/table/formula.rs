//! A formula can't be read, or names what the table does not have.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    table::Class,
};

rule!(/// A formula can't be read, or names what the table does not have.
    RULE = "T104" "formula" Error, "formula.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    super::report(Class::Formula, record, facts, findings);
}
