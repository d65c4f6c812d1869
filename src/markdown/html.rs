//! A body as HTML: headings one level down, raw HTML as text, links as the caller resolves them.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use super::{OPTIONS, asterisks};

/// Where a link leads on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTarget {
    /// Its address.
    pub address: String,
    /// For a link to a cell of a table: what stands there, which fills in a link without words.
    pub cell: Option<String>,
}

/// Renders a body. `link` gives the way to a destination; where it gives none, only the words stay.
pub fn html(body: &str, link: &dyn Fn(&str) -> Option<LinkTarget>) -> String {
    let mut out = String::with_capacity(body.len() * 3 / 2);
    let mut open: Vec<Open> = Vec::new();
    let read = asterisks::read(body);
    let events = Parser::new_ext(&read, OPTIONS).map(asterisks::restored).flat_map(|event| {
        if let (Some(Open { worded, .. }), Event::Text(_) | Event::Code(_)) = (open.last_mut(), &event) {
            *worded = true;
        }
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let way = if link_type == LinkType::Email {
                    Some(LinkTarget { address: dest_url.to_string(), cell: None })
                } else {
                    link(&dest_url)
                };
                let event = way.as_ref().map(|way| start(link_type, way, title, id));
                open.push(Open { way, worded: false });
                [event, None]
            }
            Event::End(TagEnd::Link) => end(open.pop()),
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let address: CowStr<'_> = link(&dest_url).map(|way| way.address).unwrap_or_default().into();
                [Some(Event::Start(Tag::Image { link_type, dest_url: address, title, id })), None]
            }
            Event::Html(html) | Event::InlineHtml(html) => [Some(Event::Text(html)), None],
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                [Some(Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })), None]
            }
            Event::End(TagEnd::Heading(level)) => [Some(Event::End(TagEnd::Heading(lower(level)))), None],
            other => [Some(other), None],
        }
        .into_iter()
        .flatten()
    });
    pulldown_cmark::html::push_html(&mut out, events);
    out
}

/// A link that has begun.
struct Open {
    way: Option<LinkTarget>,
    worded: bool,
}

/// A quoted cell has a class, so that pages can mark it. Its address is one of ours: ASCII without a quote.
fn start<'a>(link_type: LinkType, way: &LinkTarget, title: CowStr<'a>, id: CowStr<'a>) -> Event<'a> {
    if way.cell.is_some() {
        return Event::InlineHtml(format!("<a class=\"cell\" href=\"{}\">", way.address).into());
    }
    Event::Start(Tag::Link { link_type, dest_url: way.address.clone().into(), title, id })
}

fn end<'a>(open: Option<Open>) -> [Option<Event<'a>>; 2] {
    match open {
        Some(Open { way: Some(LinkTarget { cell: Some(cell), .. }), worded }) => {
            let words = (!worded).then(|| Event::Text(cell.into()));
            [words, Some(Event::InlineHtml("</a>".into()))]
        }
        Some(Open { way: Some(_), .. }) => [Some(Event::End(TagEnd::Link)), None],
        _ => [None, None],
    }
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
