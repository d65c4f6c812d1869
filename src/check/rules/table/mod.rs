//! Family T: tables and their arithmetic.

mod faults;
mod prose_figure;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[faults::CHECK, prose_figure::CHECK];
