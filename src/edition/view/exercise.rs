//! Exercises of important powers as a page can hold them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{ActView, AnnexView, OfficeRef, ReviewsView, Viewed};
use crate::{edition::Route, text::Label};

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
    #[serde(flatten)]
    pub reviews: ReviewsView<'c>,
    /// What has to be done before the public may see it.
    pub act: Option<ActView<'c>>,
}

/// What insiders see beside an exercise.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)] // the fields are the closed ones of `kinds::Exercise`
pub struct ExerciseAnnex<'c> {
    #[serde(flatten)]
    pub annex: AnnexView<'c>,
    pub archive_no: Option<&'c str>,
    pub reg_no: Option<&'c str>,
    /// Every stage, with its reviews.
    pub stages: Vec<StageAnnexView<'c>>,
}

impl<'c> Viewed for ExerciseView<'c> {
    type Annex = ExerciseAnnex<'c>;
}
