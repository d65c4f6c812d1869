//! One rule = one `.rs` (what is checked) and one `.md` (why, and how to mend it), by family.

mod archive;
mod boundary;
mod channel;
mod dates;
mod identity;
mod link;
mod procedure;
mod records;
mod references;
mod register;
mod schedule;
mod supervision;
mod table;

use super::Check;
use crate::{diag::Rule, rule};

/// The checks of every family.
static FAMILIES: [&[Check]; 13] = [
    identity::CHECKS,
    procedure::CHECKS,
    dates::CHECKS,
    references::CHECKS,
    records::CHECKS,
    channel::CHECKS,
    register::CHECKS,
    supervision::CHECKS,
    archive::CHECKS,
    schedule::CHECKS,
    boundary::CHECKS,
    table::CHECKS,
    link::CHECKS,
];

/// Every check.
pub(crate) fn checks() -> impl Iterator<Item = &'static Check> {
    FAMILIES.iter().copied().flatten()
}

/// Code of the rule about exercises that are not registered.
pub(super) const EXERCISE_MISSING: &str = register::EXERCISE_MISSING;

/// Code of the rule about statistics that differ from the cases.
pub(super) const STATISTICS_DIFFER: &str = supervision::STATISTICS_DIFFER;

/// Rules whose findings are each about one period.
pub(super) const BY_PERIOD: &[Check] = schedule::BY_PERIOD;

rule!(/// A waiver of a rule that is not there or can't be waived.
    pub(in crate::check) WAIVER_VOID = "W101" "waiver-void" Error, "waiver_void.md");
rule!(/// A waiver whose time is over.
    pub(in crate::check) WAIVER_EXPIRED = "W102" "waiver-expired" Error, "waiver_expired.md");
rule!(/// A waiver that excuses nothing.
    pub(in crate::check) WAIVER_UNUSED = "W103" "waiver-unused" Note, "waiver_unused.md");

/// The rules about waivers themselves.
pub const WAIVER_RULES: &[&Rule] = &[&WAIVER_VOID, &WAIVER_EXPIRED, &WAIVER_UNUSED];
