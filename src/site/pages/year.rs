//! `years/<year>.html`: the records of a year, in pages.

use std::marker::PhantomData;

use serde::Serialize;

use super::pager::{Listing, pages};
use crate::{
    edition::{Readership, Route},
    site::{Index, Output, Page},
};

#[derive(Serialize)]
struct YearPage<'e, A> {
    year: i32,
    years: Vec<i32>,
    listing: Listing<'e>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

/// The first page of a year.
pub(super) fn route(year: i32) -> Route {
    Route::new(format!("years/{year}.html"))
}

pub(super) fn list<'e, A: Readership>(index: &'e Index<'e, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    for (year, lines) in &index.of_year {
        for (route, listing) in pages(index, lines, &route(year.0)) {
            let years = index.of_year.keys().map(|y| y.0).collect();
            out.push(Box::new(YearPage { year: year.0, years, listing, route, audience: PhantomData::<A> }));
        }
    }
}

impl<A: Readership> Page<A> for YearPage<'_, A> {
    const TEMPLATE: &'static str = "year.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}
