//! A figure is reckoned from a cell that is blank or “/”.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    table::Class,
};

rule!(/// A figure is reckoned from a cell that is blank or “/”.
    RULE = "T103" "unsummable" Error, "unsummable.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    super::report(Class::Unsummable, record, facts, findings);
}
