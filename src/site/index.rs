//! What lists are made of: one line for each record and item, and who belongs where.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    marker::PhantomData,
};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{
    archive::{Archived, by_year, first_published},
    body::{Links, Shown, ShownTable},
    promises::Grouped,
};
use crate::{
    edition::{Edition, ExerciseView, ItemView, OfficeRef, Readership, RecordView, Route, Seen},
    kinds::{Address, Kind},
    text::{Label, Lang},
};

/// A record in a list.
#[derive(Serialize)]
pub(super) struct RecordLine<'c> {
    pub route: &'c Route,
    pub title: &'c str,
    pub on: NaiveDate,
    /// When it was disclosed first; otherwise than `on` for a form of which a stage was published later.
    pub since: NaiveDate,
    pub item: &'c str,
    pub item_route: Option<&'c Route>,
    pub index_no: Option<&'c str>,
    pub summary: Option<&'c str>,
    pub audience: Label,
    pub nil: bool,
    pub draft: bool,
    pub withdrawn: bool,
    /// Of a form: the stages that were published last.
    pub stages: Vec<&'static str>,
    pub year: i32,
}

/// An item in a list.
#[derive(Serialize)]
pub(super) struct ItemLine<'c> {
    pub route: &'c Route,
    pub name: &'c str,
    pub category: Option<Label>,
    pub office: &'c OfficeRef<'c>,
    pub audience: Label,
    pub schedule: Option<&'c str>,
    pub status: Label,
    pub records: usize,
    /// It is meant for the public and not there yet: for insiders alone.
    pub withheld: bool,
}

/// The lists of an edition.
pub struct Index<'e, A> {
    audience: PhantomData<A>,
    pub(super) links: Links,
    /// The tables whose cells a body may quote.
    pub(super) shown: Shown<'e>,
    /// The language of the site's own words.
    pub(super) lang: Lang,
    /// One for each record, newest first.
    pub(super) lines: Vec<RecordLine<'e>>,
    /// One for each exercise of which a stage was published, the last published first.
    exercises: Vec<RecordLine<'e>>,
    /// One for each item, by id.
    pub(super) items: Vec<ItemLine<'e>>,
    /// For each item, its lines.
    pub(super) of_item: Vec<Vec<usize>>,
    /// For each year, newest first, its lines.
    pub(super) of_year: BTreeMap<Reverse<i32>, Vec<usize>>,
    /// 存档, by the year of disclosure.
    pub(super) archive: BTreeMap<i32, Vec<Archived<'e>>>,
    /// The promises; `None` where the site does not show them.
    pub(super) promises: Option<Grouped<'e>>,
}

impl<'e, A: Readership> Index<'e, A> {
    /// Makes the lists.
    pub fn of(edition: &'e Edition<'_, A>) -> Self {
        let numbers: HashMap<&str, usize> =
            edition.items.iter().enumerate().map(|(n, item)| (item.view.id, n)).collect();
        let mut of_item = vec![Vec::new(); edition.items.len()];
        let mut of_year: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut lines = Vec::with_capacity(edition.records.len());
        for (at, record) in edition.records.iter().enumerate() {
            let number = numbers.get(record.view.item).copied();
            if let Some(number) = number {
                of_item[number].push(at);
            }
            of_year.entry(Reverse(record.view.year)).or_default().push(at);
            lines.push(line(&record.view, number.map(|n| &edition.items[n].view)));
        }
        let items = edition.items.iter().zip(&of_item).map(|(item, records)| item_line(item, records.len())).collect();
        let promises = edition.promises.as_ref().map(|promises| Grouped::of(promises, &numbers));
        Self {
            audience: PhantomData,
            links: links(edition),
            shown: shown(edition),
            lang: edition.lang,
            lines,
            exercises: exercises(edition),
            items,
            of_item,
            of_year,
            archive: by_year(edition),
            promises,
        }
    }

