//! Complaints and opinions, which insiders alone see.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::Insider;
use crate::{
    edition::{
        AnnexView, ItemRef, OfficeRef, ReleasedView, Route,
        public::{self, day, opt},
    },
    kinds::{Address, Feedback, Kind},
    schedule::answer_limit,
    text::{Label, Word},
};

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

impl<'d> Insider<'d, '_, '_> {
    /// Newest first.
    pub(super) fn feedback(&self) -> Vec<FeedbackView<'d>> {
        let all = self.catalog.registers.reveal(self.clearance).feedback.iter();
        let mut views: Vec<_> = all.map(|feedback| self.case(feedback)).collect();
        views.sort_by_key(|view| Reverse(view.received_on));
        views
    }

    fn case(&self, feedback: &'d Feedback) -> FeedbackView<'d> {
        let f = feedback;
        FeedbackView {
            route: Route::of(Address::of(Kind::Feedback, &f.id)),
            kind: f.kind.as_ref().map(|w| w.value.label(self.lang)),
            way: f.way.as_ref().map(|w| w.value.label(self.lang)),
            received_on: day(&f.received_on),
            item: f.item.as_ref().map(|id| self.item_ref(id)),
            subject: &f.subject,
            content: opt(&f.content),
            office: public::office_ref(&f.office, &self.catalog.agency),
            limit: answer_limit(f, &self.catalog.site.policy).shown(self.lang),
            answered_on: day(&f.answered_on),
            answer: opt(&f.answer),
            outcome: f.outcome.as_ref().map(|w| w.value.label(self.lang)),
            complainant: f
                .complainant
                .as_ref()
                .map(|c| ComplainantView { name: opt(&c.name), contact: opt(&c.contact) }),
            release: f.release.as_ref().map(|release| self.release(release)),
            annex: self.annex(&f.annex),
        }
    }
}
