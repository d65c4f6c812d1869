//! The barrier over a file that passes by in pieces, so that none is ever held whole.

use std::{collections::BTreeSet, ops::ControlFlow};

use super::{Leak, matcher::Matcher};

/// Fed with the pieces of a file; finds what [`super::Barrier::scan`] finds in the whole of it.
pub struct Scanner<'b> {
    matcher: &'b Matcher,
    /// What was not judged yet, and the byte before it: the end of the last piece, where a string may go on in the next.
    rest: Vec<u8>,
    /// Whether `rest` begins with such a byte, and not with the file.
    has_before: bool,
    found: BTreeSet<Leak>,
}

impl<'b> Scanner<'b> {
    pub(super) fn of(matcher: &'b Matcher) -> Self {
        Self { matcher, rest: Vec::new(), has_before: false, found: BTreeSet::new() }
    }

    /// The next piece.
    pub fn feed(&mut self, piece: &[u8]) {
        self.rest.extend_from_slice(piece);
        let judged = self.rest.len().saturating_sub(self.matcher.longest());
        self.judge(judged);
        // The byte before what comes next decides whether that stands as a word.
        let gone = judged.saturating_sub(1);
        self.has_before |= gone > 0;
        self.rest.drain(..gone);
    }

    /// What was found.
    pub fn finish(mut self) -> BTreeSet<Leak> {
        self.judge(self.rest.len());
        self.found
    }

    /// Takes what begins before `end`: all of it is there then, with the byte behind it.
    fn judge(&mut self, end: usize) {
        let (found, first) = (&mut self.found, usize::from(self.has_before));
        self.matcher.each(&self.rest, true, |start, at| {
            if (first..end).contains(&start) {
                found.insert(Leak(at));
            }
            ControlFlow::Continue(())
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::search::search;
    use super::*;

    const STRINGS: [&str; 9] = [
        "内部甲",
        "abcabc",
        "ab1ab1",
        "b-ab-a",
        "甲甲",
        "a甲a甲a",
        "1内部",
        "<&<&甲",
        "内部甲a内部甲a内部abcabc内部甲",
    ];

    proptest! {
        #![proptest_config(search(256, 2))]

        #[test]
        fn pieces_are_read_as_the_whole(
            words in prop::collection::vec("(内部|ab1|abc|b-a|<&|甲|a| )", 0..60),
            cuts in prop::collection::vec(0..300usize, 0..40),
        ) {
            let matcher = Matcher::new(STRINGS.iter().zip(0..).map(|(text, at)| (text.as_bytes(), at)));
            let text = words.concat();
            let mut scanner = Scanner::of(&matcher);
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(text.len())).chain([0, text.len()]).collect();
            cuts.sort_unstable();
            cuts.array_windows().for_each(|[from, to]| scanner.feed(&text.as_bytes()[*from..*to]));
            let mut whole = BTreeSet::new();
            matcher.each(text.as_bytes(), true, |_, at| {
                whole.insert(Leak(at));
                ControlFlow::Continue(())
            });
            prop_assert_eq!(scanner.finish(), whole);
        }
    }
}
