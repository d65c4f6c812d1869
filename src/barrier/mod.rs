//! The byte barrier: what stands only inside is searched for in every public byte on its way out.
//!
//! Independent of the types: it knows the authored text, not the editions, so that a template or a
//! hand-written sentence can't carry past it what no type would let through. It refuses and never
//! alters: the public site stays a function of the public edition alone.

mod authored;
mod candidates;
mod folded;
mod judged;
mod matcher;
mod persons;
mod routes;
mod scanner;
#[cfg(test)]
#[path = "../../tests/support/search.rs"]
mod search;
mod shelved;

use std::{
    collections::{BTreeSet, HashSet},
    io,
    ops::ControlFlow,
};

use rayon::prelude::*;

use crate::{
    diag::{FileId, Finding, Reach, Rule, Span},
    edition::Route,
    kinds::{Clearance, root_files},
    load::Catalog,
    rule,
    source::Blob,
    text,
    text::Word,
    words::Audience,
};
use judged::Judged;
use matcher::Matcher;
pub use scanner::Scanner;

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

/// One string that stands only inside.
struct Needle {
    text: String,
    span: Span,
}

/// Everything that must not be in a public byte.
pub struct Barrier {
    needles: Vec<Needle>,
    matcher: Matcher,
    guarded: Guarded,
}

/// A string of the inside that a file of the public site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Leak(u32);

impl Barrier {
    /// Collects what stands only inside. `own` are the site's own theme files: their short words are public
    /// like those of the embedded theme, but a longer text is not made public by writing it into a template.
    /// Also reports public texts and attachments that have any of it, but of `broken` files, which may be on the wrong
    /// side only for their mistakes.
    pub fn of<'t>(
        catalog: &Catalog,
        own: impl Iterator<Item = &'t str>,
        broken: &HashSet<FileId>,
    ) -> (Self, Vec<Finding>) {
        let judged = Judged::of(catalog, own, broken);
        let mut needles = Vec::new();
        let mut patterns: Vec<(Vec<u8>, u32)> = Vec::new();
        let mut add = |texts: &mut dyn Iterator<Item = &str>, span: Span| {
            let mut texts = texts.peekable();
            let text = texts.peek().map(|text| (*text).to_owned()).unwrap_or_default();
            patterns.extend(texts.flat_map(forms).map(|form| (form.into_bytes(), needles.len() as u32)));
            needles.push(Needle { text, span });
        };
        for needle in judged.needles() {
            let texts = needle.written.iter().chain([&needle.text]);
            add(&mut texts.map(String::as_str), needle.places[0]);
        }
        for (route, span) in routes::internal(catalog) {
            add(&mut std::iter::once(route.as_str()), span);
        }
        let shelf = catalog.inside.reveal(&Clearance::grant());
        let guarded = Guarded { strings: needles.len(), items: shelf.items.len(), records: shelf.records.len() };
        let barrier = Self { needles, matcher: Matcher::new(patterns), guarded };
        (barrier, judged.findings)
    }

    /// What it looks for, in numbers.
    pub fn guards(&self) -> Guarded {
        self.guarded
    }

    /// What some bytes have of the inside, each once.
    pub fn scan(&self, bytes: &[u8]) -> HashSet<Leak> {
        let mut leaks = HashSet::new();
        self.matcher.each(bytes, true, |_, at| {
            leaks.insert(Leak(at));
            ControlFlow::Continue(())
        });
        leaks
    }

    /// What the files beside open records, and those of the public site's root, have of the inside, as they lie there.
    pub fn attached(&self, catalog: &Catalog) -> Vec<Finding> {
        let source = &catalog.source;
        let beside = catalog.open.records.iter().filter(|record| record.withdrawn().is_none()).flat_map(|record| {
            record.attachments.iter().filter_map(|a| Some((a.file.span, source.blob(&record.path_of(&a.file))?)))
        });
        let of_root = root_files(source, Audience::Public.token());
        let files: Vec<(Span, &Blob)> = beside.chain(of_root.map(|(_, blob)| (Span::head(blob.file), blob))).collect();
        let look = |(place, blob): &(Span, &Blob)| {
            let leaks = self.scan_file(blob).into_iter();
            leaks.map(|leak| self.attachment(leak, *place)).collect::<Vec<_>>()
        };
        files.par_iter().flat_map_iter(look).collect()
    }

    /// What a file has of the inside; nothing where it can't be read any more, for then it can't be copied either.
    pub fn scan_file(&self, blob: &Blob) -> BTreeSet<Leak> {
        let mut scanner = self.scanner();
        let whole = blob.read::<io::Error>(|piece| {
            scanner.feed(piece);
            Ok(())
        });
        whole.map(|_| scanner.finish()).unwrap_or_default()
    }

    /// [`Barrier::scan`] of a file that passes by in pieces.
    pub fn scanner(&self) -> Scanner<'_> {
        Scanner::of(&self.matcher)
    }

    fn attachment(&self, leak: Leak, place: Span) -> Finding {
        let needle = &self.needles[leak.0 as usize];
        let message =
            text!("公开的附件里有只在内部的「{}」", "a public attachment has “{}”, which is internal", needle.text);
        let mut finding = Finding::new(&LEAK, Reach::Public, place, message);
        finding.see(needle.span, text!("它在这里，只在内部公开", "it stands here and is internal"));
        finding.discreetly(text!("公开的附件里有只在内部的内容", "a public attachment has something internal"));
        finding
    }

    /// Tells of a leak in one public file.
    pub fn finding(&self, leak: Leak, route: &Route) -> Finding {
        let needle = &self.needles[leak.0 as usize];
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
        finding.discreetly(text!(
            "内部内容出现在公开页面 {route} 中",
            "something that stands only inside is in the public page {route}"
        ));
        finding
    }
}

/// A string as HTML may have it.
fn forms(text: &str) -> HashSet<String> {
    if !text.contains(['&', '<', '>', '"', '\'', '/']) {
        return HashSet::from([text.to_owned()]);
    }
    let amp = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let quoted = amp.replace('"', "&quot;");
    let (hex, dec) = (quoted.replace('\'', "&#x27;"), quoted.replace('\'', "&#39;"));
    let slash = hex.replace('/', "&#x2F;");
    HashSet::from([text.to_owned(), amp, quoted, hex, dec, slash])
}
