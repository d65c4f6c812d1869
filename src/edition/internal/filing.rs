//! What is filed upward, which insiders alone see.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Insider, item_ref};
use crate::{
    edition::{
        AnnexView, ItemRef, Route,
        public::{day, opt},
    },
    kinds::{Address, Filing, FilingRow, Kind},
    text::{Label, Word},
};

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

impl<'d> Insider<'d, '_, '_> {
    /// Newest first.
    pub(super) fn filings(&self) -> Vec<FilingView<'d>> {
        let all = self.catalog.registers.reveal(self.clearance).filings.iter();
        let mut filings: Vec<_> = all.map(|filing| self.filing(filing)).collect();
        filings.sort_by(|a, b| (b.filled_on, b.id).cmp(&(a.filled_on, a.id)));
        filings
    }

    fn filing(&self, filing: &'d Filing) -> FilingView<'d> {
        FilingView {
            id: &filing.id,
            route: Route::of(Address::of(Kind::Filing, &filing.id)),
            reg_no: opt(&filing.reg_no),
            period: filing.period.as_ref().map(|p| p.value.shown(self.lang)),
            filled_by: &filing.filled_by,
            filled_on: day(&filing.filled_on),
            submitted_on: day(&filing.submitted_on),
            remark: opt(&filing.remark),
            rows: filing.rows.iter().map(|row| self.filing_row(row)).collect(),
            annex: self.annex(&filing.annex),
        }
    }

    fn filing_row(&self, row: &'d FilingRow) -> FilingRowView<'d> {
        let item = self.item(&row.item);
        let ItemRef { name, route } = item.map_or(ItemRef { name: &row.item, route: None }, item_ref);
        FilingRowView {
            item: &row.item,
            item_name: name,
            item_route: route,
            count: row.count.as_ref().map(|n| n.value),
            summary: &row.summary,
            channels: row.channels.iter().map(|c| c.value.label(self.lang)).collect(),
            audience: item.map(|i| i.audience.value.label(self.lang)),
            published_on: day(&row.published_on),
        }
    }
}
