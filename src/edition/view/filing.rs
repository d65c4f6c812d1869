//! What is filed upward, as a page can hold it.

use chrono::NaiveDate;
use serde::Serialize;

use super::AnnexView;
use crate::{edition::Route, text::Label};

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
