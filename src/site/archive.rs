//! 公开内容存档备查: everything that was disclosed, in the order of its disclosure, by year.

use std::{
    collections::{BTreeMap, HashSet},
    sync::OnceLock,
};

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::outputs::csv::{is_rewritten, rewritten};
use crate::{
    edition::{Edition, ExerciseView, Readership, RecordView, Route, TableView, WithdrawnView, human_size},
    load::hex,
    source::Blob,
    text::Lang,
    words,
};

/// A record, or an exercise, with everything that it disclosed.
#[derive(Serialize)]
pub(super) struct Archived<'e> {
    /// For insiders alone: who sees the numbers sees their gaps.
    pub archive_no: Option<&'e str>,
    pub on: NaiveDate,
    /// Its title; of what the public may not read any more, its index number.
    pub title: &'e str,
    pub route: &'e Route,
    pub inside: bool,
    pub withdrawn: bool,
    /// The text, and each file beside it; nothing of what was withdrawn, but for insiders.
    pub pieces: Vec<Piece<'e>>,
}

/// One text, table, image or video.
#[derive(Serialize)]
pub(super) struct Piece<'e> {
    /// 文字、表格、图片、影像、登记表
    pub kind: &'e str,
    pub name: &'e str,
    /// Its file's name; of the text, that of its page.
    pub file: &'e str,
    pub route: &'e Route,
    /// Of the file; none of a page, which is not the text alone that was disclosed on it.
    pub sum: Option<Checksum<'e>>,
}

/// Length and SHA-256, reckoned where the page or the table is written first.
pub(super) struct Checksum<'e> {
    of: Summed<'e>,
    known: OnceLock<(u64, String)>,
}

/// What is summed.
enum Summed<'e> {
    File(&'e Blob),
    /// A table that is offered otherwise than it was authored.
    Table(&'e TableView<'e>),
    Known(&'e Blob, &'e str),
}

#[derive(Serialize)]
struct Reckoned<'s> {
    size: String,
    /// The first digits of it.
    sha256: &'s str,
}

/// Digits of a SHA-256 that a page shows; the table has all.
const SHORT: usize = 12;

impl<'e> Checksum<'e> {
    fn of(of: Summed<'e>) -> Self {
        Self { of, known: OnceLock::new() }
    }

    /// Bytes and SHA-256; nothing where the file can't be read any more.
    pub(super) fn reckon(&self) -> &(u64, String) {
        self.known.get_or_init(|| self.of.reckon())
    }
}

impl Summed<'_> {
    fn reckon(&self) -> (u64, String) {
        let of = |bytes: &[u8]| (bytes.len() as u64, hex(&Sha256::digest(bytes)));
        match self {
            Self::File(blob) => blob.sum().map_or_else(|_| Default::default(), |sum| (sum.size, hex(&sum.sha256))),
            Self::Table(table) => of(&rewritten(table)),
            Self::Known(blob, sha256) => (blob.size, (*sha256).to_owned()),
        }
    }
}

impl Serialize for Checksum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (size, sha256) = self.reckon();
        let sha256 = sha256.get(..SHORT).unwrap_or_default();
        Reckoned { size: human_size(*size), sha256 }.serialize(serializer)
    }
}

/// The records and exercises of each year of disclosure, in its order.
pub(super) fn by_year<'e, A: Readership>(edition: &'e Edition<'_, A>) -> BTreeMap<i32, Vec<Archived<'e>>> {
    let mut years: BTreeMap<i32, Vec<Archived<'_>>> = BTreeMap::new();
    let files = edition.records.iter().flat_map(|entry| &entry.view.attachments).map(|file| &file.route);
    let attached: HashSet<&Route> = files.collect();
    let records = edition.records.iter().filter_map(|seen| {
        let number = seen.beside().get().and_then(|annex| annex.archive_no);
        record(&seen.view, number, &attached, edition.lang)
    });
    let exercises = edition.exercises.iter().filter_map(|seen| {
        let number = seen.beside().get().and_then(|annex| annex.archive_no);
        exercise(&seen.view, number, edition.lang)
    });
    let withdrawn = edition.withdrawn.iter().filter_map(withdrawn);
    for filed in records.chain(exercises).chain(withdrawn) {
        years.entry(filed.on.year()).or_default().push(filed);
    }
    for all in years.values_mut() {
        all.sort_by_key(|filed| (filed.on, filed.archive_no, filed.route.as_str()));
    }
    years
}

/// The archive's page of a record's or a form's year.
pub(super) fn page_of(on: Option<NaiveDate>) -> Option<Route> {
    on.map(|on| route(on.year()))
}

/// 公开时间 of the stage that came first.
pub(super) fn first_published(exercise: &ExerciseView<'_>) -> Option<NaiveDate> {
    exercise.stages.iter().filter_map(|stage| stage.published_on).min()
}

fn exercise<'e>(exercise: &'e ExerciseView<'e>, archive_no: Option<&'e str>, lang: Lang) -> Option<Archived<'e>> {
    let form = Piece {
        kind: lang.pick("登记表", "Form"),
        name: exercise.subject,
        file: exercise.route.file(),
        route: &exercise.route,
        sum: None,
    };
    Some(Archived {
        archive_no,
        on: first_published(exercise)?,
        title: exercise.subject,
        route: &exercise.route,
        inside: exercise.audience.is(words::Audience::Internal),
        withdrawn: false,
        pieces: vec![form],
    })
}

/// A table that any record attaches too is offered as it was authored (`outputs::list`).
fn record<'e>(
    record: &'e RecordView<'e>,
    archive_no: Option<&'e str>,
    attached: &HashSet<&Route>,
    lang: Lang,
) -> Option<Archived<'e>> {
    let text = Piece {
        kind: lang.pick("文字", "Text"),
        name: record.title,
        file: record.route.file(),
        route: &record.route,
        sum: None,
    };
    let tables = record.tables.iter().filter_map(|table| {
        let is_anew = is_rewritten(table) && !attached.contains(&table.route);
        let summed = if is_anew { Summed::Table(table) } else { Summed::File(table.file?) };
        let kind = lang.pick("表格", "Table");
        Some(Piece {
            kind,
            name: table.title,
            file: table.route.file(),
            route: &table.route,
            sum: Some(Checksum::of(summed)),
        })
    });
    let attachments = record.attachments.iter().filter_map(|file| {
        let kind = file.kind.map_or("", |kind| kind.text);
        let sum = Checksum::of(Summed::Known(file.file?, file.sha256));
        Some(Piece { kind, name: file.title, file: file.name, route: &file.route, sum: Some(sum) })
    });
    Some(Archived {
        archive_no,
        on: record.published_on?,
        title: record.title,
        route: &record.route,
        inside: record.audience.is(words::Audience::Internal),
        withdrawn: record.withdrawn.is_some(),
        pieces: std::iter::once(text).chain(tables).chain(attachments).collect(),
    })
}

/// Its date and its index number stay.
fn withdrawn<'e>(record: &'e WithdrawnView<'e>) -> Option<Archived<'e>> {
    Some(Archived {
        archive_no: None,
        on: record.published_on?,
        title: record.index_no.unwrap_or("—"),
        route: &record.route,
        inside: false,
        withdrawn: true,
        pieces: Vec::new(),
    })
}

/// The page of a year.
pub(super) fn route(year: i32) -> Route {
    Route::new(format!("archive/{year}.html"))
}

/// The table of a year.
pub(super) fn table(year: i32) -> Route {
    Route::new(format!("archive/{year}.csv"))
}
