//! What is authored, one file per kind, typed and with the place of every value.
//!
//! Nothing here is `Serialize`: only edition types may enter a page.
//! ```compile_fail
//! fn page(_: &impl serde::Serialize) {}
//! fn leak(item: &mingjing::model::Item) { page(item) }
//! ```

mod address;
mod agency;
mod beside;
mod calendar;
mod catalog;
mod internal;
mod item;
mod load;
mod period;
mod record;
mod rules;
mod schedule;
mod site;
mod step;
mod text;
mod vocabulary;
mod waiver;
mod wording;

pub(crate) use address::is_id;
pub use agency::{Agency, Complaint, DisclosureOffice, LeadingGroup, Member, Office, Supervisor};
pub(crate) use beside::hex;
pub use calendar::{CalendarYear, Holiday};
pub use catalog::{Catalog, Shelf};
pub use internal::{Annex, Clearance, Internal};
pub use item::{Basis, Change, Fee, Importance, Item, Remedy};
pub use load::{load, load_calendar};
pub use period::Period;
pub use record::{Attachment, Cells, Delivery, Occasion, Record, Review, Revision, Sign, Table, Withheld};
pub use rules::*;
pub use schedule::{Limit, MonthDay, Schedule, Timing, Within};
pub use site::{Policy, Site};
pub use step::{Branch, Procedure, Step, Way};
pub use text::TextPage;
pub use vocabulary::*;
pub use waiver::Waiver;
pub use wording::{Refused, Wording};

use crate::diag::{Span as Place, Spanned};

/// A text with its place.
pub type Text = Spanned<String>;
/// A date with its place.
pub type Date = Spanned<chrono::NaiveDate>;
/// A body of Markdown: the place of its text in its file.
#[derive(Clone, Copy, Debug)]
pub struct Markdown {
    /// Where it stands.
    pub span: Place,
}
