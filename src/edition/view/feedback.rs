//! Complaints and opinions as a page can hold them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, ItemRef, OfficeRef, ReleasedView};
use crate::{edition::Route, text::Label};

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
