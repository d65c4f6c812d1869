//! `offices/<id>.html`: an office, its items, its records.

use serde::Serialize;

use super::pager::{Listing, pages};
use crate::{
    edition::{AnnexView, Beside, Edition, OfficeView, Readership, Route},
    site::{Index, Output, Page, index::ItemLine},
};

#[derive(Serialize)]
#[serde(bound = "")]
struct OfficePage<'e, A: Readership> {
    office: &'e OfficeView<'e>,
    annex: Beside<'e, A, AnnexView<'e>>,
    /// On the first page only.
    items: Vec<&'e ItemLine<'e>>,
    listing: Listing<'e>,
    #[serde(skip)]
    route: Route,
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    for entry in &edition.offices {
        let is_its = |item: &ItemLine<'_>| item.office.id == entry.view.id;
        for (route, listing) in pages(index, &index.lines_where(is_its), &entry.view.route) {
            let items = index.items.iter().filter(|i| listing.number == 1 && is_its(i)).collect();
            out.push(Box::new(OfficePage::<A> { office: &entry.view, annex: entry.beside(), items, listing, route }));
        }
    }
}

impl<A: Readership> Page<A> for OfficePage<'_, A> {
    const TEMPLATE: &'static str = "office.html";
    const SECTION: &'static str = "agency";
    fn route(&self) -> &Route {
        &self.route
    }
}
