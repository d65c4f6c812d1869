//! What only one audience's site has.

use super::{Index, Output, outputs, pages};
use crate::edition::{Audience, Edition, Internal, Public};

/// An audience that has a site. What it alone has is listed here, as outputs of its own type: an internal page
/// can't be put among the public ones.
pub trait Sited: Audience {
    /// Lists the files that no other audience's site has.
    fn own<'e>(edition: &'e Edition<'_, Self>, index: &'e Index<'e>, out: &mut Vec<Box<dyn Output<Self> + 'e>>);
}

impl Sited for Public {
    fn own<'e>(_: &'e Edition<'_, Self>, _: &'e Index<'e>, _: &mut Vec<Box<dyn Output<Self> + 'e>>) {}
}

impl Sited for Internal {
    fn own<'e>(edition: &'e Edition<'_, Self>, index: &'e Index<'e>, out: &mut Vec<Box<dyn Output<Self> + 'e>>) {
        pages::due(edition, index, out);
        pages::filings(edition, out);
        pages::print(edition, index, out);
        outputs::filing::list(edition, out);
        pages::watched(edition, index, out);
        outputs::ical::list(edition, out);
    }
}
