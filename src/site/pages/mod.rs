//! One page kind = one struct, which is its template's context.

mod agency;
mod archive;
mod category;
mod changes;
mod due;
mod exercises;
mod filings;
mod home;
mod item;
mod items;
mod not_found;
mod office;
mod pager;
mod print;
mod promise_year;
mod record;
mod records;
mod supervision;
mod text;
mod timeliness;
mod watched;
mod withdrawn;
mod year;

pub(super) use due::due;
pub(super) use filings::{filings, table as filing_table};
pub(super) use print::print;
pub(super) use watched::watched;

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{Index, Output, Sited};
use crate::edition::{Edition, OfficeRef, Readership, Route};

/// A year as a way in.
#[derive(Serialize)]
struct YearLink {
    year: i32,
    count: usize,
    route: Route,
}

/// Lists every page of a site.
pub(super) fn list<'e, A: Sited>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    home::list(edition, index, out);
    items::list(edition, index, out);
    item::list(edition, index, out);
    office::list(edition, index, out);
    category::list(index, out);
    records::list(edition, index, out);
    year::list(index, out);
    record::list(edition, index, out);
    withdrawn::list(edition, out);
    timeliness::list(edition, index, out);
    promise_year::list(edition, index, out);
    exercises::list(edition, out);
    archive::list(edition, index, out);
    changes::list(edition, out);
    agency::list(edition, out);
    supervision::list(edition, index, out);
    text::list(edition, index, out);
    not_found::list(edition, out);
}

/// The pages that are neither an item, a record nor a text, without the further pages of lists.
pub(super) fn standing<A: Readership>(edition: &Edition<'_, A>, index: &Index<'_, A>) -> Vec<Route> {
    let fixed = [
        "index.html",
        "items.html",
        "items-by-office.html",
        "items-by-audience.html",
        "records.html",
        "agency.html",
        "texts.html",
        "archive.html",
        "changes.html",
    ];
    let mut routes: Vec<Route> = fixed.into_iter().map(Route::new).collect();
    routes.extend(edition.offices.iter().map(|o| o.view.route.clone()));
    routes.extend(category::used(index).into_iter().map(|c| category::route(c.id)));
    routes.extend(index.of_year.keys().map(|year| year::route(year.0)));
    routes.push(supervision::route());
    if let Some(promises) = &index.promises {
        routes.push(timeliness::route());
        routes.extend(promise_year::years(promises).into_iter().map(|year| year.route));
    }
    routes.extend(index.archive.keys().rev().map(|year| super::archive::route(*year)));
    if !edition.exercises.is_empty() {
        routes.push(exercises::route());
        routes.extend(edition.exercises.iter().map(|entry| entry.view.route.clone()));
    }
    routes
}

/// What belongs to each office, in the agency's order; offices that it does not have come last.
fn by_office<'e, A: Readership, T>(
    edition: &Edition<'_, A>,
    all: impl Iterator<Item = T>,
    office: impl Fn(&T) -> &'e OfficeRef<'e>,
) -> Vec<(&'e OfficeRef<'e>, Vec<T>)> {
    let place = |id: &str| edition.offices.iter().position(|o| o.view.id == id).unwrap_or(usize::MAX);
    let mut groups: BTreeMap<(usize, &str), (&OfficeRef<'_>, Vec<T>)> = BTreeMap::new();
    let mut places = HashMap::new();
    for one in all {
        let of = office(&one);
        let place = *places.entry(of.id).or_insert_with(|| place(of.id));
        groups.entry((place, of.name)).or_insert_with(|| (of, Vec::new())).1.push(one);
    }
    groups.into_values().collect()
}
