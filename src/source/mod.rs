//! The only reader of content: walks the tree, decodes text, splits front matter, and reads TOML
//! tables field by field so that every mistake in a file is found in one run.

mod decode;
mod fields;
mod front;
mod rules;
mod syntax;
mod walk;

pub(crate) use fields::nearest;
pub use fields::{Fields, Table};
pub use front::{Document, document, fenced};
pub use rules::*;
pub use walk::{Blob, Source, read_file, read_plain, read_tree};
