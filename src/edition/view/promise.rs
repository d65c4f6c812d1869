//! Promises as a page can hold them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{OfficeRef, RecordRef, Viewed, WithdrawnRef};
use crate::{
    edition::{Readership, Route, Seen},
    text::Label,
    words::State,
};

/// Every promise that audience `A` may know of.
pub struct Promises<'c, A: Readership> {
    /// By deadline, item and what it is about.
    pub list: Vec<Seen<A, PromiseView<'c>>>,
    /// Promises whose deadline can't be told: item, what it is about, the year without a calendar.
    pub undated: Vec<UndatedView<'c>>,
}

/// One promise, and whether it came.
#[derive(Clone, Serialize)]
pub struct PromiseView<'c> {
    /// Its item's id.
    pub item: &'c str,
    /// 职权名称
    pub item_name: &'c str,
    /// Its item's page.
    pub item_route: Route,
    /// 承办科室
    pub office: OfficeRef<'c>,
    /// Owed to whom.
    pub audience: Label,
    /// What it is called among the promises of its item.
    #[serde(skip)]
    pub key: String,
    /// What it is about, in words.
    pub about: String,
    /// The period, such as `2026-H1`.
    pub period: Option<String>,
    /// The day of the event.
    pub event: Option<NaiveDate>,
    /// What has to be done: 公开, 报送, 答复.
    pub deed: &'static str,
    /// The first day of its window.
    pub opens: NaiveDate,
    /// The last day of its window.
    pub due: NaiveDate,
    /// 暂定
    pub provisional: bool,
    /// How it stands.
    pub state: Label,
    /// The same as a value.
    #[serde(skip)]
    pub standing: State,
    /// The record that met it.
    pub record: Option<RecordRef<'c>>,
    /// The record that had met it and was withdrawn.
    pub withdrawn: Option<WithdrawnRef<'c>>,
    /// When it came.
    pub published_on: Option<NaiveDate>,
    /// How many days after the deadline it came, or is missing by now.
    pub days_late: u32,
    /// Where the deadline comes from.
    pub basis: String,
}

impl PromiseView<'_> {
    /// Whether it had to be met by now, or was: what an on-time rate counts.
    pub fn counts(&self) -> bool {
        !matches!(self.standing, State::Upcoming | State::DueSoon | State::Waived)
    }
}

/// A promise whose deadline can't be told.
pub struct UndatedView<'c> {
    /// Its item's id.
    pub item: &'c str,
    /// 承办科室
    pub office: OfficeRef<'c>,
    /// Owed to whom.
    pub audience: Label,
    /// What it is about, in words.
    pub about: String,
    /// The year without a calendar.
    pub year: i32,
}

/// What has to be done next, and by whom.
#[derive(Clone, Serialize)]
pub struct ActView<'c> {
    /// What.
    pub act: Label,
    /// The office, the disclosure office or the superior office.
    pub who: &'c str,
}

/// Who waived a promise, and why.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Waiver`
pub struct WaiverView<'c> {
    pub reason: &'c str,
    pub owner: &'c str,
    pub until: Option<NaiveDate>,
}

/// What insiders see beside a promise.
#[derive(Clone, Default, Serialize)]
pub struct PromiseAnnex<'c> {
    /// What has to be done next, and by whom.
    pub act: Option<ActView<'c>>,
    /// The record that is being prepared.
    pub draft: Option<RecordRef<'c>>,
    /// Who waived it, and why.
    pub waiver: Option<WaiverView<'c>>,
}

impl<'c> Viewed for PromiseView<'c> {
    type Annex = PromiseAnnex<'c>;
}
