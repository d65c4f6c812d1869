//! What is published of something that stays inside, as a page can hold it.

use chrono::NaiveDate;
use serde::Serialize;

use super::ReviewsView;

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
    #[serde(flatten)]
    pub reviews: ReviewsView<'c>,
}
