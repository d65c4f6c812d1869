//! Assessments as a page can hold them, their points laid open.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, ItemRef, OfficeRef};
use crate::{edition::Route, text::Label};

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
