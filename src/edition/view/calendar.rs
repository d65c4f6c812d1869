//! The days off of a year as a page can hold them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::DayKind;

/// 节假日安排 of one year.
#[derive(Clone, Serialize)]
pub struct YearView<'c> {
    /// The year.
    pub year: i32,
    /// 暂定
    pub provisional: bool,
    /// Title of the notice.
    pub notice: Option<&'c str>,
    /// 文号 of the notice.
    pub doc_no: Option<&'c str>,
    /// Every day.
    #[serde(skip)]
    pub days: Vec<DayView<'c>>,
}

/// A day of a year.
#[derive(Clone, Copy)]
pub struct DayView<'c> {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// The holiday that made it so.
    pub name: Option<&'c str>,
}
