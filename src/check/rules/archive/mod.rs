//! Family A: the archive of what was disclosed (公开内容存档备查).

mod archive_keeper;
mod archive_number_missing;
mod archive_order;
mod duplicate_number;
mod filed;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] =
    &[archive_number_missing::CHECK, duplicate_number::CHECK, archive_order::CHECK, archive_keeper::CHECK];
