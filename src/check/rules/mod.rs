//! One rule = one `.rs` (what is checked) and one `.md` (why, and how to mend it), by family.

mod archive;
mod boundary;
mod channel;
mod identity;
mod link;
mod reference;
mod register;
mod schedule;
mod supervision;
mod table;

use super::Check;
use crate::{diag::Rule, rule};

/// Every check, in the order of codes within each family.
pub static CHECKS: [Check;
    identity::CHECKS.len()
        + reference::CHECKS.len()
        + channel::CHECKS.len()
        + register::CHECKS.len()
        + supervision::CHECKS.len()
        + archive::CHECKS.len()
        + schedule::CHECKS.len()
        + boundary::CHECKS.len()
        + table::CHECKS.len()
        + link::CHECKS.len()] = join();

/// Code of the rule about exercises that are not registered.
pub(super) const EXERCISE_MISSING: &str = register::EXERCISE_MISSING;

/// Code of the rule about statistics that differ from the cases.
pub(super) const STATISTICS_DIFFER: &str = supervision::STATISTICS_DIFFER;

/// Rules whose findings are each about one period.
pub(super) const BY_PERIOD: &[Check] = schedule::BY_PERIOD;

/// The families in one array.
const fn join<const N: usize>() -> [Check; N] {
    let families = [
        identity::CHECKS,
        reference::CHECKS,
        channel::CHECKS,
        register::CHECKS,
        supervision::CHECKS,
        archive::CHECKS,
        schedule::CHECKS,
        boundary::CHECKS,
        table::CHECKS,
        link::CHECKS,
    ];
    let mut all = [identity::CHECKS[0]; N];
    let (mut at, mut family) = (0, 0);
    while family < families.len() {
        let mut nth = 0;
        while nth < families[family].len() {
            all[at] = families[family][nth];
            at += 1;
            nth += 1;
        }
        family += 1;
    }
    all
}

rule!(/// A waiver of a rule that is not there or can't be waived.
    pub(in crate::check) WAIVER_VOID = "W101" "waiver-void" Error, "waiver_void.md");
rule!(/// A waiver whose time is over.
    pub(in crate::check) WAIVER_EXPIRED = "W102" "waiver-expired" Error, "waiver_expired.md");
rule!(/// A waiver that excuses nothing.
    pub(in crate::check) WAIVER_UNUSED = "W103" "waiver-unused" Note, "waiver_unused.md");

/// The rules about waivers themselves.
pub const WAIVER_RULES: &[&Rule] = &[&WAIVER_VOID, &WAIVER_EXPIRED, &WAIVER_UNUSED];
