//! Dates that are yet to come, stand in an order that can not be, or fit nothing else.

mod accountability_dates;
mod after_termination;
mod date_order;
mod delivery_dates;
mod feedback_dates;
mod future_date;
mod inspection_dates;
mod sequence;
mod status_dates;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    feedback_dates::CHECK,
    accountability_dates::CHECK,
    inspection_dates::CHECK,
    status_dates::CHECK,
    date_order::CHECK,
    future_date::CHECK,
    after_termination::CHECK,
    delivery_dates::CHECK,
];
