//! What is published of a case, with its reviews.

use super::Insider;
use crate::{
    edition::{ReleasedView, public},
    kinds::Release,
};

impl<'d> Insider<'d, '_, '_> {
    pub(super) fn release(&self, release: &'d Release) -> ReleasedView<'d> {
        ReleasedView {
            release: public::release(release),
            is_out: release.is_out(self.clearance),
            reviews: self.reviews(&release.review),
        }
    }
}
