//! What the public may see of a record and of the files beside it.

use chrono::{Datelike, NaiveDate};

use super::{day, label, opt};
use crate::{
    edition::{
        AttachmentView, BodyView, ColumnView, DeliveryView, RecordView, RevisionView, Route, TableView, WithdrawnView,
    },
    kinds::{Address, Attached, Attachment, Cells, Column, Delivery, Occasion, Record, Revision, Table},
    source::Source,
    table::{Mark, Sheet},
    text::{Lang, Word},
    words::Audience,
};

pub(in crate::edition) fn record<'c>(
    record: &'c Record,
    audience: Audience,
    source: &'c Source,
    lang: Lang,
) -> RecordView<'c> {
    let Record {
        id,
        item,
        place: _,
        reach: _,
        title,
        occasion,
        formed_on,
        published_on,
        index_no,
        doc_no,
        archive_no: _,
        summary,
        keywords,
        audience: _,
        nil,
        validity,
        review: _,
        withheld: _,
        deliveries,
        tables,
        attachments,
        revisions,
        body,
        annex: _,
    } = record;
    let listed_on = published_on.as_ref().or(formed_on.as_ref()).map_or(NaiveDate::MIN, |date| date.value);
    RecordView {
        id,
        item,
        route: route(item, id),
        title,
        audience: audience.label(lang),
        occasion: occasion.as_ref().map(|o| match o {
            Occasion::Period(period) => period.shown(lang),
            Occasion::Event(date) => date.value.to_string(),
        }),
        year: listed_on.year(),
        listed_on,
        formed_on: day(formed_on),
        published_on: day(published_on),
        index_no: opt(index_no),
        doc_no: opt(doc_no),
        summary: opt(summary),
        keywords: keywords.iter().map(|k| k.value.as_str()).collect(),
        nil: *nil,
        validity: validity.label(lang),
        deliveries: deliveries.iter().map(|d| delivery(d, record, item, lang)).collect(),
        tables: tables.iter().filter_map(|t| table(t, attachments, item, source)).collect(),
        attachments: attachments.iter().filter_map(|a| attachment(a, item, source, lang)).collect(),
        revisions: revisions.iter().map(|r| revision(r, lang)).collect(),
        withdrawn: record.withdrawn().map(|r| revision(r, lang)),
        body: BodyView::of(source, body.span),
    }
}

/// What is left of a record that was withdrawn.
pub(in crate::edition) fn withdrawn(record: &Record) -> Option<WithdrawnView<'_>> {
    let title = record.public_title();
    let Revision { on, kind: _, reason, what: _, title: _, review: _ } = record.withdrawn()?;
    let Record {
        id,
        item,
        place: _,
        reach: _,
        title: _,
        occasion: _,
        formed_on: _,
        published_on,
        index_no,
        doc_no: _,
        archive_no: _,
        summary: _,
        keywords: _,
        audience: _,
        nil: _,
        validity: _,
        review: _,
        withheld: _,
        deliveries: _,
        tables: _,
        attachments: _,
        revisions: _,
        body: _,
        annex: _,
    } = record;
    let (on, published_on, index_no) = (day(on), day(published_on), opt(index_no));
    Some(WithdrawnView {
        address: Address::record(item, id),
        route: route(item, id),
        title,
        on,
        reason,
        index_no,
        published_on,
    })
}

pub(super) fn route(item: &str, id: &str) -> Route {
    Route::of(Address::record(item, id))
}

/// The order of every list of records.
pub(in crate::edition) fn newest(a: &RecordView<'_>, b: &RecordView<'_>) -> std::cmp::Ordering {
    b.listed_on.cmp(&a.listed_on).then_with(|| (a.item, a.id).cmp(&(b.item, b.id)))
}

fn delivery<'c>(delivery: &'c Delivery, record: &Record, item: &str, lang: Lang) -> DeliveryView<'c> {
    let is_there = |file: &str| record.attachments.iter().any(|a| *a.file == *file && a.found.is_some());
    let Delivery { channel, on, until, place, doc_no, recipients, photo } = delivery;
    DeliveryView {
        channel: label(channel, lang),
        on: day(on),
        until: day(until),
        place: opt(place),
        doc_no: opt(doc_no),
        recipients: recipients.iter().map(|r| r.value.as_str()).collect(),
        photo: photo.as_ref().filter(|file| is_there(file)).map(|file| beside(item, file)),
    }
}

/// The route of a file beside a record: that of its content path.
fn beside(item: &str, file: &str) -> Route {
    Route::of(Address::beside(item, file))
}

fn table<'c>(table: &'c Table, others: &[Attachment], item: &str, source: &'c Source) -> Option<TableView<'c>> {
    let sheet = Sheet::of(table)?;
    let Table { file, title, unit, note, like: _, columns, across: _, down: _, rounded: _, cells } = table;
    let Cells { text: _, header, rows } = cells.as_ref()?;
    let units: Vec<(&str, &str)> = columns.iter().filter_map(column_unit).collect();
    let figures = |at: usize| at > 0 && (0..rows.len()).all(|row| sheet.mark(row, at) != Mark::Words);
    let column = |(at, name): (usize, &'c String)| ColumnView {
        name,
        figures: figures(at),
        unit: units.iter().find(|(of, _)| of == name).map(|(_, unit)| *unit),
        kind: sheet.kinds[at],
    };
    let csv = beside(item, file);
    Some(TableView {
        title,
        unit: opt(unit),
        note: opt(note),
        columns: header.iter().enumerate().map(column).collect(),
        rows,
        formulas: sheet.formulas().map(str::to_owned).collect(),
        results: sheet.result_rows(),
        sums: sheet.sum_columns(),
        reckoned: sheet.result_columns(),
        xlsx: xlsx(&csv).filter(|xlsx| others.iter().all(|other| beside(item, &other.file) != *xlsx)),
        route: csv,
        file: source.blob(&Address::beside(item, file).path()),
    })
}

/// Where a table's XLSX file stands; one that its authors attached themselves is not written over.
fn xlsx(csv: &Route) -> Option<Route> {
    csv.as_str().strip_suffix(".csv").and_then(|stem| Route::parse(&format!("{stem}.xlsx")))
}

fn column_unit(column: &Column) -> Option<(&str, &str)> {
    let Column { name, kind: _, places: _, unit } = column;
    Some((name, unit.as_ref()?))
}

fn attachment<'c>(
    attachment: &'c Attachment,
    item: &str,
    source: &'c Source,
    lang: Lang,
) -> Option<AttachmentView<'c>> {
    let Attachment { file, title, kind, expected: _, found } = attachment;
    let Attached { size, sha256, refused: _ } = found.as_ref()?;
    Some(AttachmentView {
        title,
        name: file,
        kind: label(kind, lang),
        size: human_size(*size),
        sha256,
        route: beside(item, file),
        file: source.blob(&Address::beside(item, file).path()),
    })
}

/// Bytes for people, in units of 1024.
pub(in crate::edition) fn human_size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

fn revision(revision: &Revision, lang: Lang) -> RevisionView<'_> {
    let Revision { on, kind, reason, what, title: _, review: _ } = revision;
    RevisionView { on: day(on), kind: label(kind, lang), reason, what: opt(what) }
}
