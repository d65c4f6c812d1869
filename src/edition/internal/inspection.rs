//! Inspections with the problems found, which insiders alone see.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::Insider;
use crate::{
    edition::{
        AnnexView, ItemRef, OfficeRef, Route,
        public::{self, day, opt},
    },
    kinds::{Address, Brief, Inspection, Kind, Problem},
    schedule::{INFORM, RECTIFY, in_charge},
    text::{Label, Word},
};

/// 巡查检查
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Inspection`
pub struct InspectionView<'c> {
    pub route: Route,
    /// Its record to print.
    pub form: Route,
    pub on: Option<NaiveDate>,
    pub scope: &'c str,
    pub by: &'c str,
    pub office: Option<OfficeRef<'c>>,
    pub problems: Vec<ProblemView<'c>>,
    pub briefs: Vec<BriefView<'c>>,
    pub annex: AnnexView<'c>,
}

/// One thing that was found wrong.
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Problem`
pub struct ProblemView<'c> {
    /// Which of its inspection, from 1.
    pub number: usize,
    /// The keys of what is owed of it: its report, and that it is put right.
    #[serde(skip)]
    pub keys: [String; 2],
    pub what: &'c str,
    pub item: Option<ItemRef<'c>>,
    /// Who has to put it right.
    pub office: OfficeRef<'c>,
    pub reported_to: Option<&'c str>,
    pub reported_on: Option<NaiveDate>,
    pub correct_by: Option<NaiveDate>,
    pub corrected_on: Option<NaiveDate>,
    pub correction: Option<&'c str>,
}

/// 工作动态、工作经验
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Brief`
pub struct BriefView<'c> {
    pub kind: Option<Label>,
    pub title: &'c str,
    pub to: &'c str,
    pub submitted_on: Option<NaiveDate>,
}

impl<'d> Insider<'d, '_, '_> {
    /// Newest first.
    pub(super) fn inspections(&self) -> Vec<InspectionView<'d>> {
        let all = self.catalog.registers.reveal(self.clearance).inspections.iter();
        let mut views: Vec<_> = all.map(|inspection| self.inspection(inspection)).collect();
        views.sort_by_key(|view| Reverse(view.on));
        views
    }

    fn inspection(&self, i: &'d Inspection) -> InspectionView<'d> {
        let problem = |(at, problem)| self.problem(i, at + 1, problem);
        InspectionView {
            route: Route::of(Address::of(Kind::Inspection, &i.id)),
            form: Route::new(format!("print/inspections/{}.html", i.id)),
            on: day(&i.on),
            scope: &i.scope,
            by: &i.by,
            office: i.office.as_ref().map(|office| public::office_ref(office, &self.catalog.agency)),
            problems: i.problems.iter().enumerate().map(problem).collect(),
            briefs: i.briefs.iter().map(|brief| self.brief(brief)).collect(),
            annex: self.annex(&i.annex),
        }
    }

    fn problem(&self, inspection: &'d Inspection, number: usize, problem: &'d Problem) -> ProblemView<'d> {
        let p = problem;
        let office = in_charge(inspection, p, |id| self.item(id));
        ProblemView {
            number,
            keys: [&INFORM, &RECTIFY].map(|sort| sort.key(&inspection.id, Some(number))),
            what: &p.what,
            item: p.item.as_ref().map(|id| self.item_ref(id)),
            office: public::office_ref(office, &self.catalog.agency),
            reported_to: opt(&p.reported_to),
            reported_on: day(&p.reported_on),
            correct_by: day(&p.correct_by),
            corrected_on: day(&p.corrected_on),
            correction: opt(&p.correction),
        }
    }

    fn brief(&self, brief: &'d Brief) -> BriefView<'d> {
        BriefView {
            kind: brief.kind.as_ref().map(|w| w.value.label(self.lang)),
            title: &brief.title,
            to: opt(&brief.to).unwrap_or(&self.catalog.agency.superior),
            submitted_on: day(&brief.submitted_on),
        }
    }
}
