//! Every string that a person wrote, sorted by whether only insiders may see it.
//!
//! Works on the files, so that a field added tomorrow is covered without a thought.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    diag::{FileId, Files, Span},
    model::{Catalog, Clearance, Record},
    source::{Blob, Source, fenced, read_file},
};

/// A string that was written.
pub(super) struct Authored<'c> {
    pub(super) text: Cow<'c, str>,
    pub(super) span: Span,
    /// How strictly it is kept.
    pub(super) guard: Guard,
    /// Running text, to be looked for sentence by sentence.
    pub(super) prose: bool,
}

/// How strictly a string is kept inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// Name, title or number of an internal document: public prose must not quote it.
    Name,
    /// Written for insiders only, in an `[internal]` table or an annex: public prose must not copy its sentences.
    Closed,
    /// Anything else: kept in as long as nothing public says it too.
    Plain,
}

/// What was written for insiders, and what for everyone.
#[derive(Default)]
pub(super) struct Sides<'c> {
    pub(super) inside: Vec<Authored<'c>>,
    pub(super) open: Vec<Authored<'c>>,
    drafts: HashSet<FileId>,
    /// Tables that are inside although their file is not.
    closed: BTreeSet<Span>,
    /// Tables that are open although their file is not: what was released.
    released: BTreeSet<Span>,
}

/// Largest attachment that is read as text, in bytes.
const MOST_ATTACHED: u64 = 2 * 1024 * 1024;
/// Tables whose strings are closed wherever they stand.
const CLOSED_TABLES: [&str; 2] = ["internal", "review"];
/// Top-level keys that identify a document.
const IDENTIFYING: [&str; 7] = ["name", "title", "doc_no", "index_no", "code", "subject", "reg_no"];

/// Sorts everything that was written. A file beside a record is open only where an open record names it:
/// one that nobody names, or that can't be read as a table, stays inside.
pub(super) fn sides(catalog: &Catalog) -> Sides<'_> {
    let source = &catalog.source;
    let (closed, drafts) = closed_files(catalog);
    let shown = shown_files(catalog);
    let mut sides = Sides { drafts, closed: held_stages(catalog), released: released(catalog), ..Sides::default() };
    for (path, file) in source.files() {
        let beside = path.ends_with(".csv") && !shown.contains(path);
        let inside =
            beside || closed.contains(&file) || path.ends_with(".internal.md") || path == "content/waivers.toml";
        sides.file(source, path, file, inside);
    }
    for (path, blob) in source.blobs().filter(|(path, _)| !path.ends_with(".csv")) {
        let text = attached(blob);
        text.into_iter().for_each(|text| sides.add(!shown.contains(path), text));
    }
    sides
}

/// The text of an attachment, if it is text.
fn attached<'c>(blob: &Blob) -> Option<Authored<'c>> {
    let bytes = (blob.size <= MOST_ATTACHED).then(|| read_file(blob).ok()).flatten()?;
    let text = String::from_utf8(bytes).ok()?;
    Some(Authored { text: text.into(), span: Span::head(blob.file), guard: Guard::Plain, prose: true })
}

/// The tables and attachments that open records name, by path: what they say is said in public.
fn shown_files(catalog: &Catalog) -> HashSet<String> {
    let names = |r: &'_ Record| {
        let files = r.tables.iter().map(|t| &t.file).chain(r.attachments.iter().map(|a| &a.file));
        files.map(|file| format!("{}/{}", r.folder(), file.value)).collect::<Vec<_>>()
    };
    catalog.open.records.iter().flat_map(names).collect()
}

/// The files of everything on the inner shelf; and of these, the drafts that are meant for the public, whose
/// titles are no secret.
fn closed_files(catalog: &Catalog) -> (HashSet<FileId>, HashSet<FileId>) {
    let clearance = Clearance::grant();
    let shelf = catalog.inside.reveal(&clearance);
    let items = shelf.items.iter().map(|i| i.place.file);
    let texts = shelf.texts.iter().map(|t| t.place.file);
    let records = shelf.records.iter().map(|r| r.place.file);
    let drafts = shelf.records.iter().filter(|r| r.withheld.reveal(&clearance).is_some());
    let exercises = shelf.exercises.iter().map(|e| e.place.file);
    // Of a public item: its first stage waits, and its subject will be public with that.
    let waiting = shelf.exercises.iter().filter(|e| catalog.open.item(&e.item).is_some()).map(|e| e.place.file);
    let filings = catalog.filings.reveal(&clearance).iter().map(|f| f.place.file);
    let feedback = catalog.feedback.reveal(&clearance).iter().map(|f| f.place.file);
    let accountability = catalog.accountability.reveal(&clearance).iter().map(|a| a.place.file);
    let assessments = catalog.assessments.reveal(&clearance).iter().map(|a| a.place.file);
    let statistics = shelf.statistics.iter().map(|s| s.place.file);
    let registers = exercises.chain(statistics).chain(filings).chain(feedback).chain(accountability).chain(assessments);
    let all = items.chain(texts).chain(records).chain(registers);
    (all.collect(), drafts.map(|r| r.place.file).chain(waiting).collect())
}

