//! `timeliness.html`: what was promised and what came, what is overdue first.

use std::{cmp::Reverse, marker::PhantomData};

use chrono::NaiveDate;
use serde::Serialize;

use super::{YearLink, promise_year};
use crate::{
    edition::{Edition, OfficeRef, PromiseView, Readership, Route},
    site::{
        Index, Output, Page,
        index::ItemLine,
        promises::{Grouped, Tally},
    },
    words::State,
};

/// How many promises of one state it lists.
const LISTED: usize = 100;

#[derive(Serialize)]
struct Timeliness<'e, A> {
    as_of: NaiveDate,
    tally: &'e Tally,
    years: Vec<YearLink>,
    overdue: Vec<DatedPromise<'e>>,
    due_soon: Vec<DatedPromise<'e>>,
    late: Vec<DatedPromise<'e>>,
    items: Vec<ItemTally<'e>>,
    offices: Vec<OfficeTally<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

/// A promise on a day.
#[derive(Serialize)]
pub(super) struct DatedPromise<'e> {
    pub(super) promise: &'e PromiseView<'e>,
    /// Days until its deadline; negative where it is over.
    pub(super) left: i64,
}

#[derive(Serialize)]
struct ItemTally<'e> {
    item: &'e ItemLine<'e>,
    tally: Tally,
}

#[derive(Serialize)]
struct OfficeTally<'e> {
    office: &'e OfficeRef<'e>,
    tally: Tally,
}

/// Where it stands.
pub(super) fn route() -> Route {
    Route::new("timeliness.html")
}

impl<'e> DatedPromise<'e> {
    pub(super) fn on(as_of: NaiveDate, promise: &'e PromiseView<'e>) -> Self {
        Self { promise, left: (promise.due - as_of).num_days() }
    }
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let Some(promises) = &index.promises else { return };
    let of_state = |state| promises.list.iter().copied().filter(move |p| p.standing == state);
    let listed = |found: &mut dyn Iterator<Item = &'e PromiseView<'e>>| {
        found.take(LISTED).map(|p| DatedPromise::on(edition.as_of, p)).collect()
    };
    let mut late: Vec<_> = of_state(State::Late).collect();
    late.sort_by_key(|p| Reverse(p.published_on));
    out.push(Box::new(Timeliness {
        as_of: edition.as_of,
        tally: &promises.tally,
        years: promise_year::years(promises),
        overdue: listed(&mut of_state(State::Overdue)),
        due_soon: listed(&mut of_state(State::DueSoon)),
        late: listed(&mut late.into_iter()),
        items: by_item(index, promises),
        offices: by_office(edition, promises),
        route: route(),
        audience: PhantomData::<A>,
    }));
}

fn by_item<'e, A: Readership>(index: &'e Index<'e, A>, promises: &Grouped<'e>) -> Vec<ItemTally<'e>> {
    let sums = index.items.iter().zip(&promises.of_item).filter(|(_, own)| !own.is_empty());
    sums.map(|(item, own)| ItemTally { item, tally: Tally::of(own.iter().map(|at| promises.list[*at])) }).collect()
}

/// In the agency's order; offices that it does not have come last.
fn by_office<'e, A: Readership>(edition: &'e Edition<'_, A>, promises: &Grouped<'e>) -> Vec<OfficeTally<'e>> {
    let groups = super::by_office(edition, promises.list.iter().copied(), |promise| &promise.office);
    groups.into_iter().map(|(office, own)| OfficeTally { office, tally: Tally::of(own) }).collect()
}

impl<A: Readership> Page<A> for Timeliness<'_, A> {
    const TEMPLATE: &'static str = "timeliness.html";
    const SECTION: &'static str = "timeliness";
    fn route(&self) -> &Route {
        &self.route
    }
}
