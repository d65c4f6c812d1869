//! The report for people: source lines with carets under the right characters.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Counts, Files, Finding, Note, Position, Report, Severity, Span, lines::Positions};
use crate::text::{Lang, Text, masked, visible};

/// Longest part of a source line that is given to the renderer after a span's start, in characters, and before it: a
/// 2 MB line must not become a 2 MB report for each finding in it.
const MOST_CHARS: usize = 120;
const MOST_BEFORE: usize = 400;

/// How many findings a terminal lists: nobody reads more, and the first ones to mend are among them.
pub(super) const MOST_LISTED: usize = 100;

/// The lines a span touches, cut to a readable size around it.
struct Excerpt<'a> {
    text: &'a str,
    position: Position,
    span: Range<usize>,
    /// Whether the beginning of the line is left out.
    is_cut: bool,
}

impl<'a> Excerpt<'a> {
    fn of(span: Span, files: &'a dyn Files, positions: &mut Positions<'_>) -> Self {
        let text = files.text(span.file);
        let start = text.floor_char_boundary(span.range().start);
        let line_start = positions.line_start(span.file, start);
        let from = step_back(text, start, line_start);
        let to = step_forth(text, start);
        let end = text.floor_char_boundary(span.range().end).clamp(start, to);
        Self {
            text: text[from..to].trim_end_matches('\r'),
            position: positions.of(span.file, start),
            span: start - from..end - from,
            is_cut: from > line_start,
        }
    }
}

fn step_back(text: &str, at: usize, least: usize) -> usize {
    text[least..at].char_indices().rev().nth(MOST_BEFORE).map_or(least, |(i, _)| least + i)
}

/// To the line's end, or as far as is shown.
fn step_forth(text: &str, at: usize) -> usize {
    let mut rest = text[at..].char_indices().enumerate();
    rest.find(|(nth, (_, c))| *nth == MOST_CHARS || *c == '\n').map_or(text.len(), |(_, (i, _))| at + i)
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(lang.pick(severity.zh(), severity.token()))
}

/// A place with its line. Where that begins before what is shown, the renderer is told the column: it would count
/// from what it is given.
fn snippet<'a>(
    span: Span,
    label: Option<&'a str>,
    kind: AnnotationKind,
    files: &'a dyn Files,
    positions: &mut Positions<'_>,
) -> Vec<Element<'a>> {
    let excerpt = Excerpt::of(span, files, positions);
    let clamp = |i: usize| i.min(excerpt.text.len());
    let annotation = kind.span(clamp(excerpt.span.start)..clamp(excerpt.span.end)).label(label.map(visible));
    let Position { line, column } = excerpt.position;
    let snippet = Snippet::source(masked(excerpt.text)).line_start(line).annotation(annotation);
    let path = visible(files.path(span.file));
    if excerpt.is_cut {
        vec![Origin::path(path).line(line).char_column(column).into(), snippet.into()]
    } else {
        vec![snippet.path(path).into()]
    }
}

fn group<'a>(finding: &'a Finding, lang: Lang, files: &'a dyn Files, positions: &mut Positions<'_>) -> Group<'a> {
    let title =
        level(finding.rule.severity, lang).primary_title(visible(finding.message.get(lang))).id(finding.rule.code);
    let mut group = title.elements(snippet(finding.span, None, AnnotationKind::Primary, files, positions));
    for note in &finding.notes {
        group = match note {
            Note::Help(text) => {
                group.element(Level::HELP.with_name(lang.pick("改法", "help")).message(visible(text.get(lang))))
            }
            Note::At(span, text) => {
                group.elements(snippet(*span, Some(text.get(lang)), AnnotationKind::Context, files, positions))
            }
        };
    }
    group
}

/// The closing line: how many of each.
pub(super) fn summary(counts: Counts) -> Text {
    let Counts { error, warning, note } = counts;
    if counts == Counts::default() {
        return crate::text!("未发现问题。", "No findings.");
    }
    let some = |count: usize, name: &str| if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") };
    crate::text::Text {
        zh: format!("{error} 个错误，{warning} 个警告，{note} 个提示。"),
        en: format!("{}, {}, {}.", some(error, "error"), some(warning, "warning"), some(note, "note")),
    }
}

/// Says how many are not listed, and how to see them.
fn unlisted(count: usize) -> Text {
    crate::text!(
        "只列出前 {MOST_LISTED} 条，先列错误；另有 {count} 条没有列出，全部写入文件：mingjing check --report text=FILE",
        "only the first {MOST_LISTED} are listed, errors first; for the other {count}, write all to a file: mingjing check --report text=FILE"
    )
}

impl Report {
    /// The whole report as text in one language, with colour if `colour`; ends with a line of counts.
    pub fn to_text(&self, lang: Lang, colour: bool, files: &dyn Files) -> String {
        let mut out = listed(self.findings().iter(), lang, colour, files);
        out.push_str(summary(self.counts()).get(lang));
        out.push('\n');
        out
    }

    /// The same for a terminal: of very many findings the first ones, errors before the rest, and how many more there are.
    pub fn to_terminal(&self, lang: Lang, colour: bool, files: &dyn Files) -> String {
        let Some(more) = self.findings().len().checked_sub(MOST_LISTED).filter(|more| *more > 0) else {
            return self.to_text(lang, colour, files);
        };
        let mut findings: Vec<&Finding> = self.findings().iter().collect();
        findings.sort_by_key(|finding| finding.rule.severity);
        let mut out = listed(findings.into_iter().take(MOST_LISTED), lang, colour, files);
        for line in [unlisted(more), summary(self.counts())] {
            out.push_str(line.get(lang));
            out.push('\n');
        }
        out
    }
}

fn listed<'a>(findings: impl Iterator<Item = &'a Finding>, lang: Lang, colour: bool, files: &dyn Files) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut positions = Positions::in_files(files);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(finding, lang, files, &mut positions)]));
        out.push_str("\n\n");
    }
    out
}
