//! Edition → site: which files there are, what stands in each, and how they are rendered.

mod archive;
mod body;
mod cells;
mod charts;
pub mod ical;
mod index;
mod output;
mod outputs;
mod pages;
mod plan;
mod promises;
mod sited;
pub mod spreadsheet;
mod theme;

use cells::{escaped, is_dangerous};
pub use index::Index;
pub use output::{Output, Page, RenderError};
pub use plan::{Plan, plan};
pub use sited::Sited;
pub use theme::{Theme, embedded_texts};
