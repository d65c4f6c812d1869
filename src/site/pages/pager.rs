//! Lists in pages of one hundred.

use serde::Serialize;

use crate::{
    edition::Route,
    site::{Index, index::Line},
};

/// Lines on one page.
const LENGTH: usize = 100;

/// One page of a list of records.
#[derive(Serialize)]
pub(super) struct Listing<'e> {
    pub(super) lines: Vec<&'e Line<'e>>,
    total: usize,
    pub(super) number: usize,
    pages: usize,
    previous: Option<Route>,
    next: Option<Route>,
}

/// Cuts a list into pages with their routes; an empty list is one page.
pub(super) fn pages<'e>(index: &'e Index<'e>, lines: &[usize], first: &Route) -> Vec<(Route, Listing<'e>)> {
    let count = lines.len().div_ceil(LENGTH).max(1);
    (1..=count)
        .map(|number| {
            let shown = lines.iter().skip((number - 1) * LENGTH).take(LENGTH);
            let listing = Listing {
                lines: shown.map(|at| &index.lines[*at]).collect(),
                total: lines.len(),
                number,
                pages: count,
                previous: (number > 1).then(|| first.page(number - 1)),
                next: (number < count).then(|| first.page(number + 1)),
            };
            (first.page(number), listing)
        })
        .collect()
}
