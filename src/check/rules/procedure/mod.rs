//! The steps of an item: where they lead, and how long they may take.

mod promised_longer;
mod step_cycle;
mod step_reference;
mod step_twice;
mod step_unreachable;
mod step_without_limit;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    step_reference::CHECK,
    step_twice::CHECK,
    step_cycle::CHECK,
    step_unreachable::CHECK,
    step_without_limit::CHECK,
    promised_longer::CHECK,
];
