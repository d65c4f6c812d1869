//! The site and what stands at its root, as a page can hold them.

use serde::Serialize;

use super::{AnnexView, Viewed};
use crate::{edition::Route, source::Blob};

/// 站点
#[derive(Clone, Copy, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Site`
pub struct SiteView<'c> {
    pub name: &'c str,
    pub description: &'c str,
    pub base_url: Option<&'c str>,
    pub domain: Option<&'c str>,
    pub site_code: Option<&'c str>,
    pub icp: Option<&'c str>,
    pub police_record: Option<&'c str>,
}

/// A file that stands at the site's root.
#[derive(Clone)]
pub struct RootFileView<'c> {
    /// Its address.
    pub route: Route,
    /// Where it is read from.
    pub file: &'c Blob,
}

impl<'c> Viewed for SiteView<'c> {
    type Annex = AnnexView<'c>;
}
