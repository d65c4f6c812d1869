//! The only reader of content: walks the tree, decodes text, holds attachments. What it gives is a value.

#![expect(clippy::disallowed_methods, reason = "what is authored is read here and nowhere else")]

mod attached;
mod blob;
mod clutter;
mod decode;
mod files;
mod leaf;
mod open;
mod rules;
mod walk;

pub(crate) use attached::{is_text, readings};
pub use blob::{Blob, Seekable, Sum, read_file};
pub use files::Source;
pub(crate) use leaf::{ROOT, STATIC};
pub use open::said;
pub use rules::*;
pub use walk::read_tree;
