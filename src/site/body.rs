//! A body of Markdown inside a page, rendered as the page is and dropped with it.

use std::collections::HashMap;

use serde::{Serialize, Serializer};

use super::Index;
use crate::{
    edition::{BodyView, Readership, Route, TableView},
    markdown::{LinkTarget, Target, html, resolve, target},
    table::quote,
};

/// Content path → address, of everything that an edition holds. What it does not hold has no address,
/// so a link to it can't be made.
pub(super) type Links = HashMap<String, Route>;

/// Content path of a CSV file → where it is shown: cells that a body may quote.
pub(super) type Shown<'e> = HashMap<String, ShownTable<'e>>;

/// A table on a page.
pub(super) struct ShownTable<'e> {
    pub page: &'e Route,
    /// From 1, as in the ids of its cells.
    pub nth: usize,
    pub table: &'e TableView<'e>,
}

/// A body on its way into a page.
pub(super) struct Rendered<'e, A: Readership> {
    /// What is rendered.
    view: BodyView<'e>,
    /// The way from the page to the site's top.
    root: String,
    index: &'e Index<'e, A>,
}

impl<'e, A: Readership> Rendered<'e, A> {
    /// A body on the page at a route.
    pub(super) fn of(view: BodyView<'e>, route: &Route, index: &'e Index<'e, A>) -> Self {
        Self { view, root: route.to_root(), index }
    }

    fn way(&self, destination: &str) -> Option<LinkTarget> {
        let path = match target(destination) {
            Target::Here | Target::Outside => return Some(LinkTarget { address: destination.to_owned(), cell: None }),
            Target::Forbidden => return None,
            Target::Content(path) => resolve(self.view.from, path)?,
        };
        let fragment = destination.find('#').map_or("", |at| &destination[at..]);
        self.cell(&path, fragment).or_else(|| {
            let route = self.index.links.get(&path)?;
            Some(LinkTarget { address: format!("{}{route}{fragment}", self.root), cell: None })
        })
    }

    /// The way to a cell, on the page that shows its table.
    fn cell(&self, path: &str, fragment: &str) -> Option<LinkTarget> {
        let shown = self.index.shown.get(path)?;
        let heads = shown.table.columns.iter().map(|column| column.name);
        let quoted = quote(&heads, shown.table.rows, fragment.strip_prefix('#')?).ok()?;
        let id = format!("t{}-r{}-c{}", shown.nth, quoted.row + 1, quoted.column + 1);
        Some(LinkTarget { address: format!("{}{}#{id}", self.root, shown.page), cell: Some(quoted.cell.to_owned()) })
    }
}

impl<A: Readership> Serialize for Rendered<'_, A> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&html(self.view.text, &|destination| self.way(destination)))
    }
}
