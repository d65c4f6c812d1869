//! What a body refers to, with the place of each reference: for the link and boundary rules.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::OPTIONS;

/// One reference in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it is.
    pub kind: ReferenceKind,
    /// Its destination, or the raw HTML.
    pub destination: String,
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
    Parser::new_ext(body, OPTIONS)
        .into_offset_iter()
        .filter_map(|(event, range)| {
            let (kind, destination) = match event {
                Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                    (ReferenceKind::Link, format!("mailto:{dest_url}"))
                }
                Event::Start(Tag::Link { dest_url, .. }) => (ReferenceKind::Link, dest_url.to_string()),
                Event::Start(Tag::Image { dest_url, .. }) => (ReferenceKind::Image, dest_url.to_string()),
                Event::Html(html) | Event::InlineHtml(html) => (ReferenceKind::Html, html.to_string()),
                _ => return None,
            };
            Some(Reference { kind, destination, range })
        })
        .collect()
}
