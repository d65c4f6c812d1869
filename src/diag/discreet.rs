//! The report for whoever may read the log of a public build: nothing that only insiders may see, not even a name.

use std::{collections::HashSet, fmt::Write};

use super::{FileId, Files, Finding, Note, Reach, Report, Severity, lines::Positions, terminal::MOST_LISTED};
use crate::text::{Lang, Text, visible};

/// Families whose messages say no more than the open file that they point at: fields, tables and links. What other
/// rules say may come from a review, a draft or a case.
const PLAIN: [char; 3] = ['I', 'T', 'L'];
/// What the parser says of a line that it can't read may be in any table.
const SYNTAX: &str = "I002";

impl Report {
    /// The report without source lines. Of what concerns the internal site alone it says only how much there is, of what
    /// holds back the public one and is not in an open file only the rule, and of what may quote the inside the rule and
    /// the place.
    pub fn to_public_log(&self, lang: Lang, files: &dyn Files, open: &HashSet<FileId>) -> String {
        let mut positions = Positions::in_files(files);
        let is_shown = |f: &&Finding| f.reach == Reach::Public;
        let (mut shown, hidden): (Vec<&Finding>, Vec<&Finding>) = self.findings().iter().partition(is_shown);
        shown.sort_by_key(|finding| finding.rule.severity);
        let mut out = String::new();
        for finding in shown.iter().take(MOST_LISTED) {
            entry(finding, lang, files, open, &mut positions, &mut out);
        }
        let more = shown.len().saturating_sub(MOST_LISTED);
        for line in [unlisted(more), unshown(&hidden)].into_iter().flatten() {
            let _ = writeln!(out, "{}", line.get(lang));
        }
        let _ = writeln!(out, "{}", super::terminal::summary(self.counts()).get(lang));
        out
    }
}

/// One finding: severity, code, what is said of it, and where it is if that is open.
fn entry(
    finding: &Finding,
    lang: Lang,
    files: &dyn Files,
    open: &HashSet<FileId>,
    positions: &mut Positions<'_>,
    out: &mut String,
) {
    let severity = lang.pick(finding.rule.severity.zh(), finding.rule.severity.token());
    let is_plain = is_plain(finding, open);
    let said = match &finding.discreet {
        Some(text) => text.get(lang),
        None if is_plain => finding.message.get(lang),
        None => title(finding, lang),
    };
    let _ = writeln!(out, "{severity}[{}]: {}", finding.rule.code, visible(said));
    if open.contains(&finding.span.file) {
        let at = positions.of(finding.span.file, finding.span.range().start);
        let _ = writeln!(out, "  --> {}:{}:{}", visible(files.path(finding.span.file)), at.line, at.column);
    } else if finding.discreet.is_none() {
        let place = lang.pick("内部内容，用 mingjing check 查看", "in internal content: run mingjing check");
        let _ = writeln!(out, "  --> {place}");
    }
    for note in finding.notes.iter().filter(|_| is_plain) {
        if let Note::Help(text) = note {
            let _ = writeln!(out, "  = {}: {}", lang.pick("改法", "help"), visible(text.get(lang)));
        }
    }
    out.push('\n');
}

/// Whether its message speaks of open files alone.
fn is_plain(finding: &Finding, open: &HashSet<FileId>) -> bool {
    let points_inside = |note: &Note| matches!(note, Note::At(span, _) if !open.contains(&span.file));
    finding.discreet.is_none()
        && open.contains(&finding.span.file)
        && finding.rule.code != SYNTAX
        && finding.rule.code.starts_with(PLAIN)
        && !finding.notes.iter().any(points_inside)
}

/// The rule in a few words.
fn title(finding: &Finding, lang: Lang) -> &'static str {
    let title = finding.rule.title();
    title.split_once(" · ").map_or(title, |(zh, en)| lang.pick(zh, en))
}

fn unlisted(count: usize) -> Option<Text> {
    (count > 0).then(|| {
        crate::text!(
            "只列出前 {MOST_LISTED} 条，先列错误；另有 {count} 条没有列出。",
            "Only the first {MOST_LISTED} are listed, errors first; {count} more are not."
        )
    })
}

/// How much is not shown, and who may see it.
fn unshown(hidden: &[&Finding]) -> Option<Text> {
    let (count, errors) = (hidden.len(), hidden.iter().filter(|f| f.rule.severity == Severity::Error).count());
    (count > 0).then(|| {
        crate::text!(
            "另有 {count} 条（其中错误 {errors} 条）涉及内部内容，这里不列；在单位内部用 mingjing check 或者 --show-internal 查看。",
            "{count} more in internal content ({errors} of them errors) are not shown here: inside the house, run mingjing check or add --show-internal."
        )
    })
}
