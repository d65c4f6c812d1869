//! Many strings looked for in one pass, in memory that grows with the strings and not with an automaton's states.
//!
//! A string is known by its head, the first 6, 12 or 24 bytes. Strings are kept in order, so that those with the head of
//! a place are neighbours, and those that stand there are the last one not after it and what that begins with.

use std::{
    collections::HashMap,
    ops::{ControlFlow, Range},
};

/// Lengths of heads in bytes; a string has the longest that fits in it.
const HEADS: [usize; 3] = [6, 12, 24];
/// Shortest string that can be looked for, in bytes: two Chinese characters.
pub(super) const SHORTEST: usize = HEADS[0];
/// Bits of a filter for each head in it.
const SPARSE: usize = 16;

/// A set of strings to look for.
pub(super) struct Matcher {
    /// By head length, then in order; with the number that the caller knows a string by.
    patterns: Vec<(Box<[u8]>, u32)>,
    /// Of each pattern, the longest other that it begins with and that has a head of the same length.
    begins_with: Vec<u32>,
    heads: [Heads; 3],
    /// Whether some string begins with two bytes.
    pairs: Vec<u64>,
    longest: usize,
}

/// No pattern.
const NONE: u32 = u32::MAX;

/// The heads of one length.
#[derive(Default)]
struct Heads {
    filter: Vec<u64>,
    shift: u32,
    runs: HashMap<[u8; HEADS[2]], Range<u32>>,
}

impl Matcher {
    /// Of strings and their numbers. Strings under [`SHORTEST`] bytes are never found.
    pub(super) fn new<B: Into<Box<[u8]>>>(strings: impl IntoIterator<Item = (B, u32)>) -> Self {
        let strings = strings.into_iter().map(|(bytes, owner)| (bytes.into(), owner));
        let mut patterns: Vec<(Box<[u8]>, u32)> = strings.filter(|(bytes, _)| bytes.len() >= SHORTEST).collect();
        patterns.sort_unstable_by(|a, b| (class(&a.0), &a.0, a.1).cmp(&(class(&b.0), &b.0, b.1)));
        patterns.dedup();
        let mut pairs = vec![0_u64; (1 << 16) / 64];
        for (bytes, _) in &patterns {
            set(&mut pairs, pair(bytes));
        }
        Self {
            begins_with: begins_with(&patterns),
            heads: std::array::from_fn(|at| Heads::of(&patterns, at)),
            pairs,
            longest: patterns.iter().map(|(bytes, _)| bytes.len()).max().unwrap_or_default(),
            patterns,
        }
    }

    /// Length of the longest string, in bytes.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// Calls back with start and number of every string found, overlapping ones too; of those at one place the longer
    /// first. Where the callback breaks, what the string begins with is passed over. With `words`, a string that begins
    /// or ends with an ASCII letter or digit must stand as a word.
    pub(super) fn each(&self, bytes: &[u8], words: bool, mut found: impl FnMut(usize, u32) -> ControlFlow<()>) {
        let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        if self.is_empty() {
            return;
        }
        for at in 0..(bytes.len() + 1).saturating_sub(SHORTEST) {
            let here = &bytes[at..];
            if !is_set(&self.pairs, pair(here)) || (words && at > 0 && is_word(at) && is_word(at - 1)) {
                continue;
            }
            let all = self.heads.iter().zip(HEADS).filter(|(_, length)| here.len() >= *length);
            for run in all.filter_map(|(heads, length)| heads.run(&here[..length])) {
                let mut next = self.last_not_after(run, here);
                while next != NONE {
                    let (pattern, owner) = &self.patterns[next as usize];
                    let stands = here.starts_with(pattern);
                    let end = at + pattern.len();
                    let runs_on = words && is_word(end - 1) && is_word(end);
                    if stands && !runs_on && found(at, *owner).is_break() {
                        break;
                    }
                    next = self.begins_with[next as usize];
                }
            }
        }
    }

    /// Of neighbours, the last that is not after a text in order.
    fn last_not_after(&self, run: Range<u32>, text: &[u8]) -> u32 {
        let run = run.start as usize..run.end as usize;
        let before = self.patterns[run.clone()].partition_point(|(p, _)| **p <= *text);
        if before == 0 { NONE } else { (run.start + before - 1) as u32 }
    }
}

