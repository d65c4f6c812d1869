//! Markup that can only be looked at: tags read one by one, and only those that are known to be harmless.

use super::Verdict;
use crate::{text, text::Text};

/// What SVG draws with. Neither script nor what moves, embeds, links or listens.
const DRAWING: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textpath",
    "style",
    "lineargradient",
    "radialgradient",
    "stop",
    "clippath",
    "mask",
    "pattern",
    "marker",
    "switch",
    "filter",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "feconvolvematrix",
    "fediffuselighting",
    "fedisplacementmap",
    "fedistantlight",
    "fedropshadow",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "fepointlight",
    "fespecularlighting",
    "fespotlight",
    "fetile",
    "feturbulence",
];
/// What a page has with which a platform verifies that a site is its owner's.
const VERIFYING: &[&str] = &["html", "head", "meta", "title", "body", "p", "br"];
/// What the verification of Bing and a site map are made of.
const LISTING: &[&str] =
    &["users", "user", "urlset", "sitemapindex", "url", "sitemap", "loc", "lastmod", "changefreq", "priority"];

/// One opening tag: its name and its attributes, in lower case without prefixes.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// A drawing without scripts, handlers and references to anything outside itself.
pub(super) fn drawing(text: &str) -> Verdict {
    let tags = tags(text).ok_or_else(unread)?;
    if tags.first().is_none_or(|tag| tag.name != "svg") {
        return Err(text!("不是 SVG 图", "is no SVG drawing"));
    }
    let odd = tags.iter().find_map(|tag| {
        let attribute = tag.attributes.iter().find(|(name, value)| acts(name, value));
        if DRAWING.contains(&tag.name.as_str()) { Some(&attribute?.0) } else { Some(&tag.name) }
    });
    if let Some(odd) = odd {
        return Err(text!(
            "SVG 图中不能有 {odd}：不能有脚本、事件，也不能引用别处的文件",
            "there must be no {odd} in an SVG drawing: no scripts, no handlers, nothing from elsewhere"
        ));
    }
    // An escape could hide either of the two; a drawing needs none.
    if text.contains('\\') || text.contains("&#") { Err(unread()) } else { style(text) }
}

fn acts(name: &str, value: &str) -> bool {
    let refers = matches!(name, "href" | "src") && !value.trim().starts_with('#');
    name.starts_with("on") || name == "base" || refers || value.contains("javascript:")
}

/// A style that fetches nothing from another place.
pub(super) fn style(text: &str) -> Verdict {
    let lower = text.to_lowercase();
    let fetched = lower.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']));
    let away = |at: &str| {
        let address = at.split([')', '"', '\'']).next().unwrap_or_default();
        let held = ["data:image/", "data:font/"].iter().any(|begins| address.starts_with(begins));
        address.starts_with(['/', '\\']) || (address.contains(':') && !held)
    };
    let odd = if lower.contains("@import") { Some("@import") } else { None };
    match odd.or_else(|| fetched.into_iter().any(away).then_some("url()")) {
        Some(odd) => Err(text!("样式不能用 {odd} 引用别处的文件", "a style must not fetch from elsewhere by {odd}")),
        None => Ok(()),
    }
}

/// A page that says who owns a site, and nothing else.
pub(super) fn verification(text: &str) -> Verdict {
    let text = text.trim_start();
    let is_type = text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html>"));
    let tags = tags(if is_type { &text[15..] } else { text }).ok_or_else(unread)?;
    let plain = |tag: &Tag| match tag.name.as_str() {
        "meta" => tag.attributes.iter().all(|(name, value)| match name.as_str() {
            "name" | "content" | "charset" => true,
            "http-equiv" => value.eq_ignore_ascii_case("content-type"),
            _ => false,
        }),
        "html" => tag.attributes.iter().all(|(name, _)| name == "lang"),
        name => VERIFYING.contains(&name) && tag.attributes.is_empty(),
    };
    known(&tags, plain)
}

/// An XML file of one of the few kinds that stand at a site's root.
pub(super) fn listing(text: &str) -> Verdict {
    let tags = tags(text).ok_or_else(unread)?;
    known(&tags, |tag| {
        let name = |name: &str| matches!(name, "xmlns" | "xsi" | "schemalocation");
        LISTING.contains(&tag.name.as_str()) && tag.attributes.iter().all(|(of, _)| name(of))
    })
}

fn known(tags: &[Tag], is_known: impl Fn(&Tag) -> bool) -> Verdict {
    match tags.iter().find(|tag| !is_known(tag)) {
        Some(tag) => Err(text!("不能有 <{}>", "there must be no <{}>", tag.name)),
        None => Ok(()),
    }
}

fn unread() -> Text {
    text!(
        "写法超出了可以核对的范围：只用 UTF-8，不用 DOCTYPE、CDATA、处理指令和转义",
        "is written in ways that can't be checked: use UTF-8 without DOCTYPE, CDATA, processing instructions or escapes"
    )
}

/// Every opening tag; `None` where there is anything but tags, comments and text.
fn tags(text: &str) -> Option<Vec<Tag>> {
    let mut rest = text.trim_start();
    if rest.starts_with("<?xml ") {
        let (head, after) = rest.split_once("?>")?;
        let head = head.to_lowercase();
        let utf8 = !head.contains("encoding") || head.contains("\"utf-8\"") || head.contains("'utf-8'");
        rest = utf8.then_some(after)?;
    }
    let mut tags = Vec::new();
    while let Some((_, after)) = rest.split_once('<') {
        rest = if let Some(comment) = after.strip_prefix("!--") {
            comment.split_once("-->")?.1
        } else if let Some(closing) = after.strip_prefix('/') {
            closing.split_once('>')?.1
        } else {
            let (tag, after) = tag(after)?;
            tags.push(tag);
            after
        };
    }
    Some(tags)
}

/// The tag whose `<` was just read, and what follows it.
fn tag(text: &str) -> Option<(Tag, &str)> {
    let is_end = |c: char| c.is_whitespace() || c == '/' || c == '>';
    let (name, mut rest) = text.split_at(text.find(is_end)?);
    let mut tag = Tag { name: local(name)?, attributes: Vec::new() };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((tag, after));
        }
        let (name, after) = rest.split_at(rest.find(|c: char| is_end(c) || c == '=')?);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => value(after.trim_start())?,
            None => ("", after),
        };
        tag.attributes.push((local(name)?, value.to_lowercase()));
        rest = after;
    }
}

fn value(text: &str) -> Option<(&str, &str)> {
    match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].split_once(quote),
        _ => Some(text.split_at(text.find(|c: char| c.is_whitespace() || c == '>')?)),
    }
}

/// A name without its prefix; `None` where it is none.
fn local(name: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let local = name.rsplit(':').next().unwrap_or_default();
    (name.chars().all(plain) && !local.is_empty()).then(|| local.to_lowercase())
}
