//! Which strings are looked for: those that stand inside and nowhere in the open.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use aho_corasick::AhoCorasick;
use chrono::NaiveDate;

use super::{
    QUOTES_INSIDE,
    authored::{Guard, Sides, sides},
    matches,
};
use crate::{
    diag::{Finding, Reach, Span},
    model::{Catalog, Clearance, Period, Shelf, Wording, every_word},
    site::embedded_texts,
    table::ready_words,
    text,
};

/// Shortest string looked for, in characters: with Chinese in it, and without.
const LEAST: usize = 2;
const LEAST_ASCII: usize = 6;
/// Shortest sentence of running text.
const LEAST_SENTENCE: usize = 8;
/// Shortest name, and shortest sentence written for insiders, that public prose must not have.
const LEAST_NAME: usize = 6;
const LEAST_CLOSED: usize = 12;
/// Longest string looked for: of a longer one its beginning, so that the automaton stays small.
const MOST: usize = 160;

/// One string that stands only inside.
pub(super) struct Needle {
    pub(super) text: String,
    pub(super) span: Span,
}

/// Everything that must not be in a public byte.
pub struct Barrier {
    pub(super) needles: Vec<Needle>,
    pub(super) automaton: AhoCorasick,
    /// For each pattern of the automaton, its needle: a needle has one for each way it may be escaped.
    pub(super) patterns: Vec<usize>,
    /// How many internal items and records they come from.
    pub(super) items: usize,
    pub(super) records: usize,
}

/// Public texts that name or copy something internal.
pub fn quotes(catalog: &Catalog) -> Vec<Finding> {
    let sides = sides(catalog);
    quoted(&sides, &kept(&sides))
}

impl Barrier {
    /// Collects what stands only inside. `own` are the site's own theme files: their short words are public
    /// like those of the embedded theme, but a longer text is not made public by writing it into a template.
    /// Also reports public texts that name or copy something internal.
    pub fn of<'t>(catalog: &Catalog, own: impl Iterator<Item = &'t str>) -> (Self, Vec<Finding>) {
        let sides = sides(catalog);
        let mut candidates = candidates(&sides);
        candidates.extend(routes(catalog));
        let kept = kept(&sides);
        let findings = quoted(&sides, &kept);
        let open: Vec<&str> = sides.open.iter().map(|a| a.text.as_ref()).collect();
        let said = spoken(&candidates, &open);
        let words: Vec<&str> = embedded_texts().chain(every_word()).chain(ready_words()).collect();
        let words = spoken(&candidates, &words);
        let short = |text: &str| text.chars().count() < LEAST_NAME;
        let themed = spoken(&candidates, &own.collect::<Vec<_>>());
        let excused = |text: &str| {
            words.contains(text)
                || (said.contains(text) && !kept.contains_key(text))
                || (themed.contains(text) && short(text))
        };
        let needles = candidates.iter().filter(|(text, _)| !excused(text));
        let needles: Vec<Needle> = needles.map(|(text, span)| Needle { text: text.clone(), span: *span }).collect();
        let shelf = catalog.inside.reveal(&Clearance::grant());
        (Self::from_needles(needles, shelf), findings)
    }

    fn from_needles(needles: Vec<Needle>, shelf: &Shelf) -> Self {
        let mut texts = Vec::new();
        let mut patterns = Vec::new();
        for (at, needle) in needles.iter().enumerate() {
            for form in forms(&needle.text) {
                texts.push(form);
                patterns.push(at);
            }
        }
        let automaton = AhoCorasick::new(&texts).expect("far fewer patterns than the automaton's limit");
        Self { needles, automaton, patterns, items: shelf.items.len(), records: shelf.records.len() }
    }
}

/// A string as HTML may have it.
fn forms(text: &str) -> HashSet<String> {
    let amp = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let quoted = amp.replace('"', "&quot;");
    let (hex, dec) = (quoted.replace('\'', "&#x27;"), quoted.replace('\'', "&#39;"));
    let slash = hex.replace('/', "&#x2F;");
    HashSet::from([text.to_owned(), amp, quoted, hex, dec, slash])
}

fn candidates(sides: &Sides<'_>) -> BTreeMap<String, Span> {
    let mut candidates = BTreeMap::new();
    for authored in &sides.inside {
        let text = trimmed(&authored.text);
        if !authored.prose && is_telling(text) {
            candidates.entry(beginning(text).to_owned()).or_insert(authored.span);
        }
        for sentence in sentences(text).map(beginning).filter(|s| s.chars().count() >= LEAST_SENTENCE && is_telling(s))
        {
            candidates.entry(sentence.to_owned()).or_insert(authored.span);
        }
    }
    candidates
}

/// Addresses of internal pages.
fn routes(catalog: &Catalog) -> Vec<(String, Span)> {
    let shelf = catalog.inside.reveal(&Clearance::grant());
    let items = shelf.items.iter().map(|i| (format!("items/{}.html", i.id), i.place));
    let texts = shelf.texts.iter().map(|t| (format!("pages/{}.html", t.id), t.place));
    let records = shelf.records.iter().map(|r| (format!("records/{}/{}.html", r.item, r.id), r.place));
    items.chain(texts).chain(records).chain(watched(catalog)).collect()
}

