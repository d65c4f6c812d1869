//! Every body of Markdown with what rules need to judge its references.

use std::ops::Range;

use rayon::prelude::*;

use crate::{
    check::Facts,
    diag::{Reach, Span},
    kinds::{ANNEX, Address, Annex, Internal, Kind, Markdown, Part, Record, TextPage},
    markdown::{Reference, ReferenceKind, Target, references, resolve, target},
};

/// A body, whose it is, and everything it refers to.
pub struct Body<'c> {
    markdown: Markdown,
    /// Which site it can shape.
    pub(super) reach: Reach,
    /// Whether a public page shows it.
    pub(super) is_public: bool,
    /// The attachments it may show.
    pub(super) attachments: Vec<&'c str>,
    /// Links, images and raw HTML, in order.
    pub(super) references: Vec<Reference>,
}

/// A link to a content file.
pub(super) struct Link {
    /// As written.
    pub destination: String,
    /// Its words.
    pub words: String,
    /// Link or image.
    pub kind: ReferenceKind,
    /// The content path, if it stays in `content/`.
    pub path: Option<String>,
    /// Where it stands.
    pub span: Span,
}

impl Body<'_> {
    /// The place of a range of the body.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let start = self.markdown.span.range().start;
        Span::new(self.markdown.span.file, range.start + start..range.end + start)
    }

    /// Its links to content files.
    pub(super) fn links(&self, facts: &Facts<'_>) -> Vec<Link> {
        let from = facts.path(self.markdown);
        let links = self.references.iter().filter(|r| r.kind != ReferenceKind::Html);
        links
            .filter_map(|r| {
                let Target::Content(link) = target(&r.destination) else {
                    return None;
                };
                let path = resolve(from, link);
                let (destination, words) = (r.destination.clone(), r.words.clone());
                Some(Link { path, span: self.span(&r.range), kind: r.kind, destination, words })
            })
            .collect()
    }
}

/// Every body, annexes included, each parsed once.
pub(super) fn all<'c>(facts: &Facts<'c>) -> Vec<Body<'c>> {
    let open = &facts.catalog.open;
    let records = open
        .records
        .iter()
        .map(|r| record_body(r, true))
        .chain(facts.inside.records.iter().map(|r| record_body(r, false)));
    let texts =
        open.texts.iter().map(|t| page_body(t, true)).chain(facts.inside.texts.iter().map(|t| page_body(t, false)));
    let annexes = facts.records().filter_map(|r| annex_body(&r.annex, attachments(r), facts));
    let annexes = annexes.chain(facts.texts().filter_map(|t| annex_body(&t.annex, Vec::new(), facts)));
    let annexes = annexes.chain(facts.items().filter_map(|i| annex_body(&i.annex, Vec::new(), facts)));
    let mut bodies: Vec<Body<'c>> = records.chain(texts).chain(annexes).collect();
    bodies.par_iter_mut().for_each(|body| body.references = references(facts.markdown(body.markdown)));
    bodies
}

fn attachments(record: &Record) -> Vec<&str> {
    record.attachments.iter().map(|a| a.file.as_str()).collect()
}

fn record_body(record: &Record, is_public: bool) -> Body<'_> {
    let (reach, is_public) = (record.content_reach(), is_public && record.withdrawn().is_none());
    Body { markdown: record.body, reach, is_public, attachments: attachments(record), references: Vec::new() }
}

fn page_body(page: &TextPage, is_public: bool) -> Body<'_> {
    Body { markdown: page.body, reach: page.reach, is_public, attachments: Vec::new(), references: Vec::new() }
}

fn annex_body<'c>(annex: &Internal<Annex>, attachments: Vec<&'c str>, facts: &Facts<'c>) -> Option<Body<'c>> {
    let markdown = annex.reveal(&facts.clearance).body?;
    Some(Body { markdown, reach: Reach::Internal, is_public: false, attachments, references: Vec::new() })
}

/// The open shelf or the inner one.
#[derive(Clone, Copy)]
enum BodySide {
    Open,
    Inside,
}

fn has(side: BodySide, path: &str, facts: &Facts<'_>) -> bool {
    let shelf = match side {
        BodySide::Open => &facts.catalog.open,
        BodySide::Inside => facts.inside,
    };
    let Some(Address { kind, item, id, part }) = Address::parse(path) else { return false };
    match (part, kind) {
        (Part::Beside, _) => facts.beside[side as usize].contains(path),
        (Part::Own, Kind::Agency) => true,
        (Part::Own, Kind::Item) => shelf.item(id).is_some(),
        (Part::Own, Kind::Page) => shelf.texts.iter().any(|t| t.id == id),
        (Part::Own, Kind::Exercise) => shelf.exercises.binary_search_by(|e| e.id.as_str().cmp(id)).is_ok(),
        (Part::Own, Kind::Record) => shelf.record(item, id).is_some(),
        // Nothing stands for them that a text may link to.
        (
            Part::Own,
            Kind::Site
            | Kind::Waivers
            | Kind::Calendar
            | Kind::Filing
            | Kind::Feedback
            | Kind::Accountability
            | Kind::Assessment
            | Kind::Statistics
            | Kind::Inspection,
        )
        | (Part::Annex, _) => false,
    }
}

/// Whether a path leads to a table or an attachment of nothing but withdrawn records: it is no public file any more.
pub(super) fn is_withdrawn(path: &str, facts: &Facts<'_>) -> bool {
    facts.withdrawn.contains(path) && !has(BodySide::Open, path, facts)
}

/// Whether a path leads to something that has a page or is offered for download, or to a file that could not be read.
pub(super) fn exists(path: &str, facts: &Facts<'_>) -> bool {
    let source = &facts.catalog.source;
    let unread = source.file(path).is_some_and(|file| !source.is_read(file));
    unread || has(BodySide::Open, path, facts) || has(BodySide::Inside, path, facts) || is_withdrawn(path, facts)
}

/// Whether a path leads to something that only insiders may see.
pub(super) fn is_inside(path: &str, facts: &Facts<'_>) -> bool {
    path.ends_with(ANNEX)
        || (!has(BodySide::Open, path, facts) && has(BodySide::Inside, path, facts) && !is_in_doubt(path, facts))
}

/// Whether it counts as inside only because its item does not say, or for want of a review: another rule reports that,
/// and nothing is published.
fn is_in_doubt(path: &str, facts: &Facts<'_>) -> bool {
    let Some(Address { kind, item, id, part }) = Address::parse(path) else { return false };
    let item = match (part, kind) {
        (Part::Own, Kind::Item) => id,
        (Part::Own | Part::Beside, Kind::Record) => item,
        (Part::Own, Kind::Page) => {
            return facts.texts().any(|page| page.id == id && facts.is_page_unreviewed(page));
        }
        _ => return false,
    };
    facts.item(item).is_some_and(|i| !i.says_audience() || facts.lacks_review(i))
}
