//! `items/<id>.html`: every field of the plan's table, and its records.

use serde::Serialize;

use super::pager::{Listing, pages};
use crate::{
    edition::{Audience, Edition, ItemView, Route},
    site::{Index, Output, Page, body::Body},
};

#[derive(Serialize)]
#[serde(bound = "")]
struct Item<'e, A: Audience> {
    item: &'e ItemView<'e>,
    annex: A::Annex<'e>,
    annex_body: Option<Body<'e>>,
    listing: Listing<'e>,
    #[serde(skip)]
    route: Route,
}

pub(super) fn list<'e, A: Audience>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    for (entry, lines) in edition.items.iter().zip(&index.of_item) {
        for (route, listing) in pages(index, lines, &entry.view.route) {
            let annex_body =
                A::annex_body(&entry.annex).map(|view| Body { view, root: route.to_root(), links: &index.links });
            out.push(Box::new(Item::<A> {
                item: &entry.view,
                annex: A::borrow(&entry.annex),
                annex_body,
                listing,
                route,
            }));
        }
    }
}

impl<A: Audience> Page<A> for Item<'_, A> {
    const TEMPLATE: &'static str = "item.html";
    const SECTION: &'static str = "items";
    fn route(&self) -> &Route {
        &self.route
    }
}
