//! Files whose bytes are there already.

use crate::{
    edition::{Audience, Route},
    site::{Output, RenderError, Theme},
    source::{Blob, read_file},
};

/// A table, an attachment or a file of the site's root as it was authored: passed on in pieces, never held.
pub(super) struct Copied<'e> {
    pub(super) route: &'e Route,
    pub(super) blob: &'e Blob,
}

impl<A: Audience> Output<A> for Copied<'_> {
    fn route(&self) -> &Route {
        self.route
    }
    fn copied(&self) -> Option<&Blob> {
        Some(self.blob)
    }
    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let bytes = read_file(self.blob).map_err(|error| RenderError::unread(self.route, &error))?;
        out.extend_from_slice(&bytes);
        Ok(())
    }
}

/// A file of the theme.
pub(super) struct Asset {
    pub(super) route: Route,
    pub(super) bytes: Vec<u8>,
}

impl<A: Audience> Output<A> for Asset {
    fn route(&self) -> &Route {
        &self.route
    }
    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        out.extend_from_slice(&self.bytes);
        Ok(())
    }
}
