//! What only one audience's site has.

use super::{Index, Output, outputs, pages};
use crate::edition::{Edition, Insiders, Public, Readership};

/// An audience that has a site. What it alone has is listed here, as outputs of its own type: an internal page
/// can't be put among the public ones.
pub trait Sited: Readership {
    /// Whether it has a feed and a site map, where the site says its address.
    const HAS_FEED: bool;
    /// Whether a server shows it, so that the page for what is not there may stand in place of any other.
    const IS_SERVED: bool;
    /// Whether its archive has 存档号: who sees the numbers sees their gaps.
    const HAS_NUMBERS: bool;
    /// Lists the files that no other audience's site has.
    fn own<'e>(edition: &'e Edition<'_, Self>, index: &'e Index<'e, Self>, out: &mut Vec<Box<dyn Output<Self> + 'e>>);
}

impl Sited for Public {
    const HAS_FEED: bool = true;
    const IS_SERVED: bool = true;
    const HAS_NUMBERS: bool = false;
    fn own<'e>(_: &'e Edition<'_, Self>, _: &'e Index<'e, Self>, _: &mut Vec<Box<dyn Output<Self> + 'e>>) {}
}

impl Sited for Insiders {
    const HAS_FEED: bool = false;
    const IS_SERVED: bool = false;
    const HAS_NUMBERS: bool = true;
    fn own<'e>(edition: &'e Edition<'_, Self>, index: &'e Index<'e, Self>, out: &mut Vec<Box<dyn Output<Self> + 'e>>) {
        pages::due(edition, index, out);
        pages::filings(edition, out);
        pages::print(edition, index, out);
        outputs::filing::list(edition, out);
        pages::watched(edition, index, out);
        outputs::ical::list(edition, out);
    }
}
