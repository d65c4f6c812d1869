//! The only reader of content: walks the tree, decodes text, splits front matter, and reads TOML
//! tables field by field so that every mistake in a file is found in one run.

mod blob;
mod decode;
mod fields;
mod front;
mod open;
mod rules;
mod syntax;
mod walk;

pub use blob::{Blob, Sum, read_file, read_plain};
pub(crate) use fields::nearest;
pub use fields::{Fields, Table};
pub use front::{Document, document, fenced};
pub use open::said;
pub use rules::*;
pub use walk::{Source, read_tree};
