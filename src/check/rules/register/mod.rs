//! Family G: the registers of powers, exercises of important ones and filings of ordinary ones.

mod exercise_item;
mod exercise_missing;
mod filing_incomplete;
mod filing_item;
mod filing_period;
mod importance_missing;
mod stage_order;
mod stage_recorded_late;
mod stage_waiting;

use crate::check::Check;

/// Code of the rule about exercises that are not registered.
pub(super) const EXERCISE_MISSING: &str = "G108";

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    importance_missing::CHECK,
    exercise_item::CHECK,
    filing_item::CHECK,
    stage_order::CHECK,
    stage_recorded_late::CHECK,
    stage_waiting::CHECK,
    exercise_missing::CHECK,
    filing_period::CHECK,
    filing_incomplete::CHECK,
];
