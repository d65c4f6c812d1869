//! `categories/<id>.html`: a category, its items, its records.

use std::marker::PhantomData;

use serde::Serialize;

use super::pager::{Listing, pages};
use crate::{
    edition::{Readership, Route},
    site::{Index, Output, Page, index::ItemLine},
    text::{Label, Word},
    words,
};

#[derive(Serialize)]
struct CategoryPage<'e, A> {
    category: Label,
    /// On the first page only.
    items: Vec<&'e ItemLine<'e>>,
    listing: Listing<'e>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

/// The categories that items have, in the order of the national list.
pub(super) fn used<A: Readership>(index: &Index<'_, A>) -> Vec<Label> {
    let of = |token| index.items.iter().filter_map(|i| i.category).find(|c| c.id == token);
    words::Category::ALL.iter().filter_map(|c| of(c.token())).collect()
}

/// The page of a category.
pub(super) fn route(id: &str) -> Route {
    Route::new(format!("categories/{id}.html"))
}

pub(super) fn list<'e, A: Readership>(index: &'e Index<'e, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    for category in used(index) {
        let is_its = |item: &ItemLine<'_>| item.category.is_some_and(|c| c.id == category.id);
        for (route, listing) in pages(index, &index.lines_where(is_its), &route(category.id)) {
            let items = index.items.iter().filter(|i| listing.number == 1 && is_its(i)).collect();
            out.push(Box::new(CategoryPage { category, items, listing, route, audience: PhantomData::<A> }));
        }
    }
}

impl<A: Readership> Page<A> for CategoryPage<'_, A> {
    const TEMPLATE: &'static str = "category.html";
    const SECTION: &'static str = "items";
    fn route(&self) -> &Route {
        &self.route
    }
}
