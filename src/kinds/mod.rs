//! What is authored, one file per kind, typed and with the place of every value.
//!
//! Nothing here is `Serialize`: only edition types may enter a page.
//! ```compile_fail
//! fn page(_: &impl serde::Serialize) {}
//! fn leak(item: &mingjing::kinds::Item) { page(item) }
//! ```

mod accountability;
mod address;
mod agency;
mod assessment;
mod attachment;
mod calendar;
mod delivery;
mod exercise;
mod feedback;
mod filing;
mod inspection;
mod internal;
mod item;
mod keys;
mod record;
mod registry;
mod release;
mod review;
mod schedule;
mod schema;
mod shapes;
mod sheet;
mod site;
mod statistics;
mod step;
mod text;
mod waiver;

pub use accountability::Accountability;
pub(crate) use address::is_id;
pub use address::{Address, Part};
pub use agency::{Agency, Archive, Complaint, DisclosureOffice, LeadingGroup, Member, Office, Supervisor};
pub use assessment::{Assessment, Quiz, Share, Survey, Weights};
pub use attachment::{Attached, Attachment};
pub use calendar::{CalendarYear, Holiday};
pub use delivery::Delivery;
pub use exercise::{Exercise, Stage};
pub use feedback::{Complainant, Feedback};
pub use filing::{Filing, FilingRow};
pub use inspection::{Brief, Inspection, Problem};
pub use internal::{Annex, Clearance, Internal};
pub use item::{Basis, Change, Fee, Importance, Item, Remedy};
pub use record::{Occasion, Record, Revision, Withheld};
pub(crate) use registry::{ANNEX, below, item_of_folder, root_file, root_files};
pub use registry::{End, IdForm, KINDS, Kind, KindDef, Side};
pub use release::Release;
pub use review::{Review, Sign};
pub use schedule::Schedule;
pub use schema::schema;
pub use sheet::{Cells, Column, Table};
pub use site::{FilingDuty, Policy, Site};
pub use statistics::{Parts, Statistics};
pub use step::{Branch, Procedure, Step, Way};
pub use text::TextPage;
pub use waiver::Waiver;

/// Tables whose strings are closed wherever they stand.
pub(crate) const CLOSED_TABLES: [&str; 3] = [internal::INTERNAL.name, review::REVIEW.name, feedback::COMPLAINANT.name];

use crate::diag::Span as Place;

/// A body of Markdown: the place of its text in its file.
#[derive(Clone, Copy, Debug)]
pub struct Markdown {
    /// Where it stands.
    pub span: Place,
}
