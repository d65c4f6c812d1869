//! Complaints, accountability, assessments, inspections and the opinion card: pages of the internal site alone.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::pager::{ListPage, cut};
use crate::{
    edition::{
        AccountabilityView, AgencyView, AssessmentView, Edition, FeedbackView, HeldStatisticsView, InsideView,
        Insiders, InspectionView, ProblemView, PromiseView, Route,
    },
    site::{Index, Output, Page},
    words::{ComplaintKind, State},
};

/// Lines on one page of a list.
const LENGTH: usize = 100;

/// A page of the internal site.
macro_rules! page {
    ($name:ident, $template:literal) => {
        impl Page<Insiders> for $name<'_> {
            const TEMPLATE: &'static str = $template;
            const SECTION: &'static str = "agency";
            fn route(&self) -> &Route {
                &self.route
            }
        }
    };
}

/// A complaint or a finding, and the promise that it makes.
#[derive(Serialize)]
struct CaseLine<'e, T> {
    view: &'e T,
    /// Absent where its day is missing or its deadline can't be told.
    promise: Option<&'e PromiseView<'e>>,
}

impl<T> Clone for CaseLine<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for CaseLine<'_, T> {}

#[derive(Serialize)]
struct FeedbackList<'e> {
    listing: ListPage<CaseLine<'e, FeedbackView<'e>>>,
    counts: CaseCounts,
    statistics: &'e [HeldStatisticsView<'e>],
    #[serde(skip)]
    route: Route,
}

#[derive(Clone, Copy, Serialize)]
struct CaseCounts {
    all: usize,
    open: usize,
    overdue: usize,
}

#[derive(Serialize)]
struct FeedbackPage<'e> {
    case: CaseLine<'e, FeedbackView<'e>>,
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct AccountabilityList<'e> {
    listing: ListPage<CaseLine<'e, AccountabilityView<'e>>>,
    counts: CaseCounts,
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct AccountabilityPage<'e> {
    case: CaseLine<'e, AccountabilityView<'e>>,
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct AssessmentList<'e> {
    assessments: &'e [AssessmentView<'e>],
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct AssessmentPage<'e> {
    assessment: &'e AssessmentView<'e>,
    #[serde(skip)]
    route: Route,
}

/// A problem, the inspection that found it, and what is owed of it.
#[derive(Clone, Copy, Serialize)]
struct ProblemLine<'e> {
    view: &'e ProblemView<'e>,
    route: &'e Route,
    on: Option<NaiveDate>,
    inform: Option<&'e PromiseView<'e>>,
    rectify: Option<&'e PromiseView<'e>>,
}

#[derive(Serialize)]
struct InspectionList<'e> {
    listing: ListPage<&'e InspectionView<'e>>,
    /// What is not reported or not put right: overdue first.
    open: Vec<ProblemLine<'e>>,
    counts: CaseCounts,
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct InspectionPage<'e> {
    inspection: &'e InspectionView<'e>,
    problems: Vec<ProblemLine<'e>>,
    #[serde(skip)]
    route: Route,
}

/// 巡查检查记录表
#[derive(Serialize)]
struct InspectionForm<'e> {
    agency: &'e AgencyView<'e>,
    inspection: &'e InspectionView<'e>,
    #[serde(skip)]
    route: Route,
}

/// 征求意见卡, four on a sheet.
#[derive(Serialize)]
struct OpinionCard<'e> {
    agency: &'e AgencyView<'e>,
    /// Where a card is put in.
    boxes: Vec<&'e str>,
    cards: [u8; 4],
    #[serde(skip)]
    route: Route,
}

page!(FeedbackList, "feedback.html");
page!(FeedbackPage, "feedback_case.html");
page!(AccountabilityList, "accountability.html");
page!(AccountabilityPage, "accountability_case.html");
page!(AssessmentList, "assessments.html");
page!(AssessmentPage, "assessment.html");
page!(InspectionList, "inspections.html");
page!(InspectionPage, "inspection.html");
page!(InspectionForm, "print_inspection.html");
page!(OpinionCard, "opinion_card.html");

pub(in crate::site) fn watched<'e>(
    edition: &'e Edition<'_, Insiders>,
    index: &'e Index<'e, Insiders>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    let promises: PromiseOfRoute<'_> = index
        .promises
        .iter()
        .flat_map(|promises| promises.list.iter().map(|promise| (&promise.item_route, *promise)))
        .collect();
    let inside = &edition.inside;
    feedback(inside, &promises, out);
    accountability(&inside.accountability, &promises, out);
    let assessments = &inside.assessments;
    out.push(Box::new(AssessmentList { assessments, route: Route::new("assessments.html") }));
    for assessment in assessments {
        out.push(Box::new(AssessmentPage { assessment, route: assessment.route.clone() }));
    }
    inspections(edition, index, out);
    out.push(Box::new(card(&edition.agency.view)));
}

type PromiseOfRoute<'e> = HashMap<&'e Route, &'e PromiseView<'e>>;

