//! The only reader of content: walks the tree, decodes text, holds attachments.

#![expect(clippy::disallowed_methods, reason = "what is authored is read here and nowhere else")]

mod attached;
mod blob;
mod clutter;
mod decode;
mod open;
mod rules;
mod walk;

pub(crate) use attached::{is_text, readings};
pub use blob::{Blob, Sum, read_file};
pub use open::said;
pub use rules::*;
pub use walk::{Source, read_tree};
