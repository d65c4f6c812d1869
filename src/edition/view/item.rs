//! What a page can hold of an item.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, OfficeRef, ReviewsView, Viewed};
use crate::{edition::Route, text::Label};

/// 职权事项
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Item`
pub struct ItemView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub name: &'c str,
    pub category: Option<Label>,
    pub audience: Label,
    pub office: OfficeRef<'c>,
    pub channels: Vec<Label>,
    pub content: Option<&'c str>,
    pub fee: Option<FeeView<'c>>,
    pub status: Label,
    pub started_on: Option<NaiveDate>,
    pub suspended_on: Option<NaiveDate>,
    pub resumed_on: Option<NaiveDate>,
    pub terminated_on: Option<NaiveDate>,
    pub code: Option<&'c str>,
    pub remark: Option<&'c str>,
    /// 公开时间 in words, such as 半年一公开（20个工作日内）.
    pub schedule: Option<String>,
    pub importance: Option<ImportanceView<'c>>,
    pub bases: Vec<BasisView<'c>>,
    pub steps: Vec<StepView<'c>>,
    pub remedies: Vec<RemedyView<'c>>,
    pub changes: Vec<ChangeView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct FeeView<'c> {
    pub said: Option<&'c str>,
    pub basis: Option<&'c str>,
    pub standard: Option<&'c str>,
    pub unit: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ImportanceView<'c> {
    pub level: Option<Label>,
    pub decided_by: &'c str,
    pub document: &'c str,
    pub on: Option<NaiveDate>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct BasisView<'c> {
    pub kind: Option<Label>,
    pub title: &'c str,
    pub doc_no: Option<&'c str>,
    pub article: Option<&'c str>,
    pub date: Option<NaiveDate>,
    pub text: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct StepView<'c> {
    pub name: &'c str,
    pub condition: Option<&'c str>,
    pub post: Option<&'c str>,
    pub limit: Option<&'c str>,
    pub statutory: Option<String>,
    pub promised: Option<String>,
    /// Whether less is promised than the law gives; known where both are said.
    #[serde(skip)]
    pub is_faster: Option<bool>,
    pub control: Option<&'c str>,
    pub rights: Option<&'c str>,
    pub remedy: Option<&'c str>,
    pub next: Vec<WayView<'c>>,
    pub returns: Vec<WayView<'c>>,
}

/// Where a step leads.
#[derive(Clone, Serialize)]
pub struct WayView<'c> {
    /// Which of the item's steps, from 0.
    pub to: usize,
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub name: &'c str,
    /// In which case.
    pub when: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct RemedyView<'c> {
    pub kind: Option<Label>,
    pub contact: &'c str,
    pub limit: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ChangeView<'c> {
    pub on: Option<NaiveDate>,
    pub kind: Option<Label>,
    pub what: &'c str,
    pub reported_on: Option<NaiveDate>,
    pub basis: Option<&'c str>,
}

/// The item that something is about.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ItemRef<'c> {
    pub name: &'c str,
    pub route: Option<Route>,
}

/// What insiders see beside an item.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)]
pub struct ItemAnnex<'c> {
    #[serde(flatten)]
    pub annex: AnnexView<'c>,
    #[serde(flatten)]
    pub reviews: ReviewsView<'c>,
    /// Why it is not on the public site although it was meant to be.
    pub withheld: Option<&'static str>,
}

impl<'c> Viewed for ItemView<'c> {
    type Annex = ItemAnnex<'c>;
}
