//! Every string that a person wrote, sorted by whether only insiders may see it.
//!
//! Works on the files, so that a field added tomorrow is covered without a thought.

use std::{borrow::Cow, ops::Range};

use rayon::prelude::*;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use toml_parser::lexer::TokenKind;

use super::shelved::{Shelved, Stand};
use crate::{
    diag::{FileId, Files, Span},
    kinds::{CLOSED_TABLES, root_files},
    load::Catalog,
    markdown::{Words, words},
    read::written,
    source::{Blob, Source, is_text, readings},
    text::Word,
    words::{Audience, RevisionKind},
};

/// A string that was written.
pub(super) struct Authored<'c> {
    pub(super) text: Cow<'c, str>,
    pub(super) span: Span,
    /// Who may see it.
    pub(super) side: Exposure,
    /// What it is in its file.
    pub(super) form: Notation,
}

/// What a string is in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// A value of a field or a cell.
    Value,
    /// Running text, to be looked for sentence by sentence.
    Prose,
    /// Running text in Markdown.
    Markdown,
}

/// Who may see a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exposure {
    /// Insiders.
    Inside(Guard),
    /// Everyone.
    Open(Say),
}

/// How strictly a string is kept inside, strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Guard {
    /// Who a person is or how to reach them.
    Person,
    /// Written for insiders only: no public text may copy its sentences.
    Closed,
    /// What a case says and what was done about it: closed, but its own `[release]` may repeat it.
    Case,
    /// A stage that waits for its review: closed, but the short phrases of forms are everybody's.
    Held,
    /// Name, title or number of an internal document: no public text may quote it.
    Name,
    /// Anything else: kept in as long as no public text says it too.
    Plain,
    /// It was public once: kept in as long as nothing public has it, an attachment included.
    Past,
}

/// How much an open string makes public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Say {
    /// A word of the house: it is public wherever it stands.
    House,
    /// A name, title, number, office or post: public as a whole.
    Own,
    /// What a published stage says: a stage that waits may say the very same.
    Stage,
    /// Free text: it shows that sentences of internal bodies are public too, and never what is closed.
    Free,
    /// In an attachment: it shows nothing.
    Attached,
}

/// Tables and keys whose values are persons, or ways to reach them.
const PERSON_TABLES: [&str; 4] = ["internal", "review", "superior", "complainant"];
const PERSON_KEYS: [&str; 5] = ["name", "contact", "handler", "phone", "by"];
/// Top-level keys that identify a document.
const IDENTIFYING: [&str; 7] = ["name", "title", "doc_no", "index_no", "code", "subject", "reg_no"];
/// Numbers of the house's own registers and archive, which no public page shows.
const HOUSE_NUMBERS: [&str; 2] = ["reg_no", "archive_no"];
/// What identifies in the open: tables, the top level first, and keys in them.
const OWN_TABLES: [&str; 6] = ["", "basis", "step", "remedy", "importance", "stage"];
const OWN_KEYS: [&str; 13] = [
    "name",
    "title",
    "code",
    "doc_no",
    "index_no",
    "subject",
    "item",
    "office",
    "post",
    "by",
    "contact",
    "decided_by",
    "document",
];

/// Sorts everything that was written.
pub(super) fn authored<'c>(catalog: &'c Catalog, shelved: &Shelved) -> Vec<Authored<'c>> {
    let source = &catalog.source;
    let texts: Vec<(&str, FileId)> = source.files().filter(|(_, file)| source.is_read(*file)).collect();
    let unread = |path: &str| source.file(path).is_none_or(|file| !source.is_read(file));
    let beside = source.blobs().filter(|(path, _)| unread(path)).map(|(_, blob)| blob);
    let root = root_files(source, Audience::Public.token()).map(|(_, blob)| blob);
    let blobs: Vec<&Blob> = beside.chain(root).collect();
    let read = |(path, file): &(&'c str, FileId)| {
        let mut out = Vec::new();
        let mut reader =
            Reader { source, file: *file, stand: shelved.file(*file), is_retitled: false, shelved, out: &mut out };
        if path.ends_with(".csv") {
            reader.csv();
        } else {
            reader.document(path);
        }
        out
    };
    let texts = texts.par_iter().flat_map_iter(read);
    let mut all: Vec<Authored<'c>> =
        texts.chain(blobs.par_iter().flat_map_iter(|blob| attached(shelved.file(blob.file), blob))).collect();
    all.extend(shelved.ids.iter().map(|id| Authored {
        text: id.clone().into(),
        span: Span::head(FileId(0)),
        side: Exposure::Open(Say::Own),
        form: Notation::Value,
    }));
    all
}

