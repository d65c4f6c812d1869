//! The only reader of content: walks the tree, decodes text, splits front matter, and reads TOML
//! tables field by field so that every mistake in a file is found in one run.

mod attached;
mod blob;
mod clutter;
mod decode;
mod fields;
mod front;
mod hidden;
mod nearest;
mod open;
mod rules;
mod syntax;
mod walk;

pub(crate) use attached::{is_text, readings};
pub use blob::{Blob, Sum, read_file};
pub use fields::{Fields, Table};
pub use front::{Document, document, fenced};
pub(crate) use hidden::{hidden_in_cells, hidden_in_prose};
pub(crate) use nearest::nearest;
pub use open::said;
pub use rules::*;
pub use walk::{Source, read_tree};

use std::ops::RangeInclusive;

/// The years that a day may lie in: from the founding of the People's Republic, with two centuries to come. A
/// narrow range keeps a slip of the pen from asking for thousands of periods.
pub const YEARS: RangeInclusive<i32> = 1949..=2199;
