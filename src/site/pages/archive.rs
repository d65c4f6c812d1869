//! `archive.html` and `archive/<year>.html`: the archive of what was disclosed.

use std::marker::PhantomData;

use serde::Serialize;

use super::{
    YearLink,
    pager::{ListPage, cut},
};
use crate::{
    edition::{ArchiveView, Edition, Readership, Route},
    site::{
        Index, Output, Page,
        archive::{Archived, route, table},
    },
};

/// Records on one page of a year.
const LENGTH: usize = 100;

#[derive(Serialize)]
struct ArchivePage<'e, A> {
    keeper: Option<&'e ArchiveView<'e>>,
    years: Vec<YearLink>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

#[derive(Serialize)]
struct ArchiveYearPage<'e, A> {
    year: i32,
    keeper: Option<&'e ArchiveView<'e>>,
    listing: ListPage<&'e Archived<'e>>,
    table: Route,
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
    let keeper = edition.agency.view.archive.as_ref();
    let years = index.archive.iter().rev();
    let years = years.map(|(year, all)| YearLink { year: *year, count: all.len(), route: route(*year) }).collect();
    out.push(Box::new(ArchivePage { keeper, years, route: Route::new("archive.html"), audience: PhantomData::<A> }));
    for (year, all) in &index.archive {
        let all: Vec<&'e Archived<'e>> = all.iter().collect();
        for (page, listing) in cut(&all, LENGTH, &route(*year), |filed| *filed) {
            out.push(Box::new(ArchiveYearPage {
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

impl<A: Readership> Page<A> for ArchivePage<'_, A> {
    const TEMPLATE: &'static str = "archive.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl<A: Readership> Page<A> for ArchiveYearPage<'_, A> {
    const TEMPLATE: &'static str = "archive_year.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}
