//! Which strings of the inside may not be said, and which public texts say them.

use std::{
    cell::LazyCell,
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
};

use rayon::prelude::*;

use super::{
    QUOTES_INSIDE,
    authored::{Authored, Exposure, Guard, Say, authored},
    candidates::{Candidate, candidates, trimmed},
    folded::{folded, place, places},
    matcher::Matcher,
    shelved::Shelved,
};
use crate::{
    diag::{FileId, Finding, Reach, Span},
    load::Catalog,
    site::embedded_texts,
    table::ready_words,
    text,
    words::every_word,
};

/// The strings of the inside, each judged.
pub(super) struct Judged {
    pub(super) candidates: Vec<Candidate>,
    /// Which may be said anywhere.
    excused: Vec<bool>,
    /// Public texts that say what they may not.
    pub(super) findings: Vec<Finding>,
}

/// A string that a public text has.
struct Hit {
    candidate: u32,
    place: Span,
    attached: bool,
}

impl Judged {
    /// Judges what was authored. `own` are the site's own theme files: their short words are public like those of the
    /// embedded theme, but a longer text is not made public by writing it into a template.
    /// Of a string that stands only in `broken` files nothing is said: it may be on the wrong side only for their mistakes.
    pub(super) fn of<'t>(catalog: &Catalog, own: impl Iterator<Item = &'t str>, broken: &HashSet<FileId>) -> Self {
        let shelved = Shelved::of(catalog);
        let authored = authored(catalog, &shelved);
        let candidates = candidates(&authored);
        if candidates.is_empty() {
            return Self { candidates, excused: Vec::new(), findings: Vec::new() }; // a public clone
        }
        let matcher = Matcher::new(candidates.iter().zip(0..).map(|(c, at)| (c.text.as_bytes(), at)));
        let mut excused = OpenText::house(&authored, own).excused(&candidates, &matcher);
        let is_done = excused.iter().all(|is_excused| *is_excused);
        let (said, hits) = if is_done { Default::default() } else { said(&authored, &candidates, &excused, &matcher) };
        for (at, said) in said.iter().enumerate().filter(|(at, _)| candidates[*at].guard >= Guard::Plain) {
            excused[at] |= said.load(Ordering::Relaxed);
        }
        let findings = findings(&candidates, &excused, &hits, &shelved, broken);
        Self { candidates, excused, findings }
    }

    /// What no public byte may have.
    pub(super) fn needles(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().zip(&self.excused).filter(|(_, excused)| !**excused).map(|(candidate, _)| candidate)
    }
}

/// What is public whatever is inside.
struct OpenText {
    /// Texts of which every part is public.
    words: Vec<String>,
    /// Short words of the site's own theme.
    themed: Vec<String>,
    /// Names, titles, numbers, offices and posts that are public as a whole.
    own: HashSet<String>,
    /// What published stages say: it is in forms, not of one case.
    stages: HashSet<String>,
}

/// Longest word that the site's own theme makes public, in characters.
const MOST_THEMED: usize = 5;

impl OpenText {
    fn house<'t>(authored: &[Authored<'_>], own: impl Iterator<Item = &'t str>) -> Self {
        let mut house = Self {
            words: embedded_texts().chain(every_word()).chain(ready_words()).map(folded).collect(),
            themed: own.map(folded).collect(),
            own: HashSet::new(),
            stages: HashSet::new(),
        };
        for text in authored.iter().filter(|a| matches!(a.side, Exposure::Open(Say::Own | Say::House))) {
            house.own.extend(text.text.split(['、', '，', '；']).chain([&*text.text, bare(&text.text)]).map(folded));
            if text.side == Exposure::Open(Say::House) {
                house.words.push(folded(&text.text));
            }
        }
        let stages = authored.iter().filter(|a| a.side == Exposure::Open(Say::Stage));
        house.stages = stages.map(|a| folded(trimmed(&a.text))).collect();
        house
    }

    fn owns(&self, text: &str) -> bool {
        self.own.contains(text) || self.own.contains(bare(text))
    }

    /// Which strings are words of the house, or are put together from nothing else, such as 经办：财务室.
    fn excused(&self, candidates: &[Candidate], matcher: &Matcher) -> Vec<bool> {
        let worded = seen(&self.words, candidates.len(), matcher);
        let themed = seen(&self.themed, candidates.len(), matcher);
        let composed = self.composed(candidates);
        let judge = |(at, candidate): (usize, &Candidate)| {
            let short = candidate.text.chars().count() <= MOST_THEMED;
            worded[at].load(Ordering::Relaxed)
                || self.owns(&candidate.text)
                || (candidate.guard == Guard::Held && self.stages.contains(&candidate.text))
                || composed.contains(&at)
                || (short && themed[at].load(Ordering::Relaxed))
        };
        candidates.iter().enumerate().map(judge).collect()
    }

    /// Guarded strings that are a few words of the house in a row.
    fn composed(&self, candidates: &[Candidate]) -> HashSet<usize> {
        let guarded = candidates.iter().enumerate().filter(|(_, c)| c.guard < Guard::Plain);
        let parted: Vec<(usize, Vec<&str>)> = guarded
            .map(|(at, c)| (at, c.text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect()))
            .filter(|(_, parts): &(usize, Vec<&str>)| (2..=MOST_PARTS).contains(&parts.len()))
            .collect();
        let parts: Vec<&str> =
            parted.iter().flat_map(|(_, parts)| parts).copied().collect::<BTreeSet<_>>().into_iter().collect();
        let worded = seen(&self.words, parts.len(), &Matcher::new(parts.iter().map(|p| p.as_bytes()).zip(0..)));
        let is_word = |part: &&str| {
            let known = parts.binary_search(part).is_ok_and(|at| worded[at].load(Ordering::Relaxed));
            known || self.owns(part)
        };
        parted.into_iter().filter(|(_, parts)| parts.iter().all(is_word)).map(|(at, _)| at).collect()
    }
}

