//! `sitemap.xml`: every page but further list pages, for search engines.

use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    edition::{Edition, Readership, Route},
    site::{Index, Page, pages},
};

#[derive(Serialize)]
struct SitePage<'e> {
    route: &'e Route,
    on: Option<NaiveDate>,
}

#[derive(Serialize)]
pub(super) struct Sitemap<'e, A> {
    base: &'e str,
    /// Pages that stand for themselves.
    routes: Vec<Route>,
    entries: Vec<SitePage<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

impl<'e, A: Readership> Sitemap<'e, A> {
    pub(super) fn of(edition: &'e Edition<'_, A>, index: &'e Index<'e, A>) -> Self {
        let items = edition.items.iter().map(|i| SitePage { route: &i.view.route, on: None });
        let texts = edition.texts.iter().map(|t| SitePage { route: &t.view.route, on: t.view.published_on });
        let records = index.lines.iter().map(|l| SitePage { route: l.route, on: Some(l.on) });
        let withdrawn = edition.withdrawn.iter().map(|w| SitePage { route: &w.route, on: w.on });
        Self {
            base: edition.site.view.base_url.unwrap_or_default(),
            routes: pages::standing(edition, index),
            entries: items.chain(texts).chain(records).chain(withdrawn).collect(),
            route: Route::new("sitemap.xml"),
            audience: PhantomData,
        }
    }
}

impl<A: Readership> Page<A> for Sitemap<'_, A> {
    const TEMPLATE: &'static str = "sitemap.xml";
    const SECTION: &'static str = "";
    fn route(&self) -> &Route {
        &self.route
    }
}
