//! One file of a site: its route and how its bytes are made.

use std::{fmt, io};

use serde::Serialize;

use super::Theme;
use crate::{
    edition::{Readership, Route},
    source::{self, Blob},
    text,
    text::Text,
};

/// A file of the site of `A`. Pages, feeds, attachments and assets are all outputs: there is no side door.
pub trait Output<A: Readership>: Send + Sync {
    /// Where it goes.
    fn route(&self) -> &Route;
    /// The file that it is a copy of: that is passed on in pieces, and `render` is not asked.
    fn copied(&self) -> Option<&Blob> {
        None
    }
    /// Appends its bytes.
    ///
    /// # Errors
    /// A template that fails, or an attachment that can't be read.
    fn render(&self, theme: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError>;
}

/// A page: a struct that *is* its template's context.
pub trait Page<A: Readership>: Serialize + Send + Sync {
    /// Name of its template.
    const TEMPLATE: &'static str;
    /// The part of the site that it belongs to, marked in the navigation.
    const SECTION: &'static str;
    /// Where it goes.
    fn route(&self) -> &Route;
    /// The way to the site's top.
    fn root(&self) -> String {
        self.route().to_root()
    }
}

impl<A: Readership, P: Page<A>> Output<A> for P {
    fn route(&self) -> &Route {
        Page::route(self)
    }
    fn render(&self, theme: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        theme.render(self, out)
    }
}

/// Why a file could not be made.
#[derive(Debug)]
pub struct RenderError {
    /// Which file of the site, or which file of the theme.
    pub what: String,
    /// Why.
    pub why: Text,
}

impl RenderError {
    pub(super) fn said(what: impl fmt::Display, why: Text) -> Self {
        Self { what: what.to_string(), why }
    }

    /// A file of the content that can't be read, or is not what was checked.
    pub fn unread(route: &Route, error: &io::Error) -> Self {
        let Text { zh, en } = source::said(error);
        let why = text!(
            "文件在生成期间被改动或者移走，请重新运行（{zh}）",
            "the file changed or was moved while the site was built; run again ({en})"
        );
        Self::said(route, why)
    }

    /// For people.
    pub fn message(&self) -> Text {
        let (what, Text { zh, en }) = (&self.what, &self.why);
        text!("无法生成 {what}：{zh}", "{what} can't be made: {en}")
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for RenderError {}
