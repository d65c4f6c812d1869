//! TOML tables, and Markdown with TOML front matter between `+++` lines.

use std::{collections::HashSet, ops::Range};

use toml::de::DeTable;

use super::SYNTAX;
use super::{fields::TomlTable, hidden::hidden_in_prose, syntax::explain};
use crate::{
    diag::{FileId, Files, Finding, Reach, Span},
    source::Source,
    text,
};

/// A file of TOML, or of front matter and a body.
pub struct Document<'s> {
    /// The TOML table.
    pub table: TomlTable<'s>,
    /// The Markdown after the front matter; empty in a TOML file.
    pub body: Span,
}

/// Parses a file; syntax mistakes are reported, all of them, and what could be read is returned.
pub fn document<'s>(source: &'s Source, file: FileId, findings: &mut Vec<Finding>) -> Document<'s> {
    let text = source.text(file);
    let is_markdown = source.path(file).ends_with(".md");
    let (toml, body) = if is_markdown { split(text, file, findings) } else { (0..text.len(), text.len()..text.len()) };
    let (table, errors) = DeTable::parse_recoverable(&text[toml.clone()]);
    let broken = !errors.is_empty() || (is_markdown && toml.is_empty());
    let mut places = HashSet::new();
    for error in errors {
        let span = error.span().map_or(toml.start..toml.start, |s| s.start + toml.start..s.end + toml.start);
        places.insert(span.clone());
        let (message, help) = explain(error.message());
        let mut finding = Finding::new(&SYNTAX, Reach::Public, Span::new(file, span), message);
        finding.help(help);
        findings.push(finding);
    }
    findings.extend(hidden_in_prose(&text[body.clone()], Span::new(file, body.clone()), Reach::Public));
    let place = Span::new(file, toml);
    Document { table: TomlTable::new(table.into_inner(), place, broken, places), body: Span::new(file, body) }
}

/// The ranges of front matter and body.
fn split(text: &str, file: FileId, findings: &mut Vec<Finding>) -> (Range<usize>, Range<usize>) {
    let mut report = |span, message, help| {
        let mut finding = Finding::new(&SYNTAX, Reach::Public, span, message);
        finding.help(help);
        findings.push(finding);
    };
    let help = || {
        text!(
            "文件以一行 +++ 开头，字段写完再用一行 +++ 结束",
            "start the file with a line +++ and end the fields with another"
        )
    };
    if let Some(parts) = fenced(text) {
        return parts;
    }
    let Some(start) = fence(text, 0) else {
        let first = text.find('\n').unwrap_or(text.len());
        report(Span::new(file, 0..first), text!("缺少开头的 +++", "the opening +++ is missing"), help());
        return (0..0, 0..text.len());
    };
    report(
        Span::new(file, 0..3),
        text!("front matter 没有用 +++ 结束", "the front matter is not closed with +++"),
        help(),
    );
    (start..start, text.len()..text.len())
}

/// The ranges of TOML and Markdown, for those who look at what was written and not at what it means: a text of Markdown
/// without its fences is all body.
pub(crate) fn written(path: &str, text: &str) -> (Range<usize>, Range<usize>) {
    if path.ends_with(".toml") {
        return (0..text.len(), text.len()..text.len());
    }
    fenced(text).unwrap_or((0..0, 0..text.len()))
}

/// The ranges of front matter and body; `None` where a fence is missing.
fn fenced(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = fence(text, 0)?;
    let mut at = start;
    while at < text.len() {
        if let Some(after) = fence(text, at) {
            return Some((start..at, after..text.len()));
        }
        at = text[at..].find('\n').map_or(text.len(), |i| at + i + 1);
    }
    None
}

/// Where the text goes on after a `+++` line that begins at `at`.
fn fence(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix("+++")?;
    let line = rest.split_inclusive('\n').next().unwrap_or_default();
    line.trim().is_empty().then(|| at + 3 + line.len())
}
