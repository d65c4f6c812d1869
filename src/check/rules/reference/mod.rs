//! Family R: references and records.

mod active_file;
mod after_termination;
mod date_order;
mod duplicate_code;
mod duplicate_index_number;
mod future_date;
mod missing_index_number;
mod nil_with_content;
mod record_without_item;
mod unknown_office;
mod withdrawal;
mod wrong_occasion;

pub(in crate::check) use duplicate_code::twice;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    unknown_office::CHECK,
    record_without_item::CHECK,
    duplicate_code::CHECK,
    duplicate_index_number::CHECK,
    date_order::CHECK,
    future_date::CHECK,
    missing_index_number::CHECK,
    wrong_occasion::CHECK,
    nil_with_content::CHECK,
    after_termination::CHECK,
    withdrawal::CHECK,
    active_file::CHECK,
    active_file::CHECK_INSIDE,
];
