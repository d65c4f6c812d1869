//! What insiders see of supervision: every complaint, every finding of responsibility, and the points laid open.

use std::cmp::Reverse;

use super::{
    AccountabilityView, AspectView, AssessmentView, ComplainantView, FeedbackView, HeldStatisticsView, ItemRef,
    ItemScoreView, OfficeScoreView, QuizView, ReckoningView, ReleasedView, Route, ShareView, SurveyView,
    inside::item,
    internal::{annex, sign},
    public::{self, day, opt},
};
use crate::{
    calendar::{AsOf, Calendar},
    kinds::{Accountability, Address, Assessment, Clearance, Feedback, Item, Kind, Release, Share, Statistics},
    load::Catalog,
    read::Text,
    schedule::answer_limit,
    supervision::{Aspect, ItemScore, OfficeScore, Reckoning, count, name, reckon, total},
    text::{Lang, Word},
    words::Period,
};

/// What a view of one thing is made from.
pub(super) struct Desk<'c, 'l> {
    pub(super) catalog: &'c Catalog,
    pub(super) lang: Lang,
    pub(super) clearance: &'l Clearance,
}

impl<'c> Desk<'c, '_> {
    /// Newest first.
    pub(super) fn feedback(&self) -> Vec<FeedbackView<'c>> {
        let all = self.catalog.feedback.reveal(self.clearance).iter();
        let mut views: Vec<_> = all.map(|feedback| self.case(feedback)).collect();
        views.sort_by_key(|view| Reverse(view.received_on));
        views
    }

    fn case(&self, feedback: &'c Feedback) -> FeedbackView<'c> {
        let f = feedback;
        FeedbackView {
            route: Route::of(Address::of(Kind::Feedback, &f.id)),
            kind: f.kind.as_ref().map(|w| w.value.label(self.lang)),
            way: f.way.as_ref().map(|w| w.value.label(self.lang)),
            received_on: day(&f.received_on),
            item: f.item.as_ref().map(|id| self.item(id)),
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
            annex: annex(&f.annex, self.catalog, self.clearance),
        }
    }

    /// Those that the public site does not show.
    pub(super) fn held_statistics(&self, as_of: AsOf) -> Vec<HeldStatisticsView<'c>> {
        let held = self.catalog.inside.reveal(self.clearance).statistics.iter();
        let view = |s: &'c Statistics| HeldStatisticsView {
            period: s.period.map(|period| period.shown(self.lang)),
            note: opt(&s.note),
            secrecy_review: s.review.reveal(self.clearance).as_ref().map(|review| sign(&review.secrecy)),
            counted: s.period.map(|period| self.counted(period, as_of)).unwrap_or_default(),
        };
        held.map(view).collect()
    }

    /// For who writes the statistics of a period that is over, and for who reviews them.
    fn counted(&self, period: Period, AsOf(today): AsOf) -> Vec<String> {
        if period.last_day() >= today {
            return Vec::new();
        }
        let calendar = Calendar::of(&self.catalog.calendars);
        let cases = self.catalog.feedback.reveal(self.clearance);
        count(cases, period, today, &calendar, &self.catalog.site.policy).lines()
    }

    /// Newest first.
    pub(super) fn accountability(&self) -> Vec<AccountabilityView<'c>> {
        let all = self.catalog.accountability.reveal(self.clearance).iter();
        let mut views: Vec<_> = all.map(|finding| self.finding(finding)).collect();
        views.sort_by_key(|view| Reverse(view.found_on));
        views
    }

    fn finding(&self, finding: &'c Accountability) -> AccountabilityView<'c> {
        let a = finding;
        AccountabilityView {
            route: Route::of(Address::of(Kind::Accountability, &a.id)),
            level: a.level.as_ref().map(|w| w.value.label(self.lang)),
            post: &a.post,
            office: public::office_ref(&a.office, &self.catalog.agency),
            item: a.item.as_ref().map(|id| self.item(id)),
            found_on: day(&a.found_on),
            finding: &a.finding,
            measure: &a.measure,
            transferred_on: day(&a.transferred_on),
            correct_by: day(&a.correct_by),
            corrected_on: day(&a.corrected_on),
            correction: opt(&a.correction),
            reported_on: day(&a.reported_on),
            release: a.release.as_ref().map(|release| self.release(release)),
            annex: annex(&a.annex, self.catalog, self.clearance),
        }
    }

    fn release(&self, release: &'c Release) -> ReleasedView<'c> {
        let review = release.review.reveal(self.clearance).as_ref();
        ReleasedView {
            release: public::release(release),
            is_out: release.is_out(self.clearance),
            secrecy_review: review.map(|r| sign(&r.secrecy)),
            superior_review: review.and_then(|r| r.superior.as_ref()).map(sign),
        }
    }

    fn item(&self, id: &'c Text) -> ItemRef<'c> {
        item(self.catalog, id, self.clearance).map_or(ItemRef { name: id, route: None }, item_ref)
    }

    /// Newest period first.
    pub(super) fn assessments(&self, as_of: AsOf) -> Vec<AssessmentView<'c>> {
        let reckoned = reckon(self.catalog, as_of, self.clearance);
        let mut all: Vec<&Assessment> = self.catalog.assessments.reveal(self.clearance).iter().collect();
        all.sort_by_key(|assessment| Reverse(assessment.period.as_ref().map(|period| period.value)));
        let of = |assessment: &'c Assessment| {
            let reckoning = reckoned.iter().find(|r| std::ptr::eq(r.assessment, assessment));
            self.assessment(assessment, reckoning)
        };
        all.into_iter().map(of).collect()
    }

    fn assessment(&self, assessment: &'c Assessment, reckoning: Option<&Reckoning<'c>>) -> AssessmentView<'c> {
        let agency = &self.catalog.agency;
        let quizzes = assessment.quizzes.iter();
        let surveys = assessment.surveys.iter();
        let by = |word: &crate::diag::Spanned<crate::words::Surveyed>| word.value.label(self.lang);
        AssessmentView {
            route: Route::of(Address::of(Kind::Assessment, &assessment.id)),
            period: assessment.period.as_ref().map_or_else(|| assessment.id.clone(), |p| p.value.shown(self.lang)),
            submitted_on: day(&assessment.submitted_on),
            quizzes: quizzes
                .map(|quiz| QuizView { office: public::office_ref(&quiz.office, agency), share: share(quiz.share) })
                .collect(),
            surveys: surveys.map(|s| SurveyView { by: s.by.as_ref().map(by), share: share(s.share) }).collect(),
            reckoning: reckoning.map(|reckoning| self.reckoning(reckoning)),
            annex: annex(&assessment.annex, self.catalog, self.clearance),
        }
    }

    fn reckoning(&self, reckoning: &Reckoning<'c>) -> ReckoningView<'c> {
        let Reckoning { assessment: _, period: _, weights, house, offices } = reckoning;
        ReckoningView {
            decided_on: day(&weights.decided_on),
            most: house.iter().map(|aspect| aspect.weight).sum(),
            house: self.aspects(house),
            total: total(house).shown(),
            offices: offices.iter().map(|office| self.office(office)).collect(),
        }
    }

    fn office(&self, score: &OfficeScore<'c>) -> OfficeScoreView<'c> {
        let OfficeScore { office, aspects, items } = score;
        OfficeScoreView {
            office: public::office_ref(&office.name, &self.catalog.agency),
            aspects: self.aspects(aspects),
            total: total(aspects).shown(),
            items: items.iter().map(|item| self.item_score(item)).collect(),
        }
    }

    fn item_score(&self, score: &ItemScore<'c>) -> ItemScoreView<'c> {
        let ItemScore { item, scope, timeliness, lowered } = score;
        ItemScoreView {
            item: item_ref(item),
            scope: share(*scope),
            timeliness: share(*timeliness),
            lowered: lowered.iter().map(|lowered| lowered.what.get(self.lang).to_owned()).collect(),
        }
    }

    fn aspects(&self, aspects: &[Aspect; 4]) -> Vec<AspectView> {
        let view = |(at, aspect): (usize, &Aspect)| AspectView {
            name: name(at, self.lang),
            weight: aspect.weight,
            share: share(aspect.share),
            points: aspect.points.shown(),
        };
        aspects.iter().enumerate().map(view).collect()
    }
}

fn item_ref(item: &Item) -> ItemRef<'_> {
    ItemRef { name: &item.name, route: Some(Route::of(Address::of(Kind::Item, &item.id))) }
}

fn share(share: Share) -> ShareView {
    ShareView { part: share.part, whole: share.whole }
}
