//! A public text has a number that leads to a person.

use std::{collections::BTreeSet, ops::Range};

use rayon::prelude::*;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    check::{
        Check, Facts,
        numbers::{self, KnownNumbers, numbers},
    },
    diag::{FileId, Files, Findings, Span},
    kinds::{CLOSED_TABLES, Record, Table},
    load::{self, Catalog},
    markdown::words,
    read::written,
    rule,
    source::readings,
    table::{Figure, Places},
    text,
    text::Text,
};

rule!(RULE = "B110" "personal-number" Error, "personal_number.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// Largest attachment that is looked through, in bytes.
const MOST_ATTACHED: u64 = 16 * 1024 * 1024;
/// Fields that are numbers or addresses themselves.
const CODED: [&str; 14] = [
    "index_no",
    "doc_no",
    "reg_no",
    "archive_no",
    "code",
    "code_pattern",
    "site_code",
    "icp",
    "police_record",
    "postcode",
    "sha256",
    "file",
    "photo",
    "base_url",
];
/// Heads of columns of numbers that reach someone.
const REACHING: [&str; 8] = ["电话", "手机", "联系", "号码", "卡号", "账号", "帐号", "证件"];

/// Something that the public reads.
enum Searched<'c> {
    /// TOML, or Markdown below TOML.
    File(FileId),
    /// The cells of a table.
    Table(&'c Table),
    /// A file beside a record, at its path.
    Attached(String),
}

/// Where a number is, and what there is to say of the place.
type NumberHit = (Span, Option<usize>);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let known = KnownNumbers::of(facts.catalog);
    let held = held(facts);
    let look = |part: &Searched<'_>| match part {
        Searched::File(file) => file_hits(*file, &held, &known, facts),
        Searched::Table(table) => table_hits(table, &known, facts),
        Searched::Attached(path) => attached_hits(path, &known, facts),
    };
    let hits: Vec<Vec<NumberHit>> = open(facts.catalog).par_iter().map(look).collect();
    let shown = facts.catalog.open.records.iter().filter(|record| record.withdrawn().is_none());
    let names = shown.flat_map(|record| &record.attachments).filter(|a| !numbers(&a.file, "", &known).is_empty());
    for (span, line) in hits.into_iter().flatten().chain(names.map(|a| (a.file.span, None))) {
        findings.at(span, told(line)).help(text!(
            "隐去后再公布，审查时逐字核对；办公用的手机号码写进 agency.toml 或者事项的 [[remedy]]",
            "mask it, and have the review look at every word; a mobile number of an office is declared in agency.toml or an item's [[remedy]]"
        ));
    }
}

/// The message, the same for every kind of text.
fn told(line: Option<usize>) -> Text {
    let Text { zh, en } = numbers::told();
    match line {
        Some(line) => Text { zh: format!("{zh}（第 {line} 行）"), en: format!("{en} (line {line})") },
        None => Text { zh, en },
    }
}

/// Everything of which everyone may know, and what lies beside it. What was withdrawn is shown no more.
fn open(catalog: &Catalog) -> Vec<Searched<'_>> {
    let own =
        catalog.known().into_iter().filter(|(_, known)| matches!(known, load::KnownAs::House | load::KnownAs::Own));
    let records = catalog.open.records.iter().filter(|record| record.withdrawn().is_none());
    own.map(|(file, _)| Searched::File(file)).chain(records.flat_map(beside)).collect()
}

fn beside(record: &Record) -> impl Iterator<Item = Searched<'_>> {
    let attached = record.attachments.iter().map(|file| Searched::Attached(record.path_of(&file.file)));
    record.tables.iter().map(Searched::Table).chain(attached)
}

/// Stages of open exercises that wait for their review.
fn held(facts: &Facts<'_>) -> BTreeSet<Span> {
    let open = &facts.catalog.open.exercises;
    open.iter().flat_map(|exercise| exercise.held.reveal(&facts.clearance)).map(|stage| stage.place).collect()
}

/// A file is looked through as it is written; only where a number stands, or an escape may hide one, is its TOML read.
fn file_hits(file: FileId, held: &BTreeSet<Span>, known: &KnownNumbers, facts: &Facts<'_>) -> Vec<NumberHit> {
    let text = facts.catalog.source.text(file);
    let path = facts.catalog.source.path(file);
    let (front, body) = written(path, text);
    let toml = &text[front.clone()];
    let mut hits: Vec<Range<usize>> = Vec::new();
    if toml.contains('\\') || !numbers(toml, "", known).is_empty() {
        let values = Values { toml, file, start: front.start, held, known };
        values.look(&mut hits);
    }
    let mut told = numbers(&text[body.clone()], "", known);
    let mut more = shown_hits(&text[body.clone()], known);
    more.retain(|hit| told.iter().all(|t| t.end <= hit.start || hit.end <= t.start));
    told.append(&mut more);
    hits.extend(told.into_iter().map(|hit| hit.start + body.start..hit.end + body.start));
    hits.into_iter().map(|hit| (Span::new(file, hit), None)).collect()
}