impl Heads {
    fn of(patterns: &[(Box<[u8]>, u32)], class_at: usize) -> Self {
        let first = patterns.partition_point(|(p, _)| class(p) < class_at);
        let end = patterns.partition_point(|(p, _)| class(p) <= class_at);
        let length = HEADS[class_at];
        let mut runs: HashMap<_, Range<u32>> = HashMap::new();
        for (at, (pattern, _)) in patterns.iter().enumerate().take(end).skip(first) {
            let at = at as u32;
            runs.entry(padded(&pattern[..length])).and_modify(|run| run.end = at + 1).or_insert(at..at + 1);
        }
        let bits = (runs.len() * SPARSE).next_power_of_two().max(64);
        let mut heads = Self { filter: vec![0; bits / 64], shift: 64 - bits.trailing_zeros(), runs };
        for (pattern, _) in &patterns[first..end] {
            let bit = heads.bit(&pattern[..length]);
            set(&mut heads.filter, bit);
        }
        heads
    }

    fn run(&self, head: &[u8]) -> Option<Range<u32>> {
        is_set(&self.filter, self.bit(head)).then(|| self.runs.get(&padded(head)).cloned()).flatten()
    }

    /// The place of a head in the filter.
    fn bit(&self, head: &[u8]) -> usize {
        let mut hash = 0_u64;
        for part in head.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            hash = (hash.rotate_left(29) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
        (hash >> self.shift) as usize
    }
}

/// Which head a string has.
fn class(bytes: &[u8]) -> usize {
    HEADS.iter().rposition(|length| bytes.len() >= *length).unwrap_or_default()
}

fn begins_with(patterns: &[(Box<[u8]>, u32)]) -> Vec<u32> {
    let mut all = Vec::with_capacity(patterns.len());
    let mut open: Vec<u32> = Vec::new();
    for (at, (pattern, _)) in patterns.iter().enumerate() {
        let is_start = |of: u32| {
            let start = &patterns[of as usize].0;
            class(start) == class(pattern) && pattern.starts_with(start)
        };
        while open.last().is_some_and(|of| !is_start(*of)) {
            open.pop();
        }
        all.push(open.last().copied().unwrap_or(NONE));
        open.push(at as u32);
    }
    all
}

fn padded(head: &[u8]) -> [u8; HEADS[2]] {
    let mut padded = [0; HEADS[2]];
    padded[..head.len()].copy_from_slice(head);
    padded
}

fn pair(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

fn set(bits: &mut [u64], at: usize) {
    bits[at / 64] |= 1 << (at % 64);
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits[at / 64] >> (at % 64) & 1 == 1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::search::search;
    use super::*;

    fn found(strings: &[String], text: &str, words: bool) -> BTreeSet<(usize, u32)> {
        let numbered = strings.iter().zip(0..).map(|(s, at)| (s.as_bytes(), at));
        let mut all = BTreeSet::new();
        Matcher::new(numbered).each(text.as_bytes(), words, |start, at| {
            all.insert((start, at));
            ControlFlow::Continue(())
        });
        all
    }

    fn expected(strings: &[String], text: &str, words: bool) -> BTreeSet<(usize, u32)> {
        let word = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphanumeric);
        let mut all = BTreeSet::new();
        for (string, at) in strings.iter().zip(0..).filter(|(s, _)| s.len() >= SHORTEST) {
            for start in (0..text.len()).filter(|i| text.as_bytes()[*i..].starts_with(string.as_bytes())) {
                let end = start + string.len();
                let runs_on =
                    (word(Some(start)) && word(start.checked_sub(1))) || (word(Some(end - 1)) && word(Some(end)));
                if !(words && runs_on) {
                    all.insert((start, at));
                }
            }
        }
        all
    }

    proptest! {
        #![proptest_config(search(256, 1))]

        #[test]
        fn finds_what_a_plain_search_finds(
            strings in prop::collection::vec("[甲乙丙ab ]{1,12}", 0..24),
            text in "[甲乙丙ab ]{0,200}",
            words: bool,
        ) {
            prop_assert_eq!(found(&strings, &text, words), expected(&strings, &text, words));
        }
    }

    #[test]
    fn finds_nothing_in_little() {
        for text in ["", "甲", "甲乙"] {
            assert_eq!(found(&["甲乙".to_owned()], text, true).len(), usize::from(text.len() == 6));
        }
    }
}
