//! `index.html`: who we are, what is newest, the ways in.

use serde::Serialize;

use super::category;
use crate::{
    edition::{AgencyView, AnnexView, Beside, Edition, OfficeView, Readership, Route, TextView},
    site::{Index, Output, Page, Sited, index::RecordLine, promises::Tally},
    text::Label,
};

/// How many records and exercises the home page lists.
const NEWEST: usize = 20;

#[derive(Serialize)]
#[serde(bound = "")]
struct Home<'e, A: Readership> {
    agency: &'e AgencyView<'e>,
    item_count: usize,
    record_count: usize,
    newest: Vec<&'e RecordLine<'e>>,
    categories: Vec<CategoryLink>,
    offices: Vec<&'e OfficeView<'e>>,
    years: Vec<i32>,
    texts: Vec<&'e TextView<'e>>,
    has_feed: bool,
    /// How promises stand; absent where the site does not show them.
    tally: Option<&'e Tally>,
    annex: Beside<'e, A, AnnexView<'e>>,
    #[serde(skip)]
    route: Route,
}

/// A category as a way in.
#[derive(Serialize)]
struct CategoryLink {
    label: Label,
    route: Route,
    items: usize,
}

pub(super) fn list<'e, A: Sited>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let way = |label: Label| CategoryLink {
        label,
        route: category::route(label.id),
        items: index.items.iter().filter(|i| i.category.is_some_and(|c| c.id == label.id)).count(),
    };
    out.push(Box::new(Home::<A> {
        agency: &edition.agency.view,
        item_count: index.items.len(),
        record_count: index.lines.len(),
        newest: index.newest(NEWEST),
        categories: category::used(index).into_iter().map(way).collect(),
        offices: edition.offices.iter().map(|o| &o.view).collect(),
        years: index.of_year.keys().map(|y| y.0).collect(),
        texts: edition.texts.iter().map(|t| &t.view).collect(),
        has_feed: edition.site.view.base_url.is_some() && A::HAS_FEED,
        tally: index.promises.as_ref().map(|p| &p.tally),
        annex: edition.site.beside(),
        route: Route::new("index.html"),
    }));
}

impl<A: Readership> Page<A> for Home<'_, A> {
    const TEMPLATE: &'static str = "home.html";
    const SECTION: &'static str = "home";
    fn route(&self) -> &Route {
        &self.route
    }
}
