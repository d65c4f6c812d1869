//! The shape of each kind, as its reader tells it.

use super::{
    Accountability, Agency, Assessment, CalendarYear, Exercise, Feedback, Filing, Inspection, Item, Kind, KindDef,
    Markdown, Record, Site, Statistics, TextPage, Waiver,
};
use crate::{
    diag::Reach,
    read::{Fields, Shape},
};

impl KindDef {
    /// The fields that its files may have.
    pub fn shape(&self) -> Shape {
        Shape::of(|fields| read(self.kind, fields))
    }
}

/// Reads a file of a kind for the fields that are asked for alone.
fn read(kind: Kind, fields: &mut Fields<'_, '_>) {
    let (inside, body) = (Reach::Internal, Markdown { span: fields.head() });
    match kind {
        Kind::Site => drop(Site::read(fields)),
        Kind::Agency => drop(Agency::read(fields)),
        Kind::Waivers => drop(Waiver::all(fields)),
        Kind::Calendar => drop(CalendarYear::read(0, fields)),
        Kind::Item => drop(Item::read("", inside, None, fields)),
        Kind::Record => drop(Record::read("", "", inside, body, None, fields)),
        Kind::Page => drop(TextPage::read("", inside, body, None, fields)),
        Kind::Exercise => drop(Exercise::read("", inside, fields)),
        Kind::Filing => drop(Filing::read("", fields)),
        Kind::Feedback => drop(Feedback::read("", inside, fields)),
        Kind::Accountability => drop(Accountability::read("", inside, fields)),
        Kind::Assessment => drop(Assessment::read("", fields)),
        Kind::Inspection => drop(Inspection::read("", fields)),
        Kind::Statistics => drop(Statistics::read("", inside, fields)),
    }
}
