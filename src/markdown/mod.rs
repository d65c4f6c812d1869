//! Markdown: the references in a body, for the checks, its words, for the barrier, and its HTML, for the pages.
//!
//! Knows nothing of editions: whoever renders hands in what a link leads to.

mod asterisks;
mod html;
mod references;
mod words;

pub use html::{LinkTarget, html};
pub use references::{Reference, ReferenceKind, references};
pub use words::{Words, words};

use pulldown_cmark::Options;

/// `CommonMark`, with tables and strike-through.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'t> {
    /// A place in the same page (`#…`).
    Here,
    /// Another host, a mail address or a telephone: https, http, mailto, tel.
    Outside,
    /// A file of the content tree, relative to the file that has the link; without the fragment.
    Content(&'t str),
    /// A scheme that a page may not have, such as `javascript:`.
    Forbidden,
}

/// Sorts a link's destination.
pub fn target(destination: &str) -> Target<'_> {
    let clean: String =
        destination.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_lowercase();
    if clean.starts_with('#') {
        return Target::Here;
    }
    if ["https://", "http://", "mailto:", "tel:"].iter().any(|s| clean.starts_with(s)) {
        return Target::Outside;
    }
    if clean.starts_with("//")
        || clean.starts_with('\\')
        || clean.split(['/', '#', '?']).next().is_some_and(|head| head.contains(':'))
    {
        return Target::Forbidden;
    }
    Target::Content(destination.split(['#', '?']).next().unwrap_or_default())
}

/// The content path that a relative link leads to from a file; `None` where it leaves `content/`.
pub fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = if link.starts_with('/') { vec!["content"] } else { from.split('/').collect() };
    if !link.starts_with('/') {
        parts.pop();
    }
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    (parts.first() == Some(&"content")).then(|| parts.join("/"))
}
