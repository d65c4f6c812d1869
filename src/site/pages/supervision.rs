//! `supervision.html`: how to complain, who watches, how soon an answer comes, what was released of all that.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    edition::{
        AgencyView, Beside, Edition, ItemView, LimitView, Readership, ReleaseView, RemedyView, ReviewsView, Route,
        Seen, StatisticsView, TextView,
    },
    site::{Index, Output, Page, promises::Tally},
    supervision::FEWEST,
    text::Label,
};

/// The id of the page of commitments: figures are set beside it.
const COMMITMENTS: &str = "commitments";

#[derive(Serialize)]
#[serde(bound = "")]
struct SupervisionPage<'e, A: Readership> {
    agency: &'e AgencyView<'e>,
    /// Items that say where to complain: together where they say the same.
    groups: Vec<RemedyGroup<'e>>,
    limits: Vec<LimitGroup<'e>>,
    fewest: u32,
    statistics: Vec<ReleasedPeriod<'e, A>>,
    answers: &'e [ReleaseView<'e>],
    findings: &'e [ReleaseView<'e>],
    commitments: Option<Commitments<'e>>,
    #[serde(skip)]
    route: Route,
}

/// Items that share their ways to complain.
#[derive(Serialize)]
struct RemedyGroup<'e> {
    items: Vec<ItemLink<'e>>,
    remedies: &'e [RemedyView<'e>],
}

#[derive(Serialize)]
struct ItemLink<'e> {
    name: &'e str,
    route: &'e Route,
    audience: Label,
}

/// Kinds that share a limit.
#[derive(Serialize)]
struct LimitGroup<'e> {
    kinds: Vec<&'e str>,
    within: &'e str,
}

/// A released period.
#[derive(Serialize)]
#[serde(bound = "")]
struct ReleasedPeriod<'e, A: Readership> {
    view: &'e StatisticsView<'e>,
    annex: Beside<'e, A, ReviewsView<'e>>,
}

/// The figures that speak to the commitments.
#[derive(Serialize)]
struct Commitments<'e> {
    page: &'e TextView<'e>,
    /// Absent where the site does not show promises.
    tally: Option<&'e Tally>,
    items: usize,
    with_steps: usize,
    with_remedies: usize,
    /// Steps of which both limits are said, and those that promise less than the law gives.
    with_both: usize,
    faster: usize,
    /// The newest released period with enough cases.
    answered: Option<&'e StatisticsView<'e>>,
}

/// Where it stands.
pub(super) fn route() -> Route {
    Route::new("supervision.html")
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let supervision = &edition.supervision;
    let period =
        |entry: &'e Seen<A, StatisticsView<'_>>| ReleasedPeriod::<'e, A> { view: &entry.view, annex: entry.beside() };
    out.push(Box::new(SupervisionPage::<A> {
        agency: &edition.agency.view,
        groups: groups(edition.items.iter().map(|item| &item.view)),
        limits: limits(&supervision.limits),
        fewest: FEWEST,
        statistics: supervision.statistics.iter().map(period).collect(),
        answers: &supervision.answers,
        findings: &supervision.findings,
        commitments: commitments(edition, index),
        route: route(),
    }));
}

/// In the order of their first items.
fn groups<'e>(items: impl Iterator<Item = &'e ItemView<'e>>) -> Vec<RemedyGroup<'e>> {
    let mut groups: Vec<RemedyGroup<'_>> = Vec::new();
    let mut places: HashMap<Vec<RemedyKey<'_>>, usize> = HashMap::new();
    for item in items.filter(|item| !item.remedies.is_empty()) {
        let place = *places.entry(item.remedies.iter().map(said).collect()).or_insert(groups.len());
        if place == groups.len() {
            groups.push(RemedyGroup { items: Vec::new(), remedies: &item.remedies });
        }
        groups[place].items.push(ItemLink { name: item.name, route: &item.route, audience: item.audience });
    }
    groups
}

type RemedyKey<'e> = (Option<&'static str>, &'e str, Option<&'e str>);

fn said<'e>(way: &'e RemedyView<'_>) -> RemedyKey<'e> {
    (way.kind.as_ref().map(|kind| kind.id), way.contact, way.limit)
}

fn limits(all: &[LimitView]) -> Vec<LimitGroup<'_>> {
    let alike = all.chunk_by(|a, b| a.within == b.within);
    let of = |limits: &[LimitView]| limits.iter().map(|limit| limit.kind.text).collect();
    alike.map(|limits| LimitGroup { kinds: of(limits), within: &limits[0].within }).collect()
}

fn commitments<'e, A: Readership>(edition: &'e Edition<'_, A>, index: &'e Index<'e, A>) -> Option<Commitments<'e>> {
    let page = edition.texts.iter().map(|text| &text.view).find(|text| text.id == COMMITMENTS)?;
    let having = |has: fn(&ItemView<'_>) -> bool| edition.items.iter().filter(|item| has(&item.view)).count();
    let steps = edition.items.iter().flat_map(|item| &item.view.steps).filter_map(|step| step.is_faster);
    let mut periods = edition.supervision.statistics.iter().map(|entry| &entry.view);
    Some(Commitments {
        page,
        tally: index.promises.as_ref().map(|promises| &promises.tally),
        items: edition.items.len(),
        with_steps: having(|item| !item.steps.is_empty()),
        with_remedies: having(|item| !item.remedies.is_empty()),
        with_both: steps.clone().count(),
        faster: steps.filter(|faster| *faster).count(),
        answered: periods.find(|period| period.answered.is_some()),
    })
}

impl<A: Readership> Page<A> for SupervisionPage<'_, A> {
    const TEMPLATE: &'static str = "supervision.html";
    const SECTION: &'static str = "agency";
    fn route(&self) -> &Route {
        &self.route
    }
}
