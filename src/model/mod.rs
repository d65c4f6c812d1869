//! What is authored, one file per kind, typed and with the place of every value.
//!
//! Nothing here is `Serialize`: only edition types may enter a page.
//! ```compile_fail
//! fn page(_: &impl serde::Serialize) {}
//! fn leak(item: &mingjing::model::Item) { page(item) }
//! ```

mod accountability;
mod address;
mod agency;
mod assessment;
mod attachment;
mod beside;
mod calendar;
mod catalog;
mod exercise;
mod feedback;
mod filing;
mod internal;
mod item;
mod load;
mod opened;
mod part;
mod period;
mod record;
mod registers;
mod release;
mod review;
mod root_file;
mod rules;
mod schedule;
mod site;
mod statistics;
mod step;
mod text;
mod vocabulary;
mod waiver;
mod wording;

pub use accountability::Accountability;
pub(crate) use address::is_id;
pub use agency::{Agency, Archive, Complaint, DisclosureOffice, LeadingGroup, Member, Office, Supervisor};
pub use assessment::{Assessment, Quiz, Share, Survey, Weights};
pub use attachment::{Attached, Attachment};
pub(crate) use beside::hex;
pub use calendar::{CalendarYear, Holiday};
pub use catalog::{Catalog, Shelf};
pub use exercise::{Exercise, Stage};
pub use feedback::{Complainant, Feedback};
pub use filing::{Filing, FilingRow};
pub use internal::{Annex, Clearance, Internal};
pub use item::{Basis, Change, Fee, Importance, Item, Remedy};
pub use load::{load, load_calendar};
pub use period::Period;
pub use record::{Cells, Column, Delivery, Occasion, Record, Revision, Table, Withheld};
pub use release::Release;
pub use review::{Review, Sign};
pub use rules::*;
pub use schedule::{Limit, MonthDay, Schedule, Timing, Unit, Within};
pub use site::{FilingDuty, Policy, Site};
pub use statistics::{Parts, Statistics};
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
