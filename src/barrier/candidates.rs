//! What stands inside, as strings that can be recognised.

use std::borrow::Cow;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::{
    authored::{Authored, Exposure, Guard, Notation},
    folded::folded,
    persons::{names, numbers},
};
use crate::{
    diag::Span,
    markdown::words,
    words::{Period, Wording},
};

/// Shortest string looked for, in characters: with Chinese in it, and without.
const LEAST: usize = 2;
const LEAST_ASCII: usize = 6;
/// Shortest sentence of running text.
const LEAST_SENTENCE: usize = 8;
/// Shortest name and shortest field for insiders that no public text may have: both sides of a house share their short
/// phrases.
const LEAST_NAME: usize = 6;
/// Longest string looked for, in characters, and the length of the pieces of a longer one.
const MOST: usize = 160;
const PIECE: usize = 40;

/// A string of the inside, with everywhere that it stands.
pub(super) struct Candidate {
    /// Folded, as it is looked for in authored texts.
    pub(super) text: String,
    /// As it was written, where that is something else.
    pub(super) written: Vec<String>,
    /// The strictest of its guards.
    pub(super) guard: Guard,
    /// Where it stands, the strictest guard first.
    pub(super) places: Vec<Span>,
}

/// All of them, in order.
pub(super) fn candidates(authored: &[Authored<'_>]) -> Vec<Candidate> {
    let told = |(text, guard): (&Authored<'_>, Guard)| {
        let strings = strings(text, guard).into_iter();
        strings.map(|(written, guard)| (folded(&written), guard, text.span, written)).collect::<Vec<_>>()
    };
    let mut found: Vec<(String, Guard, Span, String)> =
        authored.par_iter().filter_map(inside).flat_map_iter(told).collect();
    found.par_sort_unstable();
    found.dedup();
    let mut all: Vec<Candidate> = Vec::new();
    for (text, guard, span, written) in found.into_iter().filter(|(text, ..)| !text.is_empty()) {
        let written = (written != text).then_some(written);
        match all.last_mut().filter(|last| last.text == text) {
            Some(last) => {
                last.places.push(span);
                last.written.extend(written.filter(|w| !last.written.contains(w)));
            }
            None => all.push(Candidate { text, guard, places: vec![span], written: written.into_iter().collect() }),
        }
    }
    all
}

fn inside<'a, 'c>(authored: &'a Authored<'c>) -> Option<(&'a Authored<'c>, Guard)> {
    match authored.side {
        Exposure::Inside(guard) => Some((authored, guard)),
        Exposure::Open(_) => None,
    }
}

/// The strings that tell of one authored text.
fn strings(authored: &Authored<'_>, guard: Guard) -> Vec<(String, Guard)> {
    let text = trimmed(&authored.text);
    let mut all = Vec::new();
    if guard == Guard::Person {
        all.extend(names(text).into_iter().chain(numbers(text)).map(|person| (person.to_owned(), Guard::Person)));
    }
    let guard = guard.max(Guard::Closed);
    let whole = authored.form == Notation::Value;
    if whole && text.chars().count() <= MOST && is_telling(text) {
        let least = if guard == Guard::Held { LEAST_SENTENCE } else { LEAST_NAME };
        let guard = if text.chars().count() >= least { guard } else { guard.max(Guard::Plain) };
        all.push((text.to_owned(), guard));
    }
    let guard = if guard == Guard::Name { Guard::Plain } else { guard };
    let read: Cow<'_, str> = match authored.form {
        Notation::Markdown => words(&authored.text).text.into(),
        Notation::Value | Notation::Prose => Cow::Borrowed(""),
    };
    for sentence in sentences(text, "\n。；！？|*_`[]()#>").chain(sentences(&read, "\n。；！？")) {
        if sentence.chars().count() >= LEAST_SENTENCE && is_telling(sentence) {
            all.push((sentence.to_owned(), guard));
        }
    }
    all
}

/// Sentences, long ones in pieces.
fn sentences<'t>(text: &'t str, ends: &'static str) -> impl Iterator<Item = &'t str> {
    text.split(move |c: char| ends.contains(c)).flat_map(pieces).map(trimmed)
}

fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    if text.char_indices().nth(MOST).is_some() {
        while let Some((end, _)) = rest.char_indices().nth(PIECE) {
            pieces.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
    pieces.push(rest);
    pieces
}

/// A string without the marks at its ends, so that the same words are one string.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "-+~，、：。；！？".contains(c))
}

/// Whether a string says something that could be recognised: no figure (3, 3条), time, length of time, sum or lone word.
fn is_telling(text: &str) -> bool {
    let least = if text.is_ascii() { LEAST_ASCII } else { LEAST };
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".,-%/ ".contains(c));
    let figure = unit.len() < text.len() && unit.chars().count() < 2 && text.chars().count() < LEAST_SENTENCE;
    let sum = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
    text.chars().count() >= least && !figure && !sum && !is_time(text) && !Wording::is_plain(text)
}

/// Whether a string is a day or a period, as authors write it or pages show it: 2026-07-15, 2026-H1, 2026年上半年.
fn is_time(text: &str) -> bool {
    let marks = |c: char| c.is_ascii_digit() || "年月日第季度上下半一二三四至—-".contains(c);
    let shown =
        text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['年', '月']) && text.chars().all(marks);
    shown || text.parse::<NaiveDate>().is_ok() || Period::parse(text).is_some()
}
