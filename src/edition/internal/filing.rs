//! What is filed upward, which insiders alone see.

use super::{Insider, item_ref};
use crate::{
    edition::{
        FilingRowView, FilingView, ItemRef, Route,
        public::{day, opt},
    },
    kinds::{Address, Filing, FilingRow, Kind},
    text::Word,
};

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
