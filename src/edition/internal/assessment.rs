//! Assessments, their points laid open, which insiders alone see.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Insider, item_ref};
use crate::{
    edition::{
        AnnexView, ItemRef, OfficeRef, Route,
        public::{self, day},
    },
    kinds::{Address, Assessment, Kind, Share},
    supervision::{Aspect, ItemScore, OfficeScore, Reckoning, name, total},
    text::{Label, Word},
};

/// 考核评价
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Assessment`
pub struct AssessmentView<'c> {
    pub route: Route,
    pub period: String,
    pub submitted_on: Option<NaiveDate>,
    pub quizzes: Vec<QuizView<'c>>,
    pub surveys: Vec<SurveyView>,
    /// Absent where the period or the site's points can't be read.
    pub reckoning: Option<ReckoningView<'c>>,
    pub annex: AnnexView<'c>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct QuizView<'c> {
    pub office: OfficeRef<'c>,
    pub share: ShareView,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct SurveyView {
    pub by: Option<Label>,
    pub share: ShareView,
}

/// So many of so many.
#[derive(Clone, Copy, Serialize)]
#[allow(missing_docs)]
pub struct ShareView {
    pub part: u32,
    pub whole: u32,
}

/// The points, laid open.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `supervision::Reckoning`
pub struct ReckoningView<'c> {
    pub decided_on: Option<NaiveDate>,
    /// The most that can be had.
    pub most: u32,
    pub house: Vec<AspectView>,
    pub total: String,
    pub offices: Vec<OfficeScoreView<'c>>,
}

/// One of the four aspects.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct AspectView {
    pub name: &'static str,
    pub weight: u32,
    pub share: ShareView,
    pub points: String,
}

/// The points of an office.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct OfficeScoreView<'c> {
    pub office: OfficeRef<'c>,
    pub aspects: Vec<AspectView>,
    pub total: String,
    pub items: Vec<ItemScoreView<'c>>,
}

/// What an item contributes, and what lowered it.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ItemScoreView<'c> {
    pub item: ItemRef<'c>,
    pub scope: ShareView,
    pub timeliness: ShareView,
    pub lowered: Vec<String>,
}

impl<'d> Insider<'d, '_, '_> {
    /// Newest period first.
    pub(super) fn assessments(&self) -> Vec<AssessmentView<'d>> {
        let mut all: Vec<&Assessment> = self.catalog.registers.reveal(self.clearance).assessments.iter().collect();
        all.sort_by_key(|assessment| Reverse(assessment.period.as_ref().map(|period| period.value)));
        let reckonings = self.day.reckonings(self.clearance);
        let of = |assessment: &'d Assessment| {
            let reckoning = reckonings.iter().find(|r| std::ptr::eq(r.assessment, assessment));
            self.assessment(assessment, reckoning)
        };
        all.into_iter().map(of).collect()
    }

    fn assessment(&self, assessment: &'d Assessment, reckoning: Option<&Reckoning<'d>>) -> AssessmentView<'d> {
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
            annex: self.annex(&assessment.annex),
        }
    }

    fn reckoning(&self, reckoning: &Reckoning<'d>) -> ReckoningView<'d> {
        let Reckoning { assessment: _, period: _, weights, house, offices } = reckoning;
        ReckoningView {
            decided_on: day(&weights.decided_on),
            most: house.iter().map(|aspect| aspect.weight).sum(),
            house: self.aspects(house),
            total: total(house).shown(),
            offices: offices.iter().map(|office| self.office_score(office)).collect(),
        }
    }

    fn office_score(&self, score: &OfficeScore<'d>) -> OfficeScoreView<'d> {
        let OfficeScore { office, aspects, items } = score;
        OfficeScoreView {
            office: public::office_ref(&office.name, &self.catalog.agency),
            aspects: self.aspects(aspects),
            total: total(aspects).shown(),
            items: items.iter().map(|item| self.item_score(item)).collect(),
        }
    }

    fn item_score(&self, score: &ItemScore<'d>) -> ItemScoreView<'d> {
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

fn share(share: Share) -> ShareView {
    ShareView { part: share.part, whole: share.whole }
}
