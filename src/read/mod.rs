//! From text to values: front matter, and TOML tables read field by field so that every mistake in a file is found in
//! one run.

mod fields;
mod front;
mod hidden;
mod nearest;
mod rules;
mod syntax;

pub use fields::{Fields, Table};
pub use front::{Document, document, fenced};
pub(crate) use hidden::{hidden_in_cells, hidden_in_prose};
pub(crate) use nearest::nearest;
pub use rules::*;

use std::ops::RangeInclusive;

use crate::diag::Spanned;

/// A text with its place.
pub type Text = Spanned<String>;
/// A date with its place.
pub type Date = Spanned<chrono::NaiveDate>;

/// The years that a day may lie in: from the founding of the People's Republic, with two centuries to come. A
/// narrow range keeps a slip of the pen from asking for thousands of periods.
pub const YEARS: RangeInclusive<i32> = 1949..=2199;
