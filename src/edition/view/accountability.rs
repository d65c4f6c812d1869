//! Findings of responsibility as a page can hold them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, ItemRef, OfficeRef, ReleasedView};
use crate::{edition::Route, text::Label};

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
