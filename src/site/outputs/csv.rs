//! A table as a CSV file that no spreadsheet takes for a program.

use std::marker::PhantomData;

use super::file::Copied;
use crate::{
    edition::{Readership, Route, TableView},
    site::{Output, RenderError, Theme, is_dangerous, spreadsheet::plain_csv},
};

/// A table with a cell that a spreadsheet would take for a formula: an apostrophe stands before each such cell. A table
/// without one is offered as it was authored, byte for byte.
pub(super) struct Csv<'e, A> {
    table: &'e TableView<'e>,
    audience: PhantomData<A>,
}

/// The output of a table.
pub(super) fn of<'e, A: Readership>(table: &'e TableView<'e>) -> Option<Box<dyn Output<A> + 'e>> {
    if is_rewritten(table) {
        return Some(Box::new(Csv { table, audience: PhantomData::<A> }));
    }
    Some(Box::new(Copied::<A>::of(&table.route, table.file?)))
}

/// Whether it is not offered as it was authored.
pub(in crate::site) fn is_rewritten(table: &TableView<'_>) -> bool {
    let heads = table.columns.iter().map(|column| column.name);
    heads.chain(table.rows.iter().flatten().map(String::as_str)).any(is_dangerous)
}

/// Its bytes where it is written anew.
pub(in crate::site) fn rewritten(table: &TableView<'_>) -> Vec<u8> {
    let heads: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let rows = table.rows.iter().map(|cells| cells.iter().map(String::as_str).collect());
    plain_csv(std::iter::once(heads).chain(rows)).into_bytes()
}

impl<A: Readership> Output<A> for Csv<'_, A> {
    fn route(&self) -> &Route {
        &self.table.route
    }
    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        out.extend_from_slice(&rewritten(self.table));
        Ok(())
    }
}
