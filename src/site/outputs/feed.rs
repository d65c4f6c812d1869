//! `feed.xml`: the newest records and stages of exercises as an Atom feed (RFC 4287).

use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    edition::{Edition, Readership, Route},
    site::{Index, Page, index::RecordLine},
};

/// How many entries.
const ENTRIES: usize = 20;

#[derive(Serialize)]
pub(super) struct Feed<'e, A> {
    base: &'e str,
    updated: Option<NaiveDate>,
    lines: Vec<&'e RecordLine<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

impl<'e, A: Readership> Feed<'e, A> {
    pub(super) fn of(edition: &'e Edition<'_, A>, index: &'e Index<'e, A>) -> Self {
        let lines = index.newest(ENTRIES);
        Self {
            base: edition.site.view.base_url.unwrap_or_default(),
            updated: lines.first().map(|l| l.on),
            lines,
            route: Route::new("feed.xml"),
            audience: PhantomData,
        }
    }
}

impl<A: Readership> Page<A> for Feed<'_, A> {
    const TEMPLATE: &'static str = "feed.xml";
    const SECTION: &'static str = "";
    fn route(&self) -> &Route {
        &self.route
    }
}
