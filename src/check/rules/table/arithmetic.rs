//! A printed figure is not what the arithmetic gives.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    table::Class,
};

rule!(/// A printed figure is not what the arithmetic gives.
    RULE = "T102" "arithmetic" Error, "arithmetic.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    super::report(Class::Arithmetic, record, facts, findings);
}
