//! A column or row of a ready-made definition is not there.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    table::Class,
};

rule!(/// A column or row of a ready-made definition is not there.
    RULE = "T105" "missing-part" Error, "missing_part.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    super::report(Class::Missing, record, facts, findings);
}
