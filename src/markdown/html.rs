//! A body as HTML: headings one level down, raw HTML as text, links as the caller resolves them.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use super::OPTIONS;

/// Renders a body. `link` gives the address of a destination; where it gives none, only the words stay.
pub fn html(body: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(body.len() * 3 / 2);
    let mut dropped = 0usize;
    let events = Parser::new_ext(body, OPTIONS).filter_map(|event| match event {
        Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => Some(event),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let address = link(&dest_url).map(CowStr::from);
            dropped += usize::from(address.is_none());
            address.map(|dest_url| Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) if dropped > 0 => {
            dropped -= 1;
            None
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let address: CowStr<'_> = link(&dest_url).unwrap_or_default().into();
            Some(Event::Start(Tag::Image { link_type, dest_url: address, title, id }))
        }
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Some(Event::Start(Tag::Heading { level: lower(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level)))),
        other => Some(other),
    });
    pulldown_cmark::html::push_html(&mut out, events);
    out
}

/// The page's title is the only first heading.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}
