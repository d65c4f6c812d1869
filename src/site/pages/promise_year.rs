//! `timeliness/<year>.html`: what was due in a year, as a calendar and as a table, in pages.

use std::{collections::BTreeMap, marker::PhantomData};

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    YearLink,
    pager::{ListPage, cut},
};
use crate::{
    calendar::DayKind,
    draw::heat::{Due, Heat, by_day},
    edition::{Edition, PromiseView, Readership, Route, YearView},
    site::{
        Index, Output, Page,
        promises::{Grouped, Tally},
    },
};

/// Promises on one page.
const LENGTH: usize = 300;

#[derive(Serialize)]
struct PromiseYear<'e, A> {
    year: i32,
    years: Vec<YearLink>,
    tally: Tally,
    /// The calendar, on the first page only.
    heat: Option<Heat>,
    /// 节假日安排; absent where it is not known.
    calendar: Option<&'e YearView<'e>>,
    holidays: Vec<Holidays<'e>>,
    listing: ListPage<&'e PromiseView<'e>>,
    /// The same lines by their day.
    days: Vec<DueDay<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

/// The promises of a day that stand on this page, with how many there are in all.
#[derive(Serialize)]
struct DueDay<'e> {
    due: Due,
    promises: Vec<&'e PromiseView<'e>>,
}

/// A holiday with its days off and the weekend days that are worked for it.
#[derive(Serialize)]
struct Holidays<'e> {
    name: &'e str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    made_up: Vec<NaiveDate>,
}

/// The first page of a year.
pub(super) fn route(year: i32) -> Route {
    Route::new(format!("timeliness/{year}.html"))
}

/// Every year that has deadlines, newest first.
pub(super) fn years(promises: &Grouped<'_>) -> Vec<YearLink> {
    promises.of_year.iter().map(|(y, own)| YearLink { year: y.0, count: own.len(), route: route(y.0) }).collect()
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let Some(promises) = &index.promises else { return };
    for (year, own) in &promises.of_year {
        let own: Vec<_> = own.iter().map(|at| promises.list[*at]).collect();
        let tally = Tally::of(own.iter().copied());
        let due = by_day(own.iter().map(|promise| (promise.due, promise.standing, promise.state)));
        let calendar = edition.years.iter().find(|view| view.year == year.0);
        let kinds: Option<Vec<DayKind>> = calendar.map(|view| view.days.iter().map(|day| day.kind).collect());
        for (route, listing) in cut(&own, LENGTH, &route(year.0), |promise| *promise) {
            let is_first = listing.number == 1;
            out.push(Box::new(PromiseYear {
                year: year.0,
                years: years(promises),
                tally: tally.clone(),
                heat: is_first.then(|| Heat::of(year.0, kinds.as_deref(), &due, edition.lang)),
                calendar,
                holidays: calendar.filter(|_| is_first).map(holidays).unwrap_or_default(),
                days: days(&listing.lines, &due),
                listing,
                route,
                audience: PhantomData::<A>,
            }));
        }
    }
}

/// The holidays of a year in their order.
fn holidays<'e>(year: &'e YearView<'_>) -> Vec<Holidays<'e>> {
    let mut all: Vec<Holidays<'_>> = Vec::new();
    for day in &year.days {
        let Some(name) = day.name else { continue };
        let at = all.iter().position(|h| h.name == name).unwrap_or_else(|| {
            all.push(Holidays { name, from: None, to: None, made_up: Vec::new() });
            all.len() - 1
        });
        if day.kind == DayKind::MakeUp {
            all[at].made_up.push(day.on);
        } else {
            all[at].from.get_or_insert(day.on);
            all[at].to = Some(day.on);
        }
    }
    all
}

fn days<'e>(lines: &[&'e PromiseView<'e>], due: &BTreeMap<NaiveDate, Due>) -> Vec<DueDay<'e>> {
    let of_day = lines.chunk_by(|one, next| one.due == next.due);
    of_day.map(|own| DueDay { due: due[&own[0].due].clone(), promises: own.to_vec() }).collect()
}

impl<A: Readership> Page<A> for PromiseYear<'_, A> {
    const TEMPLATE: &'static str = "promise_year.html";
    const SECTION: &'static str = "timeliness";
    fn route(&self) -> &Route {
        &self.route
    }
}
