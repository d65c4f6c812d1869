//! From source to catalog: which file is of which kind, what lies beside it, and who may see it.

mod assemble;
mod beside;
mod catalog;
mod opened;
mod part;
mod registers;
mod root_file;
mod rules;
mod stray;

pub use assemble::{load, load_calendar};
pub(crate) use beside::hex;
pub use catalog::{Catalog, Shelf};
pub(crate) use opened::KnownAs;
pub use registers::Registers;
pub use rules::*;
