//! What identifies: fields that must be there, codes and numbers, the settings of the site.

mod book_title_marks;
mod code_pattern;
mod document_number;
mod duplicate_number;
mod missing_basis;
mod missing_category;
mod missing_content;
mod missing_fee;
mod missing_index_number;
mod office_id;
mod site_settings;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    missing_basis::CHECK,
    missing_fee::CHECK,
    missing_category::CHECK,
    missing_content::CHECK,
    document_number::CHECK,
    book_title_marks::CHECK,
    code_pattern::CHECK,
    site_settings::CHECK,
    office_id::CHECK,
    duplicate_number::CHECK,
    missing_index_number::CHECK,
];
