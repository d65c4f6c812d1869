//! `due.html`: what is due, by office, and who has to act. It is a page of the internal site alone.

use chrono::NaiveDate;
use serde::Serialize;

use super::timeliness::DatedPromise;
use crate::{
    edition::{ActView, Edition, Insiders, OfficeRef, PromiseAnnex, PromiseView, RecordRef, Route, Seen, WaiverView},
    site::{Index, Output, Page, outputs::ical, promises::Tally},
    words::State,
};

/// How many promises it lists of an office.
const LISTED: usize = 100;

#[derive(Serialize)]
struct DuePage<'e> {
    as_of: NaiveDate,
    tally: &'e Tally,
    offices: Vec<OfficeDue<'e>>,
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct OfficeDue<'e> {
    office: &'e OfficeRef<'e>,
    /// Its calendar, for a calendar program; absent where the agency has no such office.
    calendar: Option<Route>,
    tally: Tally,
    /// What is open, or was reported and is not published: overdue first, then by deadline.
    open: Vec<Row<'e>>,
    /// How many more there are.
    more: usize,
    waived: Vec<Row<'e>>,
}

#[derive(Serialize)]
struct Row<'e> {
    owed: DatedPromise<'e>,
    act: Option<&'e ActView<'e>>,
    draft: Option<&'e RecordRef<'e>>,
    waiver: Option<&'e WaiverView<'e>>,
}

pub(in crate::site) fn due<'e>(
    edition: &'e Edition<'_, Insiders>,
    index: &'e Index<'e, Insiders>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    let (Some(grouped), Some(promises)) = (&index.promises, &edition.promises) else { return };
    let groups = super::by_office(edition, promises.list.iter(), |entry| &entry.view.office);
    out.push(Box::new(DuePage {
        as_of: edition.as_of,
        tally: &grouped.tally,
        offices: groups.into_iter().map(|(office, own)| of_office(edition.as_of, office, &own)).collect(),
        route: Route::new("due.html"),
    }));
}

type DuePromise<'e, 'c> = &'e Seen<Insiders, PromiseView<'c>>;

/// The list is by deadline; a sort that is stable keeps that.
fn of_office<'e>(as_of: NaiveDate, office: &'e OfficeRef<'e>, own: &[DuePromise<'e, '_>]) -> OfficeDue<'e> {
    let is_open = |p: &&DuePromise<'_, '_>| p.view.standing.is_open() || p.annex.act.is_some();
    let mut open: Vec<_> = own.iter().filter(|p| is_open(p) && p.view.standing != State::Waived).collect();
    open.sort_by_key(|p| p.view.standing != State::Overdue);
    let waived = own.iter().filter(|p| p.view.standing == State::Waived);
    OfficeDue {
        office,
        calendar: ical::route(office),
        tally: Tally::of(own.iter().map(|p| &p.view)),
        more: open.len().saturating_sub(LISTED),
        open: open.into_iter().take(LISTED).map(|p| row(as_of, p)).collect(),
        waived: waived.take(LISTED).map(|p| row(as_of, p)).collect(),
    }
}

fn row<'e>(as_of: NaiveDate, promise: DuePromise<'e, '_>) -> Row<'e> {
    let PromiseAnnex { act, draft, waiver } = &promise.annex;
    Row {
        owed: DatedPromise::on(as_of, &promise.view),
        act: act.as_ref(),
        draft: draft.as_ref(),
        waiver: waiver.as_ref(),
    }
}

impl Page<Insiders> for DuePage<'_> {
    const TEMPLATE: &'static str = "due.html";
    const SECTION: &'static str = "timeliness";
    fn route(&self) -> &Route {
        &self.route
    }
}
