//! Statistics of complaints: who reviewed those that are out, and those that wait.

use super::{Insider, sign};
use crate::{
    calendar::AsOf,
    edition::{
        HeldStatisticsView, Insiders, Seen, StatisticsView,
        public::{self, opt},
    },
    kinds::Statistics,
    supervision::count,
    words::Period,
};

impl<'d> Insider<'d, '_, '_> {
    /// What was released, and who reviewed that.
    pub(super) fn statistics(&self) -> Vec<Seen<Insiders, StatisticsView<'d>>> {
        let all = public::statistics(&self.catalog.open.statistics, self.lang).into_iter();
        all.map(|(view, of)| Seen { view, annex: self.reviews(&of.review) }).collect()
    }

    /// Those that the public site does not show.
    pub(super) fn held_statistics(&self) -> Vec<HeldStatisticsView<'d>> {
        let view = |s: &'d Statistics| HeldStatisticsView {
            period: s.period.map(|period| period.shown(self.lang)),
            note: opt(&s.note),
            secrecy_review: s.review.reveal(self.clearance).as_ref().map(|review| sign(&review.secrecy)),
            counted: s.period.map(|period| self.counted(period)).unwrap_or_default(),
        };
        self.shelf().statistics.iter().map(view).collect()
    }

    /// For who writes the statistics of a period that is over, and for who reviews them.
    fn counted(&self, period: Period) -> Vec<String> {
        let AsOf(today) = self.day.as_of;
        if period.last_day() >= today {
            return Vec::new();
        }
        let calendar = &self.day.ledger(self.clearance).calendar;
        let cases = &self.catalog.registers.reveal(self.clearance).feedback;
        count(cases, period, today, calendar, &self.catalog.site.policy).lines()
    }
}
