//! The report for people: source lines with carets under the right characters.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Counts, Files, Finding, Note, Report, Severity, Span};
use crate::text::{Lang, Text};

/// Longest part of a source line that is given to the renderer after a span's start, in characters: a 10 MB line must
/// not become a 10 MB report.
const MOST_CHARS: usize = 120;
/// The same before it. The renderer shows as much as fits, but reckons the column from what it is given: only in a line
/// longer than any that people write is that cut, and the column too small.
const MOST_BEFORE: usize = 20_000;

/// The lines a span touches, cut to a readable size around it.
struct Excerpt<'a> {
    text: &'a str,
    line: usize,
    span: Range<usize>,
}

impl<'a> Excerpt<'a> {
    fn of(text: &'a str, span: Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let from = step_back(text, start, line_start);
        let to = step_forth(text, start, line_end);
        let end = text.floor_char_boundary(span.end).clamp(start, to);
        let line = text[..line_start].matches('\n').count() + 1;
        Self { text: text[from..to].trim_end_matches('\r'), line, span: start - from..end - from }
    }
}

fn step_back(text: &str, at: usize, least: usize) -> usize {
    text[least..at].char_indices().rev().nth(MOST_BEFORE).map_or(least, |(i, _)| least + i)
}

fn step_forth(text: &str, at: usize, most: usize) -> usize {
    text[at..most].char_indices().nth(MOST_CHARS).map_or(most, |(i, _)| at + i)
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(lang.pick(severity.zh(), severity.token()))
}

fn snippet<'a>(
    span: Span,
    label: Option<&'a str>,
    kind: AnnotationKind,
    files: &'a dyn Files,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let excerpt = Excerpt::of(files.text(span.file), span.range());
    let clamp = |i: usize| i.min(excerpt.text.len());
    Snippet::source(excerpt.text)
        .line_start(excerpt.line)
        .path(files.path(span.file))
        .annotation(kind.span(clamp(excerpt.span.start)..clamp(excerpt.span.end)).label(label))
}

fn group<'a>(finding: &'a Finding, lang: Lang, files: &'a dyn Files) -> Group<'a> {
    let mut group = level(finding.rule.severity, lang)
        .primary_title(finding.message.get(lang))
        .id(finding.rule.code)
        .element(snippet(finding.span, None, AnnotationKind::Primary, files));
    for note in &finding.notes {
        group = match note {
            Note::Help(text) => group.element(Level::HELP.with_name(lang.pick("改法", "help")).message(text.get(lang))),
            Note::At(span, text) => group.element(snippet(*span, Some(text.get(lang)), AnnotationKind::Context, files)),
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

impl Report {
    /// The report as text in one language, with colour if `colour`; ends with a line of counts.
    pub fn to_text(&self, lang: Lang, colour: bool, files: &dyn Files) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        for finding in self.findings() {
            out.push_str(&renderer.render(&[group(finding, lang, files)]));
            out.push_str("\n\n");
        }
        out.push_str(summary(self.counts()).get(lang));
        out.push('\n');
        out
    }
}
