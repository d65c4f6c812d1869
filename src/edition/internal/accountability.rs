//! Findings of responsibility, which insiders alone see.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::Insider;
use crate::{
    edition::{
        AnnexView, ItemRef, OfficeRef, ReleasedView, Route,
        public::{self, day, opt},
    },
    kinds::{Accountability, Address, Kind},
    text::{Label, Word},
};

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

impl<'d> Insider<'d, '_, '_> {
    /// Newest first.
    pub(super) fn accountability(&self) -> Vec<AccountabilityView<'d>> {
        let all = self.catalog.registers.reveal(self.clearance).accountability.iter();
        let mut views: Vec<_> = all.map(|finding| self.finding(finding)).collect();
        views.sort_by_key(|view| Reverse(view.found_on));
        views
    }

    fn finding(&self, finding: &'d Accountability) -> AccountabilityView<'d> {
        let a = finding;
        AccountabilityView {
            route: Route::of(Address::of(Kind::Accountability, &a.id)),
            level: a.level.as_ref().map(|w| w.value.label(self.lang)),
            post: &a.post,
            office: public::office_ref(&a.office, &self.catalog.agency),
            item: a.item.as_ref().map(|id| self.item_ref(id)),
            found_on: day(&a.found_on),
            finding: &a.finding,
            measure: &a.measure,
            transferred_on: day(&a.transferred_on),
            correct_by: day(&a.correct_by),
            corrected_on: day(&a.corrected_on),
            correction: opt(&a.correction),
            reported_on: day(&a.reported_on),
            release: a.release.as_ref().map(|release| self.release(release)),
            annex: self.annex(&a.annex),
        }
    }
}
