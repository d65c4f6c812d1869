//! What one audience may see: the only door out of the model, and the only types that a page can hold.
//!
//! An edition of one audience can't stand in for another's:
//! ```compile_fail
//! use mingjing::edition::{Edition, Insiders, Public};
//! fn publish(_: &Edition<'_, Public>) {}
//! fn leak(inside: &Edition<'_, Insiders>) { publish(inside) }
//! ```

mod audience;
mod internal;
mod public;
mod route;
mod view;

pub use audience::{Beside, Insiders, Public, Readership, Seen};
pub use internal::*;
pub use route::Route;
pub use view::*;

use chrono::NaiveDate;

use crate::{day::Day, text::Lang};

/// Everything that audience `A` may see of a catalog.
pub struct Edition<'c, A: Readership> {
    /// The language of the site's own words.
    pub lang: Lang,
    /// The day on which promises are looked at.
    pub as_of: NaiveDate,
    /// 站点
    pub site: Seen<A, SiteView<'c>>,
    /// 本机关
    pub agency: Seen<A, AgencyView<'c>>,
    /// 科室, in the agency's order.
    pub offices: Vec<Seen<A, OfficeView<'c>>>,
    /// 职权事项, by id.
    pub items: Vec<Seen<A, ItemView<'c>>>,
    /// 公开记录, newest first.
    pub records: Vec<Seen<A, RecordView<'c>>>,
    /// What is left of withdrawn records, by item and id. Insiders see them whole, among the records.
    pub withdrawn: Vec<WithdrawnView<'c>>,
    /// 重要行政权力动态运行情况登记表, newest first.
    pub exercises: Vec<Seen<A, ExerciseView<'c>>>,
    /// How the house is watched: what was released of it.
    pub supervision: Supervision<'c, A>,
    /// What has no public side at all.
    pub inside: A::Inside<'c>,
    /// 文字页, in their order.
    pub texts: Vec<Seen<A, TextView<'c>>>,
    /// Every promise; `None` where the site does not show them (`public_timeliness = false`).
    pub promises: Option<Promises<'c, A>>,
    /// How many days before its deadline a promise is due soon.
    pub due_soon_days: u32,
    /// 节假日安排, by year.
    pub years: Vec<YearView<'c>>,
    /// What stands at the site's root, whatever it is.
    pub root_files: Vec<RootFileView<'c>>,
    /// Folder of the theme's overriding files.
    pub theme: Option<&'c str>,
}

/// What audience `A` may know of how the house is watched.
pub struct Supervision<'c, A: Readership> {
    /// How soon each kind is answered.
    pub limits: Vec<LimitView>,
    /// Released periods, newest first.
    pub statistics: Vec<Seen<A, StatisticsView<'c>>>,
    /// Released answers, newest first.
    pub answers: Vec<ReleaseView<'c>>,
    /// Released findings of responsibility, newest first.
    pub findings: Vec<ReleaseView<'c>>,
}

/// Bytes for people, in units of 1024.
pub(crate) fn human_size(bytes: u64) -> String {
    public::human_size(bytes)
}

/// Projects a catalog for an audience, as it stands on a day.
pub fn project<'d, A: Readership>(day: &'d Day<'_>) -> Edition<'d, A> {
    A::project(day)
}

/// The promises that an audience may know of and that began by `by`, as they stand on a day.
pub fn promises<'d, A: Readership>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, A> {
    A::promises(day, by, lang)
}
