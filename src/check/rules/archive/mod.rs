//! Family A: the archive of what was disclosed (公开内容存档备查).

mod archive_keeper;
mod archive_number_missing;
mod archive_order;
mod filed;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[archive_number_missing::CHECK, archive_order::CHECK, archive_keeper::CHECK];
