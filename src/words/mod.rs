//! The words of the field: closed vocabularies, periods, and how officials say when something is owed.

mod period;
mod timing;
mod vocabulary;
mod wording;

pub use period::{Period, year_named};
pub use timing::{Limit, MonthDay, Timing, Unit, Within};
pub use vocabulary::*;
pub(crate) use wording::day_named;
pub use wording::{Refused, Wording};
