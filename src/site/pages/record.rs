//! `records/<item>/<id>.html`: one disclosure.

use serde::Serialize;

use crate::{
    draw::bars::{Bars, ColumnHead, Figures},
    edition::{Beside, Edition, Readership, RecordAnnex, RecordView, Route, Seen, TableView},
    site::{
        Index, Output, Page,
        archive::page_of,
        body::Rendered,
        index::{ItemLine, RecordLine},
    },
};

#[derive(Serialize)]
#[serde(bound = "")]
struct RecordPage<'e, A: Readership> {
    record: &'e RecordView<'e>,
    body: Rendered<'e, A>,
    /// One for each table: its drawing, where there is something to compare.
    charts: Vec<Option<Bars>>,
    annex: Beside<'e, A, RecordAnnex<'e>>,
    annex_body: Option<Rendered<'e, A>>,
    item: Option<&'e ItemLine<'e>>,
    /// The page of the archive that lists it.
    archive: Option<Route>,
    /// Of the same item.
    newer: Option<&'e RecordLine<'e>>,
    older: Option<&'e RecordLine<'e>>,
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let mut placed = vec![false; edition.records.len()];
    for (item, lines) in index.items.iter().zip(&index.of_item) {
        for (nth, at) in lines.iter().enumerate() {
            placed[*at] = true;
            let line = |nth: usize| lines.get(nth).map(|at| &index.lines[*at]);
            let (newer, older) = (nth.checked_sub(1).and_then(line), line(nth + 1));
            out.push(Box::new(RecordPage { newer, older, ..page(&edition.records[*at], Some(item), index) }));
        }
    }
    for at in (0..placed.len()).filter(|at| !placed[*at]) {
        out.push(Box::new(page(&edition.records[at], None, index)));
    }
}

fn page<'e, A: Readership>(
    entry: &'e Seen<A, RecordView<'_>>,
    item: Option<&'e ItemLine<'e>>,
    index: &'e Index<'e, A>,
) -> RecordPage<'e, A> {
    let body = |view| Rendered::of(view, &entry.view.route, index);
    RecordPage {
        record: &entry.view,
        archive: page_of(entry.view.published_on),
        body: body(entry.view.body),
        charts: entry.view.tables.iter().enumerate().map(|(nth, t)| Bars::of(&figures(t), nth, index.lang)).collect(),
        annex: entry.beside(),
        annex_body: entry.beside().get().and_then(|beside| beside.annex.body).map(body),
        item,
        newer: None,
        older: None,
    }
}

fn figures<'e>(table: &'e TableView<'e>) -> Figures<'e> {
    let TableView { title, unit, columns, rows, results, sums, reckoned, .. } = table;
    let columns = columns.iter().map(|c| ColumnHead { name: c.name, unit: c.unit, kind: c.kind }).collect();
    Figures { title, unit: *unit, columns, rows, results, sums, reckoned }
}

impl<A: Readership> Page<A> for RecordPage<'_, A> {
    const TEMPLATE: &'static str = "record.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.record.route
    }
}
