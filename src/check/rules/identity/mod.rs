//! Family I: identity and fields.

mod book_title_marks;
mod calendar_days;
mod code_pattern;
mod document_number;
mod missing_basis;
mod missing_category;
mod missing_content;
mod missing_fee;
mod office_alias;
mod office_id;
mod promised_longer;
mod site_settings;
mod status_dates;
mod step_cycle;
mod step_reference;
mod step_twice;
mod step_unreachable;
mod step_without_limit;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    missing_basis::CHECK,
    missing_fee::CHECK,
    missing_category::CHECK,
    missing_content::CHECK,
    document_number::CHECK,
    book_title_marks::CHECK,
    office_alias::CHECK,
    code_pattern::CHECK,
    site_settings::CHECK,
    status_dates::CHECK,
    calendar_days::CHECK,
    step_reference::CHECK,
    office_id::CHECK,
    step_twice::CHECK,
    step_cycle::CHECK,
    step_unreachable::CHECK,
    step_without_limit::CHECK,
    promised_longer::CHECK,
];
