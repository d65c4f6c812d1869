//! The byte barrier: what stands only inside is searched for in every public byte on its way out.
//!
//! Independent of the types: it knows the authored text, not the editions, so that a template or a
//! hand-written sentence can't carry past it what no type would let through. It refuses and never
//! alters: the public site stays a function of the public edition alone.

mod authored;
mod needles;

use aho_corasick::AhoCorasick;

pub use needles::{Barrier, quotes};

use crate::{
    diag::{Finding, Reach, Rule},
    edition::Route,
    rule, text,
};

rule!(/// Something that stands only inside is in a byte of the public site.
    pub LEAK = "B001" "leak" Error, "rules/leak.md");
rule!(/// A public text has the name or number of something internal, or a sentence written for insiders.
    pub QUOTES_INSIDE = "B104" "quotes-inside" Error, "rules/quotes_inside.md");

/// Every rule of this stage.
pub const RULES: &[&Rule] = &[&LEAK, &QUOTES_INSIDE];

/// What a barrier keeps inside, in numbers: a clone without internal content has little to compare with.
#[derive(Clone, Copy, Debug)]
pub struct Guarded {
    /// Strings looked for.
    pub strings: usize,
    /// Internal items they come from.
    pub items: usize,
    /// Internal records they come from.
    pub records: usize,
}

impl Barrier {
    /// What it looks for, in numbers.
    pub fn guards(&self) -> Guarded {
        Guarded { strings: self.needles.len(), items: self.items, records: self.records }
    }

    /// What leaks in one public file: at most one finding for each string.
    pub fn scan(&self, route: &Route, bytes: &[u8]) -> Vec<Finding> {
        let mut found: Vec<usize> = matches(&self.automaton, &self.patterns, bytes).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|at| self.leak(at, route)).collect()
    }

    fn leak(&self, at: usize, route: &Route) -> Finding {
        let needle = &self.needles[at];
        let message = text!(
            "内部内容「{}」出现在公开页面 {route} 中",
            "“{}” stands only inside, yet it is in the public page {route}",
            needle.text
        );
        let mut finding = Finding::new(&LEAK, Reach::Public, needle.span, message);
        finding.help(text!(
            "公开站点没有发布。检查主题模板和公开文字是否带出了它",
            "the public site was not published; look for it in the theme's templates and in public texts"
        ));
        finding
    }
}

/// The needles found in some bytes; one that begins or ends with an ASCII letter or digit must stand as a word.
fn matches<'a>(automaton: &'a AhoCorasick, owner: &'a [usize], bytes: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let word = |at: Option<usize>| at.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_alphanumeric);
    automaton.find_overlapping_iter(bytes).filter_map(move |m| {
        let runs_on = (word(Some(m.start())) && word(m.start().checked_sub(1)))
            || (word(m.end().checked_sub(1)) && word(Some(m.end())));
        (!runs_on).then(|| owner[m.pattern().as_usize()])
    })
}
