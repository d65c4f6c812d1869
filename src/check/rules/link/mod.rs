//! Family L: links.

mod dead_link;
mod forbidden_link;
mod image;
mod raw_html;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[dead_link::CHECK, raw_html::CHECK, forbidden_link::CHECK, image::CHECK];
