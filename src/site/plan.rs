//! Every file of a site, known before anything is rendered.

use std::{borrow::Cow, collections::HashSet};

use super::{Index, Output, Sited, Theme, outputs, pages};
use crate::edition::{Edition, Readership, Route};

/// The files of the site of `A`, in a fixed order.
pub struct Plan<'e, A: Readership> {
    outputs: Vec<Box<dyn Output<A> + 'e>>,
}

/// Plans a site.
pub fn plan<'e, A: Sited>(edition: &'e Edition<'_, A>, index: &'e Index<'e, A>, theme: &Theme<A>) -> Plan<'e, A> {
    let mut outputs: Vec<Box<dyn Output<A> + 'e>> = Vec::new();
    pages::list(edition, index, &mut outputs);
    A::own(edition, index, &mut outputs);
    outputs::list(edition, index, theme, &mut outputs);
    Plan { outputs }
}

impl<'e, A: Readership> Plan<'e, A> {
    /// The files.
    pub fn outputs(&self) -> &[Box<dyn Output<A> + 'e>] {
        &self.outputs
    }

    /// Routes that two files claim, such as a generated file and one of `content/static/`: on a share of Windows,
    /// capitals make no other name.
    pub fn collisions(&self) -> Vec<&Route> {
        let mut seen = HashSet::new();
        self.outputs.iter().map(|o| o.route()).filter(|route| !seen.insert(folded(route.as_str()))).collect()
    }
}

fn folded(path: &str) -> Cow<'_, str> {
    if path.bytes().any(|b| b.is_ascii_uppercase()) { path.to_ascii_lowercase().into() } else { path.into() }
}
