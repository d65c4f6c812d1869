//! 公开内容存档备查: everything that was disclosed, in the order of its disclosure, by year.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::outputs::csv::{is_rewritten, rewritten};
use crate::{
    edition::{Audience, Day, Edition, RecordView, Route, TableView, human_size},
    model::hex,
    source::{Blob, read_file},
    text::Lang,
};

/// A record with everything that it disclosed.
#[derive(Serialize)]
pub(super) struct Filed<'e> {
    pub archive_no: Option<&'e str>,
    pub on: Day,
    pub title: &'e str,
    pub route: &'e Route,
    pub inside: bool,
    /// The text, and each file beside it.
    pub pieces: Vec<Piece<'e>>,
}

/// One text, table, image or video.
#[derive(Serialize)]
pub(super) struct Piece<'e> {
    /// 文字、表格、图片、影像
    pub kind: &'e str,
    pub name: &'e str,
    /// Its file's name; of the text, that of its page.
    pub file: &'e str,
    pub route: &'e Route,
    pub sum: Sum<'e>,
}

/// Length and SHA-256, reckoned as they are written.
pub(super) enum Sum<'e> {
    Text(&'e str),
    File(&'e Blob),
    /// A table that is offered otherwise than it was authored.
    Table(&'e TableView<'e>),
    Known(&'e Blob, &'e str),
}

#[derive(Serialize)]
struct Reckoned {
    size: String,
    /// The first digits of it.
    sha256: String,
}

/// Digits of a SHA-256 that a page shows; the table has all.
const SHORT: usize = 12;

impl Sum<'_> {
    /// Bytes and SHA-256; nothing where the file can't be read any more.
    pub(super) fn reckon(&self) -> (u64, String) {
        let of = |bytes: &[u8]| (bytes.len() as u64, hex(&Sha256::digest(bytes)));
        match self {
            Self::Text(text) => of(text.replace("\r\n", "\n").as_bytes()), // whatever system it was written on
            Self::File(blob) => read_file(blob).map_or_else(|_| Default::default(), |bytes| of(&bytes)),
            Self::Table(table) => of(&rewritten(table)),
            Self::Known(blob, sha256) => (blob.size, (*sha256).to_owned()),
        }
    }
}

impl Serialize for Sum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (size, mut sha256) = self.reckon();
        sha256.truncate(SHORT);
        Reckoned { size: human_size(size), sha256 }.serialize(serializer)
    }
}

/// The records of each year of disclosure, in its order.
pub(super) fn by_year<'e, A: Audience>(edition: &'e Edition<'_, A>) -> BTreeMap<i32, Vec<Filed<'e>>> {
    let mut years: BTreeMap<i32, Vec<Filed<'_>>> = BTreeMap::new();
    for record in edition.records.iter().map(|entry| &entry.view) {
        if let Some(on) = record.published_on {
            years.entry(chrono::Datelike::year(&on.0)).or_default().push(filed(record, on, edition.lang));
        }
    }
    for all in years.values_mut() {
        all.sort_by_key(|filed| (filed.on, filed.archive_no, filed.route.as_str()));
    }
    years
}

fn filed<'e>(record: &'e RecordView<'e>, on: Day, lang: Lang) -> Filed<'e> {
    let text = Piece {
        kind: lang.pick("文字", "Text"),
        name: record.title,
        file: name(&record.route),
        route: &record.route,
        sum: Sum::Text(record.body.text),
    };
    let tables = record.tables.iter().filter_map(|table| {
        let attached = record.attachments.iter().any(|file| file.route == table.route);
        let sum = if is_rewritten(table) && !attached { Sum::Table(table) } else { Sum::File(table.file?) };
        let kind = lang.pick("表格", "Table");
        Some(Piece { kind, name: table.title, file: name(&table.route), route: &table.route, sum })
    });
    let attachments = record.attachments.iter().filter_map(|file| {
        let (kind, sum) = (file.kind.map_or("", |kind| kind.text), Sum::Known(file.file?, file.sha256));
        Some(Piece { kind, name: file.title, file: file.name, route: &file.route, sum })
    });
    Filed {
        archive_no: record.archive_no,
        on,
        title: record.title,
        route: &record.route,
        inside: record.audience.id == "internal",
        pieces: std::iter::once(text).chain(tables).chain(attachments).collect(),
    }
}

fn name(route: &Route) -> &str {
    route.as_str().rsplit('/').next().unwrap_or_default()
}

/// The page of a year.
pub(super) fn route(year: i32) -> Route {
    Route::new(format!("archive/{year}.html"))
}

/// The table of a year.
pub(super) fn table(year: i32) -> Route {
    Route::new(format!("archive/{year}.csv"))
}
