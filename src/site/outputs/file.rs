//! Files whose bytes are there already.

use std::marker::PhantomData;

use crate::{
    edition::{Readership, Route},
    site::{Output, RenderError, Theme},
    source::{Blob, read_file},
};

/// A table, an attachment or a file of the site's root as it was authored: passed on in pieces, never held.
pub(super) struct Copied<'e, A> {
    route: &'e Route,
    blob: &'e Blob,
    audience: PhantomData<A>,
}

impl<'e, A> Copied<'e, A> {
    pub(super) fn of(route: &'e Route, blob: &'e Blob) -> Self {
        Self { route, blob, audience: PhantomData }
    }
}

impl<A: Readership> Output<A> for Copied<'_, A> {
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
pub(super) struct Asset<A> {
    route: Route,
    bytes: Vec<u8>,
    audience: PhantomData<A>,
}

impl<A> Asset<A> {
    pub(super) fn of(route: Route, bytes: Vec<u8>) -> Self {
        Self { route, bytes, audience: PhantomData }
    }
}

impl<A: Readership> Output<A> for Asset<A> {
    fn route(&self) -> &Route {
        &self.route
    }
    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        out.extend_from_slice(&self.bytes);
        Ok(())
    }
}
