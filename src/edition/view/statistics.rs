//! Statistics of complaints and opinions as a page can hold them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{ReviewsView, SignView, Viewed};
use crate::text::Label;

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

impl<'c> Viewed for StatisticsView<'c> {
    type Annex = ReviewsView<'c>;
}
