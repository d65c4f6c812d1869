//! What one audience may see: the only door out of the model, and the only types that a page can hold.
//!
//! An edition of one audience can't stand in for another's:
//! ```compile_fail
//! use mingjing::edition::{Edition, Internal, Public};
//! fn publish(_: &Edition<'_, Public>) {}
//! fn leak(inside: &Edition<'_, Internal>) { publish(inside) }
//! ```

mod audience;
mod inside;
mod internal;
mod item;
mod promises;
mod public;
mod registers;
mod route;
mod supervision;
mod views;
mod watched;

pub use audience::{Audience, Internal, Public};
pub use item::*;
pub use promises::*;
pub use registers::*;
pub use route::Route;
pub use supervision::*;
pub use views::*;

use chrono::NaiveDate;

use crate::{day::Day, text::Lang};

/// Everything that audience `A` may see of a catalog.
pub struct Edition<'c, A: Audience> {
    /// The language of the site's own words.
    pub lang: Lang,
    /// The day on which promises are looked at.
    pub as_of: NaiveDate,
    /// 站点
    pub site: SiteView<'c>,
    /// What only this audience may see of it.
    pub site_annex: A::Annex<'c>,
    /// 本机关
    pub agency: Entry<'c, A, AgencyView<'c>>,
    /// 科室, in the agency's order.
    pub offices: Vec<Entry<'c, A, OfficeView<'c>>>,
    /// 职权事项, by id.
    pub items: Vec<Entry<'c, A, ItemView<'c>>>,
    /// 公开记录, newest first.
    pub records: Vec<Entry<'c, A, RecordView<'c>>>,
    /// What is left of withdrawn records, by item and id. Insiders see them whole, among the records.
    pub withdrawn: Vec<WithdrawnView<'c>>,
    /// 重要行政权力动态运行情况登记表, newest first.
    pub exercises: Vec<Entry<'c, A, ExerciseView<'c>>>,
    /// How the house is watched: what was released of it.
    pub supervision: Supervision<'c, A>,
    /// What has no public side at all.
    pub inside: A::Inside<'c>,
    /// 文字页, in their order.
    pub texts: Vec<Entry<'c, A, TextView<'c>>>,
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

/// Something that `A` may see, with what only `A` may see of it.
pub struct Entry<'c, A: Audience, T> {
    /// What everyone may see of it.
    pub view: T,
    /// What only this audience may see of it.
    pub annex: A::Annex<'c>,
}

/// Bytes for people, in units of 1024.
pub(crate) fn human_size(bytes: u64) -> String {
    public::human_size(bytes)
}

/// Projects a catalog for an audience, as it stands on a day.
pub fn project<'d, A: Audience>(day: &'d Day<'_>) -> Edition<'d, A> {
    A::project(day)
}

/// The promises that an audience may know of and that began by `by`, as they stand on a day.
pub fn promises<'d, A: Audience>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, A> {
    A::promises(day, by, lang)
}