/// Stages of open exercises that wait for their review.
fn held_stages(catalog: &Catalog) -> BTreeSet<Span> {
    let clearance = Clearance::grant();
    catalog.open.exercises.iter().flat_map(|e| e.held.reveal(&clearance)).map(|stage| stage.place).collect()
}

/// `[release]` tables that the public is shown.
fn released(catalog: &Catalog) -> BTreeSet<Span> {
    let open = &catalog.open;
    open.answers.iter().chain(&open.findings).map(|(_, release)| release.place).collect()
}

impl Guard {
    /// The guard of what stands below a key.
    fn of_table(key: &str, otherwise: Self) -> Self {
        if key == "internal" { Self::Closed } else { otherwise }
    }
}

impl<'c> Sides<'c> {
    fn file(&mut self, source: &'c Source, path: &str, file: FileId, inside: bool) {
        let text = source.text(file);
        if path.ends_with(".csv") {
            let cells =
                text.split(['\n', ',']).map(|cell| cell.trim().trim_matches('"')).filter(|cell| !cell.is_empty());
            for cell in cells {
                let span = span(source, file, cell);
                let text = if cell.contains("\"\"") { cell.replace("\"\"", "\"").into() } else { cell.into() };
                self.add(inside, Authored { text, span, guard: Guard::Plain, prose: false });
            }
            return;
        }
        let (toml, body) = parts(path, text);
        let (table, _) = DeTable::parse_recoverable(toml);
        let offset = span(source, file, toml).range().start;
        for (key, value) in table.into_inner() {
            let key = key.get_ref().as_ref();
            let names = inside && IDENTIFYING.contains(&key) && !self.drafts.contains(&file);
            let guard = if names { Guard::Name } else { Guard::of_table(key, Guard::Plain) };
            self.value(value, file, offset, inside || CLOSED_TABLES.contains(&key), guard);
        }
        let guard = if path.ends_with(".internal.md") { Guard::Closed } else { Guard::Plain };
        self.add(inside, Authored { text: body.into(), span: span(source, file, body), guard, prose: true });
    }

    fn value(&mut self, value: Spanned<DeValue<'c>>, file: FileId, offset: usize, inside: bool, guard: Guard) {
        let place = Span::new(file, value.span().start + offset..value.span().end + offset);
        let inside = (inside || self.closed.contains(&place)) && !self.released.contains(&place);
        let below = if guard == Guard::Name { Guard::Plain } else { guard };
        match value.into_inner() {
            DeValue::String(text) => self.add(inside, Authored { text, span: place, guard, prose: false }),
            DeValue::Array(values) => values.into_iter().for_each(|v| self.value(v, file, offset, inside, below)),
            DeValue::Table(table) => {
                for (key, value) in table {
                    let key = key.get_ref().as_ref();
                    let inside = inside || CLOSED_TABLES.contains(&key);
                    self.value(value, file, offset, inside, Guard::of_table(key, below));
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, inside: bool, authored: Authored<'c>) {
        if inside { self.inside.push(authored) } else { self.open.push(authored) }
    }
}

/// The TOML and the Markdown of a file.
fn parts<'t>(path: &str, text: &'t str) -> (&'t str, &'t str) {
    if path.ends_with(".toml") {
        return (text, "");
    }
    let Some((toml, body)) = fenced(text) else { return ("", text) };
    (&text[toml], &text[body])
}

/// The place of a slice of a file's text.
fn span(source: &Source, file: FileId, part: &str) -> Span {
    let start = part.as_ptr().addr().saturating_sub(source.text(file).as_ptr().addr());
    Span::new(file, start..start + part.len())
}
