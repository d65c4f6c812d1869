//! Edition → site: which files there are, what stands in each, and how they are rendered.

mod archive;
mod body;
mod cells;
pub mod ical;
mod index;
mod output;
mod outputs;
mod pages;
mod plan;
mod promises;
mod refusal;
mod sited;
pub mod spreadsheet;
mod theme;

use crate::table::is_dangerous;
use cells::escaped;
pub use index::Index;
pub use output::{Output, Page, RenderError};
pub use plan::{Plan, plan};
pub use sited::Sited;
pub use theme::{Theme, ThemeFiles, embedded_texts};
