//! Offices and items that are named: whether they are there, and by what name.

mod office_alias;
mod record_without_item;
mod supervision_unknown;
mod unknown_office;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] =
    &[supervision_unknown::CHECK, office_alias::CHECK, unknown_office::CHECK, record_without_item::CHECK];
