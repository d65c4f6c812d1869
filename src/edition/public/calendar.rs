//! What the public may see of the days off.

use super::opt;
use crate::{
    calendar::named,
    edition::{DayView, YearView},
    kinds::CalendarYear,
};

/// 节假日安排 is public: it is the State Council's.
pub(super) fn year(year: &CalendarYear) -> YearView<'_> {
    let days = named(year).map(|(on, kind, name)| DayView { on, kind, name }).collect();
    let provisional = year.is_provisional();
    let CalendarYear { year, place: _, status: _, notice, doc_no, issued_on: _, source: _, holidays: _ } = year;
    YearView { year: *year, provisional, notice: opt(notice), doc_no: opt(doc_no), days }
}
