//! The report as JSON: the contract that other tools rely on.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Counts, Files, Finding, Note, Report, Span, lines::Positions};
use crate::text::{Text, visible_json};

#[derive(Serialize)]
struct JsonReport<'a> {
    as_of: String,
    counts: Counts,
    findings: Vec<JsonFinding<'a>>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: &'a Text,
    #[serde(flatten)]
    place: JsonPlace<'a>,
    notes: Vec<JsonNote<'a>>,
}

#[derive(Serialize)]
struct JsonNote<'a> {
    message: &'a Text,
    #[serde(flatten)]
    place: Option<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> JsonPlace<'a> {
    fn of(span: Span, files: &'a dyn Files, positions: &mut Positions<'_>) -> Self {
        let (start, end) = (positions.of(span.file, span.range().start), positions.of(span.file, span.range().end));
        Self {
            file: files.path(span.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

fn note<'a>(note: &'a Note, files: &'a dyn Files, positions: &mut Positions<'_>) -> JsonNote<'a> {
    match note {
        Note::Help(message) => JsonNote { message, place: None },
        Note::At(span, message) => JsonNote { message, place: Some(JsonPlace::of(*span, files, positions)) },
    }
}

fn finding<'a>(finding: &'a Finding, files: &'a dyn Files, positions: &mut Positions<'_>) -> JsonFinding<'a> {
    JsonFinding {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: finding.rule.severity.token(),
        message: &finding.message,
        place: JsonPlace::of(finding.span, files, positions),
        notes: finding.notes.iter().map(|n| note(n, files, positions)).collect(),
    }
}

impl Report {
    /// The report as JSON with a final newline: paths relative to the root, columns in characters from 1.
    pub fn to_json(&self, as_of: NaiveDate, files: &dyn Files) -> String {
        let mut positions = Positions::in_files(files);
        let report = JsonReport {
            as_of: as_of.to_string(),
            counts: self.counts(),
            findings: self.findings().iter().map(|f| finding(f, files, &mut positions)).collect(),
        };
        let mut json = serde_json::to_string_pretty(&report).expect("strings and numbers always serialise");
        json.push('\n');
        visible_json(&json).into_owned()
    }
}