/// What is written in a file that is none of ours.
fn attached(stand: Stand, blob: &Blob) -> Vec<Authored<'static>> {
    let span = Span::head(blob.file);
    let authored = |text: String, side, form| Authored { text: text.into(), span, side, form };
    if stand == Stand::Attached {
        let readings = readings(blob, MOST_ATTACHED).into_iter();
        return readings.map(|text| authored(text, Exposure::Open(Say::Attached), Notation::Prose)).collect();
    }
    let mut all = Vec::new();
    for text in readings(blob, MOST_INSIDE).into_iter().filter(|text| is_text(text)) {
        let side = Exposure::Inside(Guard::Plain);
        // It may be one of ours under another name.
        all.extend(quoted(&text).map(|piece| authored(piece.to_owned(), side, Notation::Value)));
        all.push(authored(text, side, Notation::Prose));
    }
    all
}

/// Largest files that are read as text, in bytes: larger ones of the public are looked through as they are.
const MOST_ATTACHED: u64 = 16 * 1024 * 1024;
const MOST_INSIDE: u64 = 64 * 1024 * 1024;

struct Reader<'c, 'o> {
    source: &'c Source,
    file: FileId,
    stand: Stand,
    /// Whether its withdrawal gives it another title.
    is_retitled: bool,
    shelved: &'o Shelved,
    out: &'o mut Vec<Authored<'c>>,
}

/// Whether a `[[revision]]` is the one that took the record back.
fn is_withdrawal(revision: &DeTable<'_>) -> bool {
    let kind = revision.get("kind").and_then(|kind| RevisionKind::parse(kind.get_ref().as_str()?));
    kind == Some(RevisionKind::Withdrawn)
}

/// Whether a record's withdrawal gives it another title.
fn is_retitled(record: &DeTable<'_>) -> bool {
    let revisions =
        record.get("revision").and_then(|all| all.get_ref().as_array()).into_iter().flat_map(|all| all.iter());
    let mut tables = revisions.filter_map(|revision| revision.get_ref().as_table());
    tables.any(|revision| is_withdrawal(revision) && revision.contains_key("title"))
}

