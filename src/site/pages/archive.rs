//! `archive.html` and `archive/<year>.html`: the archive of what was disclosed.

use std::marker::PhantomData;

use serde::Serialize;

use super::{
    Year,
    pager::{Sheet, cut},
};
use crate::{
    edition::{ArchiveView, Audience, Edition, Route},
    site::{
        Index, Output, Page,
        archive::{Filed, route, table},
    },
};

/// Records on one page of a year.
const LENGTH: usize = 100;

#[derive(Serialize)]
struct Archive<'e, A> {
    keeper: Option<&'e ArchiveView<'e>>,
    years: Vec<Year>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

#[derive(Serialize)]
struct OfYear<'e, A> {
    year: i32,
    keeper: Option<&'e ArchiveView<'e>>,
    listing: Sheet<&'e Filed<'e>>,
    table: Route,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Audience>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let keeper = edition.agency.view.archive.as_ref();
    let years = index.archive.iter().rev();
    let years = years.map(|(year, all)| Year { year: *year, count: all.len(), route: route(*year) }).collect();
    out.push(Box::new(Archive { keeper, years, route: Route::new("archive.html"), audience: PhantomData::<A> }));
    for (year, all) in &index.archive {
        let all: Vec<&'e Filed<'e>> = all.iter().collect();
        for (page, listing) in cut(&all, LENGTH, &route(*year), |filed| *filed) {
            out.push(Box::new(OfYear {
                year: *year,
                keeper,
                listing,
                table: table(*year),
                route: page,
                audience: PhantomData::<A>,
            }));
        }
    }
}

impl<A: Audience> Page<A> for Archive<'_, A> {
    const TEMPLATE: &'static str = "archive.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl<A: Audience> Page<A> for OfYear<'_, A> {
    const TEMPLATE: &'static str = "archive_year.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}