/// Open ones by deadline, overdue first; then the others as they came.
fn sorted<'e, T>(all: &'e [T], route: fn(&T) -> &Route, promises: &PromiseOfRoute<'e>) -> Vec<CaseLine<'e, T>> {
    let case = |view: &'e T| CaseLine { view, promise: promises.get(route(view)).copied() };
    let mut cases: Vec<_> = all.iter().map(case).collect();
    cases.sort_by_key(|case| match case.promise {
        Some(promise) if promise.standing.is_open() => (0, Some(promise.due)),
        _ => (1, None),
    });
    cases
}

fn counts<T>(cases: &[CaseLine<'_, T>]) -> CaseCounts {
    let standing = |is: fn(State) -> bool| cases.iter().filter(|c| c.promise.is_some_and(|p| is(p.standing))).count();
    CaseCounts { all: cases.len(), open: standing(State::is_open), overdue: standing(|state| state == State::Overdue) }
}

fn feedback<'e>(
    inside: &'e InsideView<'e>,
    promises: &PromiseOfRoute<'e>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    let cases = sorted(&inside.feedback, |view| &view.route, promises);
    let (counts, statistics) = (counts(&cases), inside.statistics.as_slice());
    for (route, listing) in cut(&cases, LENGTH, &Route::new("feedback.html"), |case| *case) {
        out.push(Box::new(FeedbackList { listing, counts, statistics, route }));
    }
    for case in cases {
        out.push(Box::new(FeedbackPage { case, route: case.view.route.clone() }));
    }
}

fn accountability<'e>(
    all: &'e [AccountabilityView<'e>],
    promises: &PromiseOfRoute<'e>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    let cases = sorted(all, |view| &view.route, promises);
    let counts = counts(&cases);
    for (route, listing) in cut(&cases, LENGTH, &Route::new("accountability.html"), |case| *case) {
        out.push(Box::new(AccountabilityList { listing, counts, route }));
    }
    for case in cases {
        out.push(Box::new(AccountabilityPage { case, route: case.view.route.clone() }));
    }
}

fn inspections<'e>(
    edition: &'e Edition<'_, Insiders>,
    index: &'e Index<'e, Insiders>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    let owed = index.promises.iter().flat_map(|promises| &promises.list);
    let owed: HashMap<_, _> = owed.map(|p| ((&p.item_route, p.key.as_str()), *p)).collect();
    let of = |i: &'e InspectionView<'e>, view: &'e ProblemView<'e>| {
        let [inform, rectify] = view.keys.each_ref().map(|key| owed.get(&(&i.route, key.as_str())).copied());
        ProblemLine { view, route: &i.route, on: i.on, inform, rectify }
    };
    let found = |i: &'e InspectionView<'e>| i.problems.iter().map(move |view| of(i, view));
    let all = &edition.inside.inspections;
    let problems: Vec<_> = all.iter().flat_map(found).collect();
    let (open, counts) = (open(&problems), problems_counted(&problems));
    let listed: Vec<&InspectionView<'_>> = all.iter().collect();
    for (route, listing) in cut(&listed, LENGTH, &Route::new("inspections.html"), |inspection| *inspection) {
        let open = if listing.number == 1 { open.clone() } else { Vec::new() };
        out.push(Box::new(InspectionList { listing, open, counts, route }));
    }
    for inspection in all {
        let (problems, agency) = (found(inspection).collect(), &edition.agency.view);
        out.push(Box::new(InspectionPage { inspection, problems, route: inspection.route.clone() }));
        out.push(Box::new(InspectionForm { agency, inspection, route: inspection.form.clone() }));
    }
}

impl ProblemLine<'_> {
    fn owed(&self) -> impl Iterator<Item = &PromiseView<'_>> {
        self.inform.into_iter().chain(self.rectify).filter(|promise| promise.standing.is_open())
    }
}

/// Overdue first, then by the next deadline.
fn open<'e>(problems: &[ProblemLine<'e>]) -> Vec<ProblemLine<'e>> {
    let mut open: Vec<_> = problems.iter().filter(|found| found.owed().next().is_some()).copied().collect();
    open.sort_by_key(|found| found.owed().map(|promise| (promise.standing != State::Overdue, promise.due)).min());
    open
}

fn problems_counted(problems: &[ProblemLine<'_>]) -> CaseCounts {
    let having = |is: fn(State) -> bool| problems.iter().filter(|found| found.owed().any(|p| is(p.standing))).count();
    CaseCounts { all: problems.len(), open: having(State::is_open), overdue: having(|state| state == State::Overdue) }
}

fn card<'e>(agency: &'e AgencyView<'e>) -> OpinionCard<'e> {
    let is_box = |kind: &crate::text::Label| kind.is(ComplaintKind::OpinionBox);
    let boxes = agency.complaints.iter().filter(|way| way.kind.as_ref().is_some_and(is_box));
    OpinionCard {
        agency,
        boxes: boxes.map(|way| way.contact).collect(),
        cards: [1, 2, 3, 4],
        route: Route::new("print/opinion-card.html"),
    }
}
