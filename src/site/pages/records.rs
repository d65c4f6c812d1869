//! `records.html`: the years, and the newest records.

use std::marker::PhantomData;

use serde::Serialize;

use super::{YearLink, year};
use crate::{
    edition::{Edition, Readership, Route},
    site::{Index, Output, Page, index::RecordLine},
};

/// How many records it lists.
const NEWEST: usize = 50;

#[derive(Serialize)]
struct Records<'e, A> {
    total: usize,
    years: Vec<YearLink>,
    newest: Vec<&'e RecordLine<'e>>,
    has_exercises: bool,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let years = index
        .of_year
        .iter()
        .map(|(y, lines)| YearLink { year: y.0, count: lines.len(), route: year::route(y.0) })
        .collect();
    out.push(Box::new(Records {
        total: index.lines.len(),
        years,
        newest: index.lines.iter().take(NEWEST).collect(),
        has_exercises: !edition.exercises.is_empty(),
        route: Route::new("records.html"),
        audience: PhantomData::<A>,
    }));
}

impl<A: Readership> Page<A> for Records<'_, A> {
    const TEMPLATE: &'static str = "records.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}