/// Addresses of complaints, findings of responsibility and assessments.
fn watched(catalog: &Catalog) -> Vec<(String, Span)> {
    let clearance = Clearance::grant();
    let feedback = catalog.feedback.reveal(&clearance).iter();
    let feedback = feedback.map(|f| (format!("feedback/{}.html", f.id), f.place));
    let findings = catalog.accountability.reveal(&clearance).iter();
    let findings = findings.map(|a| (format!("accountability/{}.html", a.id), a.place));
    let assessments = catalog.assessments.reveal(&clearance).iter();
    feedback.chain(findings).chain(assessments.map(|a| (format!("assessments/{}.html", a.id), a.place))).collect()
}

/// What no public text may have, even one written by hand: names, titles and numbers of internal documents,
/// and sentences written for insiders; not those that a public field has as its own.
fn kept<'s>(sides: &'s Sides<'_>) -> BTreeMap<&'s str, Span> {
    let open = sides.open.iter().filter(|a| !a.prose).map(|a| trimmed(&a.text));
    let open: HashSet<&str> = open.flat_map(|text| [beginning(text), beginning(bare(text))]).collect();
    let names = sides.inside.iter().filter(|a| a.guard == Guard::Name).map(|a| (trimmed(&a.text), a.span, LEAST_NAME));
    let closed = sides.inside.iter().filter(|a| a.guard == Guard::Closed);
    let closed = closed.flat_map(|a| sentences(&a.text).map(|s| (s, a.span, LEAST_CLOSED)));
    let all = names.chain(closed).map(|(text, span, least)| (beginning(text), span, least));
    let long = all.filter(|(text, _, least)| text.chars().count() >= *least);
    long.filter(|(text, ..)| !open.contains(bare(text)) && is_telling(text))
        .map(|(text, span, _)| (text, span))
        .collect()
}

/// Public texts that have any of it.
fn quoted(sides: &Sides<'_>, kept: &BTreeMap<&str, Span>) -> Vec<Finding> {
    if kept.is_empty() {
        return Vec::new(); // a public clone, or nothing internal yet: public prose need not be read
    }
    let texts: Vec<&str> = kept.keys().copied().collect();
    let automaton = AhoCorasick::new(&texts).expect("far fewer patterns than the automaton's limit");
    let owner: Vec<usize> = (0..texts.len()).collect();
    let mut findings = Vec::new();
    for authored in &sides.open {
        let mut found: BTreeSet<usize> = matches(&automaton, &owner, authored.text.as_bytes()).collect();
        if authored.prose {
            // A line break or emphasis inside a name hides it from no reader.
            let flat = authored.text.replace(['\n', '\r', '*', '_', '`'], "");
            found.extend(matches(&automaton, &owner, flat.as_bytes()));
        }
        for text in found.into_iter().map(|at| texts[at]) {
            let at = authored.text.find(text).map_or(0..0, |at| at..at + text.len());
            let start = authored.span.range().start;
            let place = Span::new(authored.span.file, start + at.start..start + at.end);
            let message =
                text!("公开的文字写出了只在内部的「{text}」", "a public text has “{text}”, which is internal");
            let mut finding = Finding::new(&QUOTES_INSIDE, Reach::Public, place, message);
            finding.see(kept[text], text!("它在这里，只在内部公开", "it stands here and is internal"));
            finding.help(text!(
                "改写公开的文字；名称本来可以公开的，在公开的字段里写明，或者给内部的另取名称",
                "rephrase the public text; where the name may be public, say so in a public field or rename the internal one"
            ));
            findings.push(finding);
        }
    }
    findings
}

/// The candidates that stand in the open too.
fn spoken(candidates: &BTreeMap<String, Span>, open: &[&str]) -> HashSet<String> {
    let texts: Vec<&String> = candidates.keys().collect();
    let automaton = AhoCorasick::new(&texts).expect("far fewer patterns than the automaton's limit");
    let mut seen = vec![false; texts.len()];
    for text in open {
        for found in automaton.find_overlapping_iter(*text) {
            seen[found.pattern().as_usize()] = true;
        }
    }
    texts.into_iter().zip(seen).filter(|(_, seen)| *seen).map(|(text, _)| text.clone()).collect()
}

/// A text up to the length that is looked for.
fn beginning(text: &str) -> &str {
    text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end])
}

/// Whether a string says something that could be recognised: no figure (3, 3条), time, length of time or lone word.
fn is_telling(text: &str) -> bool {
    let least = if text.is_ascii() { LEAST_ASCII } else { LEAST };
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".,-%/ ".contains(c));
    let figure = unit.len() < text.len() && unit.chars().count() < 2 && text.chars().count() < LEAST_SENTENCE;
    text.chars().count() >= least && !figure && !is_time(text) && !Wording::is_plain(text)
}

/// Whether a string is a day or a period, as authors write it or pages show it: 2026-07-15, 2026-H1, 2026年上半年.
fn is_time(text: &str) -> bool {
    let marks = |c: char| c.is_ascii_digit() || "年月日第季度上下半一二三四至—-".contains(c);
    let shown =
        text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['年', '月']) && text.chars().all(marks);
    shown || text.parse::<NaiveDate>().is_ok() || Period::parse(text).is_some()
}

/// Sentences without the marks of Markdown.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| "\n。；！？|*_`[]()#>".contains(c)).map(trimmed)
}

/// A title without its 《》.
fn bare(text: &str) -> &str {
    text.strip_prefix('《').and_then(|t| t.strip_suffix('》')).unwrap_or(text)
}

/// A string without the marks at its ends, so that the same words are one string.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "-+~，、：。；！？".contains(c))
}
