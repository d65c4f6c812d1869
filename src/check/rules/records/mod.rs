//! Records: their occasion and content, the files beside them, what was withdrawn.

mod active_file;
mod nil_with_content;
mod withdrawal;
mod wrong_occasion;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] =
    &[wrong_occasion::CHECK, nil_with_content::CHECK, withdrawal::CHECK, active_file::CHECK, active_file::CHECK_INSIDE];