impl<'c> Reader<'c, '_> {
    /// Cells as they are read; of an open table also its rows as they are written, which the public may download: one
    /// with figures is public as a whole.
    fn csv(&mut self) {
        let text = self.source.text(self.file);
        let side = match self.stand {
            Stand::Attached => Exposure::Open(Say::Attached),
            Stand::OpenTable => Exposure::Open(Say::Free),
            _ => Exposure::Inside(Guard::Plain),
        };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        for row in reader.records().flatten() {
            let start = row.position().map_or(0, |at| at.byte() as usize).min(text.len());
            let end = text[text.floor_char_boundary(start)..].find('\n').map_or(text.len(), |length| start + length);
            for cell in row.iter().map(str::trim).filter(|cell| !cell.is_empty()) {
                self.add(cell.to_owned(), start..end, side, Notation::Value);
            }
        }
        for line in text.lines().filter(|_| side == Exposure::Open(Say::Free)) {
            let figures = line.contains(',') && line.contains(|c: char| c.is_ascii_digit());
            let say = if figures { Say::Own } else { Say::Free };
            self.add(line, self.range(line), Exposure::Open(say), Notation::Value);
        }
    }

    fn document(&mut self, path: &str) {
        let text = self.source.text(self.file);
        let (toml, body) = written(path, text);
        let (toml, body) = (&text[toml], &text[body]);
        let (table, errors) = DeTable::parse_recoverable(toml);
        let offset = self.range(toml).start;
        self.is_retitled = is_retitled(table.get_ref());
        for (key, value) in table.into_inner() {
            let key = key.get_ref().as_ref();
            self.value(value, offset, self.top(key), ["", key]);
        }
        self.comments(toml);
        let side = match self.stand {
            Stand::House | Stand::Open => Exposure::Open(Say::Free),
            Stand::Annex => Exposure::Inside(Guard::Closed),
            Stand::Case => Exposure::Inside(Guard::Case),
            Stand::Withdrawn => Exposure::Inside(Guard::Past),
            _ => Exposure::Inside(Guard::Plain),
        };
        self.add(body, self.range(body), side, Notation::Markdown);
        if side == Exposure::Inside(Guard::Plain) && (!errors.is_empty() || toml.is_empty()) {
            for piece in quoted(text) {
                self.add(piece, self.range(piece), Exposure::Inside(Guard::Plain), Notation::Value); // its fields may be anywhere
            }
        }
    }

    /// The side of a top-level value.
    fn top(&self, key: &str) -> Exposure {
        let names = IDENTIFYING.contains(&key);
        match self.stand {
            Stand::House => Exposure::Open(Say::House),
            Stand::Withdrawn if key == "index_no" || (key == "title" && !self.is_retitled) => Exposure::Open(Say::Own),
            Stand::Open if HOUSE_NUMBERS.contains(&key) => Exposure::Inside(Guard::Plain),
            Stand::Open if OWN_KEYS.contains(&key) => Exposure::Open(Say::Own),
            Stand::Open | Stand::OpenTable | Stand::Attached => Exposure::Open(Say::Free),
            Stand::Case | Stand::Inside if names => Exposure::Inside(Guard::Name),
            Stand::Annex => Exposure::Inside(Guard::Closed),
            Stand::Case => Exposure::Inside(Guard::Case),
            Stand::Withdrawn if key == "title" => Exposure::Inside(Guard::Name), // its withdrawal gave it another
            Stand::Withdrawn => Exposure::Inside(Guard::Past),
            Stand::Draft | Stand::Inside => Exposure::Inside(Guard::Plain),
        }
    }

    /// The side of a value below another: `within` is the table and `key` what it has.
    fn below(side: Exposure, within: &str, key: &str) -> Exposure {
        match side {
            Exposure::Inside(Guard::Closed | Guard::Person)
                if PERSON_TABLES.contains(&within) && PERSON_KEYS.contains(&key) =>
            {
                Exposure::Inside(Guard::Person)
            }
            Exposure::Inside(Guard::Person) => Exposure::Inside(Guard::Closed),
            Exposure::Inside(Guard::Name) => Exposure::Inside(Guard::Plain),
            Exposure::Open(Say::Own | Say::Free) if OWN_TABLES.contains(&within) && OWN_KEYS.contains(&key) => {
                Exposure::Open(Say::Own)
            }
            Exposure::Open(Say::Own | Say::Free) if within == "stage" && key == "what" => Exposure::Open(Say::Stage),
            Exposure::Open(Say::Own) => Exposure::Open(Say::Free),
            other => other,
        }
    }

    /// A value and what is in it: `path` is the table that it stands in and its key there.
    fn value(&mut self, value: Spanned<DeValue<'c>>, offset: usize, side: Exposure, path: [&str; 2]) {
        let range = value.span().start + offset..value.span().end + offset;
        let place = Span::new(self.file, range.clone());
        let side = if self.shelved.released.contains(&place) {
            Exposure::Open(Say::Free)
        } else if CLOSED_TABLES.contains(&path[1]) {
            Exposure::Inside(Guard::Closed)
        } else if self.shelved.held.contains(&place) {
            Exposure::Inside(Guard::Held)
        } else {
            side
        };
        match value.into_inner() {
            DeValue::String(text) => self.add(text, range, side, Notation::Value),
            DeValue::Array(values) => values.into_iter().for_each(|v| self.value(v, offset, side, path)),
            DeValue::Table(table) => {
                let is_its = self.stand == Stand::Withdrawn && path[1] == "revision" && is_withdrawal(&table);
                let side = if is_its { Exposure::Open(Say::Free) } else { side };
                for (key, value) in table {
                    let key = key.get_ref().as_ref();
                    self.value(value, offset, Self::below(side, path[1], key), [path[1], key]);
                }
            }
            _ => {}
        }
    }

    /// Comments, which no page shows.
    fn comments(&mut self, toml: &'c str) {
        if toml.contains('#') {
            let tokens = toml_parser::Source::new(toml).lex().filter(|token| token.kind() == TokenKind::Comment);
            for token in tokens {
                let text = toml[token.span().start()..token.span().end()].trim_start_matches('#').trim();
                self.add(text, self.range(text), Exposure::Inside(Guard::Plain), Notation::Prose);
            }
        }
    }

    fn add(&mut self, text: impl Into<Cow<'c, str>>, range: Range<usize>, side: Exposure, form: Notation) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.out.push(Authored { text, span: Span::new(self.file, range), side, form });
        }
    }

    /// Where a slice of the file's text stands.
    fn range(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr().addr().saturating_sub(self.source.text(self.file).as_ptr().addr());
        start..start + part.len()
    }
}

/// What stands between straight quotes, of a file whose fields can't be told.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '\n']).map(str::trim).filter(|piece| !piece.is_empty())
}

/// A text as someone may read it.
pub(super) enum View<'a> {
    /// As it was written.
    Written(Cow<'a, str>),
    /// The words of Markdown.
    Words(Words),
}

impl View<'_> {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Written(text) => text,
            Self::Words(words) => &words.text,
        }
    }
}

impl Authored<'_> {
    /// What a reader has of it. Markdown is read as it is shown and as it was written, with paragraphs apart.
    pub(super) fn views(&self) -> Vec<View<'_>> {
        match self.form {
            Notation::Markdown => {
                let written = View::Written(self.text.replace("\n\n", ";\n").into());
                let has_more = self.text.contains(['[', '<', '&']); // other marks are folded away
                if has_more { vec![View::Words(words(&self.text)), written] } else { vec![written] }
            }
            Notation::Value | Notation::Prose => vec![View::Written(Cow::Borrowed(&*self.text))],
        }
    }

    /// Where a part of a view stands in the file.
    pub(super) fn place(&self, view: &View<'_>, range: Range<usize>) -> Span {
        let (start, end) = (self.span.range().start, self.span.range().end);
        match view {
            View::Words(words) => {
                let from = (start + words.place(range.start)).min(end);
                let to = start + words.place(range.end.saturating_sub(1)) + 1;
                Span::new(self.span.file, from..to.clamp(from, end))
            }
            View::Written(_) if self.form == Notation::Markdown => {
                Span::new(self.span.file, (start + range.start).min(end)..(start + range.end).min(end))
            }
            View::Written(_) => self.span,
        }
    }
}
