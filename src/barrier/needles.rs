//! Which strings are looked for: those that stand inside and nowhere in the open.

use std::collections::{BTreeMap, HashSet};

use aho_corasick::AhoCorasick;

use super::{NAMES_INSIDE, authored::Sides, authored::sides, matches};
use crate::{
    diag::{Finding, Reach, Span},
    model::{Catalog, Clearance, Period, Shelf, Within, every_word},
    text,
};

/// Shortest string looked for, in characters: with Chinese in it, and without.
const LEAST: usize = 2;
const LEAST_ASCII: usize = 6;
/// Shortest sentence of running text, and shortest name that public prose must not quote.
const LEAST_SENTENCE: usize = 8;
const LEAST_NAME: usize = 6;

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

impl Barrier {
    /// Collects what stands only inside. `shown` are the theme's own texts, which are public.
    /// Also reports public texts that name something internal.
    pub fn of<'t>(catalog: &Catalog, shown: impl Iterator<Item = &'t str>) -> (Self, Vec<Finding>) {
        let sides = sides(catalog);
        let mut candidates = candidates(&sides);
        candidates.extend(routes(catalog));
        let names = names(&sides);
        let findings = quoted(&sides, &names);
        let mut open: Vec<&str> = sides.open.iter().map(|a| a.text.as_ref()).collect();
        shown.for_each(|text| open.push(text));
        every_word().for_each(|word| open.push(word));
        let spoken = spoken(&candidates, &open);
        let needles =
            candidates.into_iter().filter(|(text, _)| !spoken.contains(text) || names.contains_key(text.as_str()));
        let shelf = catalog.inside.reveal(&Clearance::grant());
        let needles = needles.map(|(text, span)| Needle { text, span }).collect();
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
        let text = authored.text.trim();
        if !authored.prose && is_telling(text) {
            candidates.entry(text.to_owned()).or_insert(authored.span);
        }
        for sentence in sentences(text).filter(|s| s.chars().count() >= LEAST_SENTENCE && is_telling(s)) {
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
    items.chain(texts).chain(records).collect()
}

/// Names, titles and numbers of internal documents that no public document bears too.
fn names<'s>(sides: &'s Sides<'_>) -> BTreeMap<&'s str, Span> {
    let open: HashSet<&str> = sides.open.iter().filter(|a| !a.prose).map(|a| a.text.trim()).collect();
    let inside = sides.inside.iter().filter(|a| a.identifies && a.text.chars().count() >= LEAST_NAME);
    inside.map(|a| (a.text.trim(), a.span)).filter(|(text, _)| !open.contains(text) && is_telling(text)).collect()
}

/// Public texts that have such a name in them.
fn quoted(sides: &Sides<'_>, names: &BTreeMap<&str, Span>) -> Vec<Finding> {
    let texts: Vec<&str> = names.keys().copied().collect();
    let automaton = AhoCorasick::new(&texts).expect("far fewer patterns than the automaton's limit");
    let owner: Vec<usize> = (0..texts.len()).collect();
    let mut findings = Vec::new();
    for authored in &sides.open {
        for at in matches(&automaton, &owner, authored.text.as_bytes()) {
            let start = authored.span.range().start + authored.text.find(texts[at]).unwrap_or_default();
            let place = Span::new(authored.span.file, start..start + texts[at].len());
            let message = text!(
                "公开的文字写出了内部内容的名称或文号「{}」",
                "a public text has “{}”, the name or number of something internal",
                texts[at]
            );
            let mut finding = Finding::new(&NAMES_INSIDE, Reach::Public, place, message);
            finding.see(names[texts[at]], text!("它在这里，只在内部公开", "it stands here and is internal"));
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

/// Whether a string says something that could be recognised: no figure, period, length of time or lone word.
fn is_telling(text: &str) -> bool {
    let least = if text.is_ascii() { LEAST_ASCII } else { LEAST };
    let figure = text.chars().all(|c| c.is_ascii_digit() || ".,-%/ ".contains(c)) && text.len() < LEAST_SENTENCE;
    text.chars().count() >= least && !figure && Period::parse(text).is_none() && Within::parse(text).is_none()
}

/// Sentences without the marks of Markdown.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| "\n。；！？|*_`[]()#>".contains(c))
        .map(|s| s.trim_matches(|c: char| c.is_whitespace() || "-+~，、：".contains(c)))
}
