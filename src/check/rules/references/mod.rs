//! Offices and items that are named: whether they are there, and by what name.

mod office_alias;
mod record_without_item;
mod unknown_item;
mod unknown_office;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] =
    &[office_alias::CHECK, unknown_office::CHECK, record_without_item::CHECK, unknown_item::CHECK];
