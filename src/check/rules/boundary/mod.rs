//! Family B: the boundary between the public and the inside. Never waivable.

mod feedback_release;
mod links_inside;
mod personal_number;
mod review_order;
mod stage_unreviewed;
mod statistics_figures;
mod statistics_unreviewed;
mod unreviewed;
mod wider_than_item;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    wider_than_item::CHECK,
    unreviewed::CHECK,
    links_inside::CHECK,
    stage_unreviewed::CHECK,
    feedback_release::CHECK,
    statistics_unreviewed::CHECK,
    review_order::CHECK,
    statistics_figures::CHECK,
    personal_number::CHECK,
];
