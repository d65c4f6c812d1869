//! From text to values: front matter, and TOML tables read field by field so that every mistake in a file is found in
//! one run.

mod fields;
mod front;
mod hidden;
mod items;
mod key;
mod mention;
mod nearest;
mod rules;
mod shape;
mod syntax;

pub use fields::{Fields, MOST_CASES, TomlTable};
pub(crate) use front::written;
pub use front::{Document, document};
pub(crate) use hidden::{hidden_in_cells, hidden_in_prose};
pub use items::ItemNames;
pub use key::{Grammar, Key};
pub use mention::{Mention, Named, Register, Tense};
pub(crate) use nearest::nearest;
pub use rules::*;
pub use shape::{Choice, Field, Form, Need, Shape, Type, Vocable};

use std::{ops::RangeInclusive, sync::Arc};

use crate::diag::{Finding, Spanned};

/// What reading a file brings beside its value.
#[derive(Debug, Default)]
pub struct Found {
    /// Everything that is wrong in it.
    pub findings: Vec<Finding>,
    /// What it mentions.
    pub mentions: Vec<Mention>,
    /// The items that it may name: a field has the id, whichever way it was written.
    pub items: Arc<ItemNames>,
}

impl Found {
    /// For another reading of the same site: nothing was found yet.
    pub fn anew(&self) -> Self {
        Self { items: Arc::clone(&self.items), ..Self::default() }
    }

    /// Adds what another reading brought.
    pub fn append(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.mentions.extend(other.mentions);
    }
}

/// A text with its place.
pub type FieldText = Spanned<String>;
/// A date with its place.
pub type Date = Spanned<chrono::NaiveDate>;

/// The years that a day may lie in: from the founding of the People's Republic, with two centuries to come. A
/// narrow range keeps a slip of the pen from asking for thousands of periods.
pub const YEARS: RangeInclusive<i32> = 1949..=2199;
