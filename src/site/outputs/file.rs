//! Files whose bytes are there already.

use sha2::{Digest, Sha256};

use crate::{
    edition::{Audience, Route},
    model::hex,
    site::{Output, RenderError, Theme},
    source::{Blob, read_file},
};

/// A table or an attachment as it lies beside its record.
pub(super) struct Copied<'e> {
    pub(super) route: &'e Route,
    pub(super) blob: &'e Blob,
    /// What the page says of it.
    pub(super) sha256: Option<&'e str>,
}

impl<A: Audience> Output<A> for Copied<'_> {
    fn route(&self) -> &Route {
        self.route
    }
    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let bytes = read_file(self.blob).map_err(|error| RenderError::new(self.route, error))?;
        if self.sha256.is_some_and(|expected| expected != hex(&Sha256::digest(&bytes))) {
            return Err(RenderError::new(self.route, "the file changed while the site was built"));
        }
        out.extend_from_slice(&bytes);
        Ok(())
    }
    fn is_authored(&self) -> bool {
        true
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
