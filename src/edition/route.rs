//! Addresses inside a site.

use std::fmt;

use serde::Serialize;

use crate::kinds::Address;

/// The path of a file inside a site: lower-case ASCII (save [`Route::at_root`]), relative, ending in a file. The only maker of
/// addresses; every page is one flat file, so that links work from `file://`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Route(String);

impl Route {
    /// A route from parts already known to be ids or file names.
    ///
    /// # Panics
    /// Where a part could not be a route: a mistake in the program, never in content, whose names are
    /// checked when they are read.
    pub fn new(path: impl Into<String>) -> Self {
        let path = path.into();
        Self::parse(&path).unwrap_or_else(|| panic!("not a route: {path}"))
    }

    /// The page of something authored, or the file itself where it is offered as it is.
    ///
    /// # Panics
    /// Where it has none, as above.
    pub fn of(address: Address<'_>) -> Self {
        Self::new(address.page().unwrap_or_else(|| panic!("{address:?} has no page")))
    }

    /// The same with another end: `filings/2026.csv` for `filings/2026.html`.
    pub fn with_end(&self, end: &str) -> Self {
        Self::new(format!("{}.{end}", self.0.rsplit_once('.').map_or(&*self.0, |(stem, _)| stem)))
    }

    /// A route from any path; `None` where it can't be one.
    pub fn parse(path: &str) -> Option<Self> {
        Self::is_valid(path).then(|| Self(path.to_owned()))
    }

    /// The route of a file at a site's root, which may have capitals: the platform that asks for it chose its name.
    /// `None` where it can't be one.
    pub fn at_root(name: &str) -> Option<Self> {
        let plain = !name.contains('/') && Self::is_valid(&name.to_ascii_lowercase());
        plain.then(|| Self(name.to_owned()))
    }

    fn is_valid(path: &str) -> bool {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_./".contains(&b);
        path.len() <= 180
            && path.bytes().all(plain)
            && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.'))
            && path.rsplit('/').next().is_some_and(|file| file.contains('.'))
    }

    /// The further pages of a list: `years/2026.html`, `years/2026_2.html`, … Ids have no underscore, so none collides.
    pub fn page(&self, number: usize) -> Self {
        match self.0.strip_suffix(".html") {
            Some(stem) if number > 1 => Self::new(format!("{stem}_{number}.html")),
            _ => self.clone(),
        }
    }

    /// The way from this file to the site's top: nothing, `../`, `../../`.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