    /// What was disclosed last: records, and exercises by their newest stage.
    pub(super) fn newest(&self, count: usize) -> Vec<&RecordLine<'e>> {
        let records = self.lines.iter().take(count);
        let mut lines: Vec<_> = records.chain(self.exercises.iter().take(count)).collect();
        lines.sort_by_key(|line| Reverse(line.on));
        lines.truncate(count);
        lines
    }

    /// The lines of every item that passes, newest first.
    pub(super) fn lines_where(&self, keep: impl Fn(&ItemLine<'_>) -> bool) -> Vec<usize> {
        let mut lines: Vec<usize> = self
            .items
            .iter()
            .zip(&self.of_item)
            .filter(|(item, _)| keep(item))
            .flat_map(|(_, lines)| lines.iter().copied())
            .collect();
        lines.sort_unstable();
        lines
    }
}

fn line<'e>(record: &'e RecordView<'_>, item: Option<&'e ItemView<'_>>) -> RecordLine<'e> {
    RecordLine {
        route: &record.route,
        title: record.title,
        on: record.listed_on,
        since: record.listed_on,
        item: item.map_or(record.item, |i| i.name),
        item_route: item.map(|i| &i.route),
        index_no: record.index_no,
        summary: record.summary,
        audience: record.audience,
        nil: record.nil,
        draft: record.published_on.is_none(),
        withdrawn: record.withdrawn.is_some(),
        stages: Vec::new(),
        year: record.year,
    }
}

/// What waits for its review or its publication is no news.
fn exercises<'e, A: Readership>(edition: &'e Edition<'_, A>) -> Vec<RecordLine<'e>> {
    let mut lines: Vec<RecordLine<'_>> = edition.exercises.iter().filter_map(|entry| exercise(&entry.view)).collect();
    lines.sort_by_key(|line| (Reverse(line.on), line.route));
    lines
}

fn exercise<'e>(exercise: &'e ExerciseView<'_>) -> Option<RecordLine<'e>> {
    let on = exercise.stages.iter().filter_map(|stage| stage.published_on).max()?;
    let last = exercise.stages.iter().filter(|stage| stage.published_on == Some(on));
    Some(RecordLine {
        route: &exercise.route,
        title: exercise.subject,
        on,
        since: first_published(exercise)?,
        item: exercise.item_name,
        item_route: Some(&exercise.item_route),
        index_no: None,
        summary: None,
        audience: exercise.audience,
        nil: false,
        draft: false,
        withdrawn: false,
        stages: last.filter_map(|stage| stage.kind).map(|kind| kind.text).collect(),
        year: on.year(),
    })
}

fn item_line<'e, A: Readership>(entry: &'e Seen<A, ItemView<'_>>, records: usize) -> ItemLine<'e> {
    let item = &entry.view;
    ItemLine {
        route: &item.route,
        name: item.name,
        category: item.category,
        office: &item.office,
        audience: item.audience,
        schedule: item.schedule.as_deref(),
        status: item.status,
        records,
        withheld: A::opened(&entry.annex).is_some_and(|annex| annex.withheld.is_some()),
    }
}

fn links<A: Readership>(edition: &Edition<'_, A>) -> Links {
    let mut links = Links::new();
    let mut add = |address: Address<'_>, route: &Route| drop(links.insert(address.path(), route.clone()));
    // The address of what was withdrawn stays; what lay beside it has none any more.
    edition.withdrawn.iter().for_each(|w| add(w.address, &w.route));
    add(Address::fixed(Kind::Agency), &Route::of(Address::fixed(Kind::Agency)));
    edition.items.iter().for_each(|i| add(Address::of(Kind::Item, i.view.id), &i.view.route));
    edition.texts.iter().for_each(|t| add(Address::of(Kind::Page, t.view.id), &t.view.route));
    edition.exercises.iter().for_each(|e| add(Address::of(Kind::Exercise, e.view.id), &e.view.route));
    for record in &edition.records {
        let view = &record.view;
        add(Address::record(view.item, view.id), &view.route);
        let files = view.tables.iter().map(|t| &t.route).chain(view.attachments.iter().map(|a| &a.route));
        files.for_each(|route| add(Address::beside(view.item, route.file()), route));
    }
    links
}

/// Where each table is shown: on the newest page that has it.
fn shown<'e, A: Readership>(edition: &'e Edition<'_, A>) -> Shown<'e> {
    let mut shown = Shown::new();
    for record in &edition.records {
        for (at, table) in record.view.tables.iter().enumerate() {
            let entry = shown.entry(Address::beside(record.view.item, table.route.file()).path());
            entry.or_insert(ShownTable { page: &record.view.route, nth: at + 1, table });
        }
    }
    shown
}
