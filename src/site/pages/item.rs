//! `items/<id>.html`: every field of the plan's table, and its records.

use std::collections::HashMap;

use chrono::Datelike;
use serde::Serialize;

use super::{
    pager::{Listing, pages},
    promise_year,
};
use crate::{
    draw::flow::{Flow, Lead, Node},
    edition::{Beside, Edition, ExerciseView, ItemAnnex, ItemView, PromiseView, Readership, Route, StepView, WayView},
    site::{Index, Output, Page, body::Rendered, promises::Grouped},
    words::State,
};

#[derive(Serialize)]
#[serde(bound = "")]
struct ItemPage<'e, A: Readership> {
    item: &'e ItemView<'e>,
    annex: Beside<'e, A, ItemAnnex<'e>>,
    annex_body: Option<Rendered<'e, A>>,
    /// The drawing of its procedure.
    flow: Option<Flow>,
    /// On the first page only.
    timeline: Option<Timeline<'e>>,
    /// On the first page only: the newest ones.
    exercises: Vec<&'e ExerciseView<'e>>,
    listing: Listing<'e>,
    #[serde(skip)]
    route: Route,
}

/// Exercises on the page of their item; the list has all.
const EXERCISES: usize = 12;

/// How many promises the timeline shows in all, and how many of them still to come.
const SHOWN: (usize, usize) = (24, 3);

/// What was promised and what came. No day of today stands in it: it changes only with a state.
#[derive(Serialize)]
struct Timeline<'e> {
    /// The next ones in their order, then the others, newest first.
    promises: Vec<&'e PromiseView<'e>>,
    total: usize,
    /// The years of their deadlines, newest first.
    years: Vec<(i32, Route)>,
}

/// The timeline of an item that owes anything.
fn timeline<'e>(promises: &Grouped<'e>, own: &[usize]) -> Option<Timeline<'e>> {
    let of = |at: &usize| promises.list[*at];
    let is_ahead = |p: &&PromiseView<'_>| matches!(p.standing, State::Upcoming | State::DueSoon);
    let ahead = own.iter().map(of).filter(is_ahead).take(SHOWN.1);
    let rest = own.iter().rev().map(of).filter(|p| !is_ahead(p));
    let mut years: Vec<i32> = own.iter().map(|at| of(at).due.year()).collect();
    years.dedup();
    let year = |year: i32| (year, promise_year::route(year));
    (!own.is_empty()).then(|| Timeline {
        promises: ahead.chain(rest).take(SHOWN.0).collect(),
        total: own.len(),
        years: years.into_iter().rev().map(year).collect(),
    })
}

/// What is drawn of a procedure.
fn nodes<'e>(steps: &'e [StepView<'e>]) -> Vec<Node<'e>> {
    let leads = |ways: &'e [WayView<'e>]| ways.iter().map(|way| Lead { to: way.to, when: way.when }).collect();
    let node = |step: &'e StepView<'e>| Node {
        name: step.name,
        post: step.post,
        promised: step.promised.as_deref(),
        statutory: step.statutory.as_deref(),
        limit: step.limit,
        control: step.control,
        condition: step.condition,
        rights: step.rights,
        remedy: step.remedy,
        next: leads(&step.next),
        returns: leads(&step.returns),
    };
    steps.iter().map(node).collect()
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let mut exercises: HashMap<&str, Vec<&'e ExerciseView<'e>>> = HashMap::new();
    for view in edition.exercises.iter().map(|entry| &entry.view) {
        exercises.entry(view.item).or_default().push(view);
    }
    for (number, (entry, lines)) in edition.items.iter().zip(&index.of_item).enumerate() {
        let timeline = |p: &Grouped<'e>| timeline(p, &p.of_item[number]);
        for (route, listing) in pages(index, lines, &entry.view.route) {
            let annex_body =
                entry.beside().get().and_then(|beside| beside.annex.body).map(|view| Rendered::of(view, &route, index));
            let own = exercises.get(entry.view.id).filter(|_| listing.number == 1);
            out.push(Box::new(ItemPage::<A> {
                item: &entry.view,
                flow: (listing.number == 1).then(|| Flow::of(&nodes(&entry.view.steps), edition.lang)).flatten(),
                annex: entry.beside(),
                annex_body,
                timeline: index.promises.as_ref().filter(|_| listing.number == 1).and_then(timeline),
                exercises: own.map_or(vec![], |own| own.iter().take(EXERCISES).copied().collect()),
                listing,
                route,
            }));
        }
    }
}

impl<A: Readership> Page<A> for ItemPage<'_, A> {
    const TEMPLATE: &'static str = "item.html";
    const SECTION: &'static str = "items";
    fn route(&self) -> &Route {
        &self.route
    }
}
