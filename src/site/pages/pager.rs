//! Lists in pages.

use serde::Serialize;

use crate::{
    edition::{Readership, Route},
    site::{Index, index::RecordLine},
};

/// Lines on one page of a list of records.
const LENGTH: usize = 100;

/// One page of a list of records.
pub(super) type Listing<'e> = ListPage<&'e RecordLine<'e>>;

/// One page of a list.
#[derive(Serialize)]
pub(super) struct ListPage<L> {
    pub(super) lines: Vec<L>,
    total: usize,
    pub(super) number: usize,
    pages: usize,
    previous: Option<Route>,
    next: Option<Route>,
}

/// Cuts a list of records into pages with their routes; an empty list is one page.
pub(super) fn pages<'e, A: Readership>(
    index: &'e Index<'e, A>,
    lines: &[usize],
    first: &Route,
) -> Vec<(Route, Listing<'e>)> {
    cut(lines, LENGTH, first, |at| &index.lines[*at])
}

/// Cuts a list into pages of a length with their routes.
pub(super) fn cut<T, L>(all: &[T], length: usize, first: &Route, line: impl Fn(&T) -> L) -> Vec<(Route, ListPage<L>)> {
    let count = all.len().div_ceil(length).max(1);
    (1..=count)
        .map(|number| {
            let shown = all.iter().skip((number - 1) * length).take(length);
            let sheet = ListPage {
                lines: shown.map(&line).collect(),
                total: all.len(),
                number,
                pages: count,
                previous: (number > 1).then(|| first.page(number - 1)),
                next: (number < count).then(|| first.page(number + 1)),
            };
            (first.page(number), sheet)
        })
        .collect()
}
