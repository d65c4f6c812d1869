//! Tables that reckon: typed columns, formulas over columns and rows, exact arithmetic at the printed precision.
//!
//! Says what is wrong as `Fault`s, without rules and reports: `check` makes findings of them.

mod amount;
mod cells;
mod danger;
mod equation;
mod figure;
mod formula;
mod garbage;
mod judge;
mod kind;
mod names;
mod precision;
mod quote;
mod ratio;
mod ready;
mod resolve;
mod shape;
mod sheet;
mod working;

pub use cells::Places;
pub use danger::is_dangerous;
pub use figure::{Figure, Mark};
pub use formula::{Formula, parse};
pub use judge::judge;
pub use kind::ColumnKind;
pub use quote::{Quote, Wrong, agrees, other_money, quote};
pub use ratio::Ratio;
pub use ready::{READY, Ready, ready_words};
pub use sheet::Sheet;

use crate::{diag::Span, text::Text};

/// What kind of mistake it is: one rule for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A cell that is not of its column's type.
    Cell,
    /// A figure that is not what the arithmetic gives.
    Arithmetic,
    /// A figure reckoned from what is no figure.
    Unsummable,
    /// A formula that can't be read, or a name in it that the table does not have.
    Formula,
    /// A column or row of a ready-made definition that is not there.
    Missing,
    /// A figure that a definition would reckon, from a column that is not there.
    Unchecked,
}

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A cell: row (0 is the header) and column.
    Cell(usize, usize),
    /// Where the record says how the table is made.
    At(Span),
}

/// Something wrong with a table.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Which mistake.
    pub class: Class,
    /// Where.
    pub place: Place,
    /// What.
    pub message: Text,
    /// The formula, with what it says.
    pub see: Option<(Span, Text)>,
    /// How to mend it.
    pub help: Option<Text>,
}

impl Fault {
    fn new(class: Class, place: Place, message: Text) -> Self {
        Self { class, place, message, see: None, help: None }
    }
}
