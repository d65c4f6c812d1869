//! Registers as a page can hold them: exercises of important powers, and what is filed upward.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AccountabilityView, ActView, AnnexView, AssessmentView, FeedbackView, OfficeRef, Route, SignView};
use crate::text::Label;

/// 重要行政权力动态运行情况登记表
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Exercise`
pub struct ExerciseView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub item: &'c str,
    pub item_name: &'c str,
    pub item_route: Route,
    pub category: Option<Label>,
    pub audience: Label,
    pub subject: &'c str,
    pub office: OfficeRef<'c>,
    pub remark: Option<&'c str>,
    /// The reviewed ones.
    pub stages: Vec<StageView<'c>>,
    /// The day of the first stage that may be seen: lists sort by it.
    pub listed_on: NaiveDate,
}

/// 环节
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Stage`
pub struct StageView<'c> {
    pub kind: Option<Label>,
    pub on: Option<NaiveDate>,
    pub what: &'c str,
    pub by: &'c str,
    /// 公开时间, after the superior office's review.
    pub published_on: Option<NaiveDate>,
}

/// What only insiders see of a stage.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct StageAnnexView<'c> {
    pub stage: StageView<'c>,
    pub recorded_on: Option<NaiveDate>,
    pub submitted_on: Option<NaiveDate>,
    pub secrecy_review: Option<SignView<'c>>,
    pub superior_review: Option<SignView<'c>>,
    /// What has to be done before the public may see it.
    pub act: Option<ActView<'c>>,
}

/// A sheet to print of a record.
#[derive(Clone, Serialize)]
pub struct SheetRef {
    /// `boards` for 公开栏, `documents` for 下发文件.
    pub kind: &'static str,
    /// Its page.
    pub route: Route,
}

/// What only insiders know of at all.
#[derive(Clone, Serialize)]
pub struct Inside<'c> {
    /// 备案表, newest first.
    pub filings: Vec<FilingView<'c>>,
    /// 投诉举报和评议意见, newest first.
    pub feedback: Vec<FeedbackView<'c>>,
    /// Statistics of complaints that are not published yet.
    pub statistics: Vec<HeldStatisticsView<'c>>,
    /// 责任追究, newest first.
    pub accountability: Vec<AccountabilityView<'c>>,
    /// 考核评价, newest first.
    pub assessments: Vec<AssessmentView<'c>>,
}

/// Statistics of a period that wait for their review or their day.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct HeldStatisticsView<'c> {
    pub period: Option<String>,
    pub note: Option<&'c str>,
    pub secrecy_review: Option<SignView<'c>>,
    /// What the cases give, as the file would have it, line by line; empty where the period is not over.
    pub counted: Vec<String>,
}

/// 非重要行政权力动态运行情况备案表
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Filing`
pub struct FilingView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub reg_no: Option<&'c str>,
    pub period: Option<String>,
    pub filled_by: &'c str,
    pub filled_on: Option<NaiveDate>,
    pub submitted_on: Option<NaiveDate>,
    pub remark: Option<&'c str>,
    pub rows: Vec<FilingRowView<'c>>,
    pub annex: AnnexView<'c>,
}

/// One item of a filing.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::FilingRow`
pub struct FilingRowView<'c> {
    pub item: &'c str,
    pub item_name: &'c str,
    pub item_route: Option<Route>,
    pub count: Option<i64>,
    pub summary: &'c str,
    pub channels: Vec<Label>,
    pub audience: Option<Label>,
    pub published_on: Option<NaiveDate>,
}