/// Most words that are weighed one by one.
const MOST_PARTS: usize = 6;

/// A title without its 《》.
fn bare(text: &str) -> &str {
    text.strip_prefix('《').and_then(|t| t.strip_suffix('》')).unwrap_or(text)
}

/// Which strings some texts have.
fn seen(texts: &[String], candidates: usize, matcher: &Matcher) -> Vec<AtomicBool> {
    let seen: Vec<AtomicBool> = (0..candidates).map(|_| AtomicBool::new(false)).collect();
    texts.par_iter().for_each(|text| {
        matcher.each(text.as_bytes(), false, |_, at| mark(&seen[at as usize]));
    });
    seen
}

/// Marks a string; what a marked one begins with is marked already.
fn mark(seen: &AtomicBool) -> ControlFlow<()> {
    if seen.swap(true, Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// Most places of one string that are told of one text.
const MOST_PLACES: usize = 20;

/// Which strings public texts have, and each that is guarded, or stands in an attachment, with its place; those that are
/// excused already are passed over.
fn said(
    authored: &[Authored<'_>],
    candidates: &[Candidate],
    excused: &[bool],
    matcher: &Matcher,
) -> (Vec<AtomicBool>, Vec<Hit>) {
    let said: Vec<AtomicBool> = candidates.iter().map(|_| AtomicBool::new(false)).collect();
    let look = |text: &Authored<'_>| -> Vec<Hit> {
        let Exposure::Open(say) = text.side else { return Vec::new() };
        let attached = say == Say::Attached;
        let mut found: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
        for view in text.views() {
            let flat = folded(view.text());
            let places = LazyCell::new(|| places(view.text()));
            matcher.each(flat.as_bytes(), false, |start, at| {
                if excused[at as usize] {
                    return ControlFlow::Continue(());
                }
                let candidate = &candidates[at as usize];
                let end_at = start + candidate.text.len();
                let excusable = if attached { Guard::Past } else { Guard::Plain };
                if say == Say::House || candidate.guard >= excusable {
                    return mark(&said[at as usize]);
                }
                if stands_alone(&flat, start, end_at) {
                    let spans = found.entry(at).or_default();
                    let span = text.place(&view, place(view.text(), &places, start..end_at));
                    if spans.len() < MOST_PLACES && spans.iter().all(|s| s.end <= span.start || span.end <= s.start) {
                        spans.push(span);
                    }
                }
                ControlFlow::Continue(())
            });
        }
        let hit = |(candidate, places): (u32, Vec<Span>)| {
            places.into_iter().map(move |place| Hit { candidate, place, attached })
        };
        found.into_iter().flat_map(hit).collect()
    };
    let hits = authored.par_iter().flat_map_iter(look).collect();
    (said, hits)
}

/// Whether a string is no part of a longer word or number in ASCII.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let runs_on = (start > 0 && is_word(start - 1) && is_word(start)) || (is_word(end - 1) && is_word(end));
    !runs_on
}

fn findings(
    candidates: &[Candidate],
    excused: &[bool],
    hits: &[Hit],
    shelved: &Shelved,
    broken: &HashSet<FileId>,
) -> Vec<Finding> {
    let of_own_case = |hit: &Hit| {
        let candidate = &candidates[hit.candidate as usize];
        let in_release = shelved.released.iter().any(|r| r.file == hit.place.file);
        in_release && candidate.guard >= Guard::Case && candidate.places.iter().any(|p| p.file == hit.place.file)
    };
    let kept = hits.iter().filter(|hit| !excused[hit.candidate as usize] && !of_own_case(hit));
    let told = kept.filter_map(|hit| {
        let candidate = &candidates[hit.candidate as usize];
        let inside = candidate.places.iter().find(|place| !broken.contains(&place.file))?;
        Some(quoted(candidate, hit, *inside))
    });
    told.collect()
}

fn quoted(candidate: &Candidate, hit: &Hit, inside: Span) -> Finding {
    let text = candidate.written.first().unwrap_or(&candidate.text);
    let message = if hit.attached {
        text!("公开的附件里有只在内部的「{text}」", "a public attachment has “{text}”, which is internal")
    } else {
        text!("公开的文字写出了只在内部的「{text}」", "a public text has “{text}”, which is internal")
    };
    let mut finding = Finding::new(&QUOTES_INSIDE, Reach::Public, hit.place, message);
    finding.see(inside, text!("它在这里，只在内部公开", "it stands here and is internal"));
    finding.help(text!(
        "从内部抄来的，改写公开的文字；是内部的文字重复了公开的话，改写内部的；名称本来可以公开的，在公开的字段里写明",
        "if it was copied from the inside, rephrase the public text; if the inside repeats what is public, rephrase that; a name that may be public is said in a public field"
    ));
    finding.discreetly(text!("公开的文字里有只在内部的内容", "a public text has something internal"));
    finding
}
