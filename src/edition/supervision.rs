//! Complaints, accountability and assessment as a page can hold them: what was released, and what only insiders see.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, Audience, Entry, OfficeRef, Route, SignView};
use crate::text::Label;

/// What audience `A` may know of how the house is watched.
pub struct Supervision<'c, A: Audience> {
    /// How soon each kind is answered.
    pub limits: Vec<LimitView>,
    /// Released periods, newest first.
    pub statistics: Vec<Entry<'c, A, StatisticsView<'c>>>,
    /// Released answers, newest first.
    pub answers: Vec<ReleaseView<'c>>,
    /// Released findings of responsibility, newest first.
    pub findings: Vec<ReleaseView<'c>>,
}

/// 答复时限 of a kind.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct LimitView {
    pub kind: Label,
    pub within: String,
}

/// 投诉举报和评议意见统计 of a released period.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Statistics`
pub struct StatisticsView<'c> {
    pub period: String,
    pub note: Option<&'c str>,
    pub published_on: Option<NaiveDate>,
    pub received: u32,
    pub answered: Option<u32>,
    pub in_time: Option<u32>,
    pub kinds: BrokenView,
    pub ways: BrokenView,
}

/// Cases by word; empty where that would tell too much.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct BrokenView {
    pub parts: Vec<PartView>,
    pub others: u32,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct PartView {
    pub word: Label,
    pub count: u32,
}

/// What is published of something that stays inside.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Release`
pub struct ReleaseView<'c> {
    pub title: &'c str,
    pub summary: &'c str,
    pub answer: Option<&'c str>,
    pub published_on: Option<NaiveDate>,
}

/// A release as insiders see it: with its reviews, and whether it is out.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ReleasedView<'c> {
    pub release: ReleaseView<'c>,
    pub is_out: bool,
    pub secrecy_review: Option<SignView<'c>>,
    pub superior_review: Option<SignView<'c>>,
}

/// The item that something is about.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ItemRef<'c> {
    pub name: &'c str,
    pub route: Option<Route>,
}

/// 投诉举报、意见建议、评议
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Feedback`
pub struct FeedbackView<'c> {
    pub route: Route,
    pub kind: Option<Label>,
    pub way: Option<Label>,
    pub received_on: Option<NaiveDate>,
    pub item: Option<ItemRef<'c>>,
    pub subject: &'c str,
    pub content: Option<&'c str>,
    pub office: OfficeRef<'c>,
    pub limit: String,
    pub answered_on: Option<NaiveDate>,
    pub answer: Option<&'c str>,
    pub outcome: Option<Label>,
    pub complainant: Option<ComplainantView<'c>>,
    pub release: Option<ReleasedView<'c>>,
    pub annex: AnnexView<'c>,
}

/// 投诉举报人
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ComplainantView<'c> {
    pub name: Option<&'c str>,
    pub contact: Option<&'c str>,
}

/// 责任追究
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Accountability`
pub struct AccountabilityView<'c> {
    pub route: Route,
    pub level: Option<Label>,
    pub post: &'c str,
    pub office: OfficeRef<'c>,
    pub item: Option<ItemRef<'c>>,
    pub found_on: Option<NaiveDate>,
    pub finding: &'c str,
    pub measure: &'c str,
    pub transferred_on: Option<NaiveDate>,
    pub correct_by: Option<NaiveDate>,
    pub corrected_on: Option<NaiveDate>,
    pub correction: Option<&'c str>,
    pub reported_on: Option<NaiveDate>,
    pub release: Option<ReleasedView<'c>>,
    pub annex: AnnexView<'c>,
}

/// 考核评价
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Assessment`
pub struct AssessmentView<'c> {
    pub route: Route,
    pub period: String,
    pub submitted_on: Option<NaiveDate>,
    pub quizzes: Vec<QuizView<'c>>,
    pub surveys: Vec<SurveyView>,
    /// Absent where the period or the site's points can't be read.
    pub reckoning: Option<ReckoningView<'c>>,
    pub annex: AnnexView<'c>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct QuizView<'c> {
    pub office: OfficeRef<'c>,
    pub share: ShareView,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct SurveyView {
    pub by: Option<Label>,
    pub share: ShareView,
}

/// So many of so many.
#[derive(Clone, Copy, Serialize)]
#[allow(missing_docs)]
pub struct ShareView {
    pub part: u32,
    pub whole: u32,
}

/// The points, laid open.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `supervision::Reckoning`
pub struct ReckoningView<'c> {
    pub decided_on: Option<NaiveDate>,
    /// The most that can be had.
    pub most: u32,
    pub house: Vec<AspectView>,
    pub total: String,
    pub offices: Vec<OfficeScoreView<'c>>,
}

/// One of the four aspects.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct AspectView {
    pub name: &'static str,
    pub weight: u32,
    pub share: ShareView,
    pub points: String,
}

/// The points of an office.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct OfficeScoreView<'c> {
    pub office: OfficeRef<'c>,
    pub aspects: Vec<AspectView>,
    pub total: String,
    pub items: Vec<ItemScoreView<'c>>,
}

/// What an item contributes, and what lowered it.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ItemScoreView<'c> {
    pub item: ItemRef<'c>,
    pub scope: ShareView,
    pub timeliness: ShareView,
    pub lowered: Vec<String>,
}
