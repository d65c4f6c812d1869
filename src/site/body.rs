//! A body of Markdown inside a page, rendered as the page is and dropped with it.

use std::collections::HashMap;

use serde::{Serialize, Serializer};

use crate::{
    edition::{BodyView, Route},
    markdown::{Target, html, resolve, target},
};

/// Content path → address, of everything that an edition holds. What it does not hold has no address,
/// so a link to it can't be made.
pub(super) type Links = HashMap<String, Route>;

/// A body on its way into a page.
pub(super) struct Body<'e> {
    /// What is rendered.
    pub view: BodyView<'e>,
    /// The way from the page to the site's top.
    pub root: String,
    /// What links lead to.
    pub links: &'e Links,
}

impl Body<'_> {
    fn address(&self, destination: &str) -> Option<String> {
        let path = match target(destination) {
            Target::Here | Target::Outside => return Some(destination.to_owned()),
            Target::Forbidden => return None,
            Target::Content(path) => resolve(self.view.from, path)?,
        };
        let fragment = destination.find('#').map_or("", |at| &destination[at..]);
        self.links.get(&path).map(|route| format!("{}{route}{fragment}", self.root))
    }
}

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&html(self.view.text, &|destination| self.address(destination)))
    }
}
