//! What a body refers to, with the place of each reference: for the link and boundary rules.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::{OPTIONS, asterisks};

/// One reference in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it is.
    pub kind: ReferenceKind,
    /// Its destination, or the raw HTML.
    pub destination: String,
    /// The words of a link.
    pub words: String,
    /// Its bytes in the body.
    pub range: Range<usize>,
}

/// What a reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `[text](destination)`
    Link,
    /// `![text](destination)`
    Image,
    /// Raw HTML, which no page may have.
    Html,
}

/// Every link, image and piece of raw HTML of a body, in order.
pub fn references(body: &str) -> Vec<Reference> {
    if !body.contains(['[', '<']) {
        return Vec::new(); // every reference has one of these; most bodies have none
    }
    let mut found: Vec<Reference> = Vec::new();
    let mut link = None; // links don't nest
    let read = asterisks::read(body);
    for (event, range) in Parser::new_ext(&read, OPTIONS).into_offset_iter() {
        let event = asterisks::restored(event);
        match (&event, link) {
            (Event::Text(text) | Event::Code(text), Some(at)) => {
                let at: usize = at;
                found[at].words.push_str(text);
            }
            (Event::End(TagEnd::Link), _) => link = None,
            _ => {}
        }
        if let Some((kind, destination)) = reference(event) {
            link = if kind == ReferenceKind::Link { Some(found.len()) } else { link };
            found.push(Reference { kind, destination, words: String::new(), range });
        }
    }
    found
}

fn reference(event: Event<'_>) -> Option<(ReferenceKind, String)> {
    match event {
        Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
            Some((ReferenceKind::Link, format!("mailto:{dest_url}")))
        }
        Event::Start(Tag::Link { dest_url, .. }) => Some((ReferenceKind::Link, dest_url.to_string())),
        Event::Start(Tag::Image { dest_url, .. }) => Some((ReferenceKind::Image, dest_url.to_string())),
        Event::Html(html) | Event::InlineHtml(html) => Some((ReferenceKind::Html, html.to_string())),
        _ => None,
    }
}