/// The strings of a file that are neither closed nor numbers themselves.
struct Values<'v> {
    toml: &'v str,
    file: FileId,
    /// Where the TOML begins in its file.
    start: usize,
    held: &'v BTreeSet<Span>,
    known: &'v KnownNumbers,
}

impl Values<'_> {
    fn look(&self, hits: &mut Vec<Range<usize>>) {
        let (table, _) = DeTable::parse_recoverable(self.toml);
        self.table(table.into_inner(), hits);
        hits.sort_by_key(|hit| hit.start);
    }

    fn table(&self, table: DeTable<'_>, hits: &mut Vec<Range<usize>>) {
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            if !CLOSED_TABLES.contains(&key) && !CODED.contains(&key) {
                self.value(value, hits);
            }
        }
    }

    fn value(&self, value: Spanned<DeValue<'_>>, hits: &mut Vec<Range<usize>>) {
        let at = value.span();
        if self.held.contains(&Span::new(self.file, at.start + self.start..at.end + self.start)) {
            return;
        }
        match value.into_inner() {
            DeValue::String(said) => {
                let place = at.start + self.start..at.end + self.start;
                let written = numbers(&self.toml[at], "", self.known);
                if !written.is_empty() {
                    hits.extend(written.into_iter().map(|hit| hit.start + place.start..hit.end + place.start));
                } else if !numbers(&said, "", self.known).is_empty() {
                    hits.push(place);
                }
            }
            DeValue::Array(values) => values.into_iter().for_each(|value| self.value(value, hits)),
            DeValue::Table(table) => self.table(table, hits),
            _ => {}
        }
    }
}

/// The cells of a table. A bare number under a head that names no telephone is a figure where the table has units.
fn table_hits(table: &Table, known: &KnownNumbers, facts: &Facts<'_>) -> Vec<NumberHit> {
    let Some(cells) = &table.cells else { return Vec::new() };
    let Some(whole) = cells.text else { return Vec::new() };
    let mut hits = Vec::new();
    for (row, cell, column) in rows(cells) {
        let head = cells.header.get(column).map_or("", String::as_str);
        if numbers(cell, if row > 0 { head } else { "" }, known).is_empty() {
            continue;
        }
        let is_reaching = REACHING.iter().any(|word| head.contains(word));
        let is_figure = row > 0 && !is_reaching && is_amount(table, head) && Figure::parse(cell).is_some();
        if !is_figure {
            hits.push((row, column));
        }
    }
    if hits.is_empty() {
        return Vec::new();
    }
    let places = Places::of(facts.catalog.source.text(whole.file), whole);
    hits.into_iter().map(|(row, column)| (places.at(row, column), None)).collect()
}

/// Every cell with its row, the header's being 0, and its column.
fn rows(cells: &crate::kinds::Cells) -> impl Iterator<Item = (usize, &String, usize)> {
    let all = [&cells.header].into_iter().chain(&cells.rows).enumerate();
    all.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(column, cell)| (row, cell, column)))
}

/// Whether a column holds amounts: by a unit, a formula or its head.
fn is_amount(table: &Table, head: &str) -> bool {
    let own =
        table.columns.iter().any(|column| *column.name == head && (column.unit.is_some() || column.kind.is_some()));
    let reckons = table.unit.is_some() || table.like.is_some() || !table.across.is_empty() || !table.down.is_empty();
    own || reckons || head.contains(['额', '元', '费', '数', '款'])
}

/// The lines of a text attachment.
fn attached_hits(path: &str, known: &KnownNumbers, facts: &Facts<'_>) -> Vec<NumberHit> {
    let Some(blob) = facts.catalog.source.blob(path) else { return Vec::new() };
    let Some(text) = readings(blob, MOST_ATTACHED).pop() else { return Vec::new() };
    let (mut line, mut from) = (1, 0);
    let count = |hit: Range<usize>| {
        line += text[from..hit.start].bytes().filter(|byte| *byte == b'\n').count();
        from = hit.start;
        (Span::head(blob.file), Some(line))
    };
    numbers(&text, "", known).into_iter().map(count).collect()
}

/// Numbers in a body as its reader has it, where marks, links or entities stand within them.
fn shown_hits(body: &str, known: &KnownNumbers) -> Vec<Range<usize>> {
    if !body.contains(['[', '&', '*', '_', '~', '\\', '`']) {
        return Vec::new();
    }
    let shown = words(body);
    let place = |hit: Range<usize>| shown.place(hit.start)..shown.place(hit.end - 1) + 1;
    let whole = |hit: &Range<usize>| body.is_char_boundary(hit.start) && body.is_char_boundary(hit.end);
    numbers(&shown.text, "", known).into_iter().map(place).filter(whole).collect()
}
