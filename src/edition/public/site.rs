//! What the public may see of the site itself and of what stands at its root.

use super::opt;
use crate::{
    edition::{Readership, RootFileView, Route, SiteView},
    kinds::{self, Site},
    source::Source,
};

pub(super) fn site(site: &Site) -> SiteView<'_> {
    let Site {
        name,
        description,
        language: _,
        theme: _,
        base_url,
        domain,
        site_code,
        icp,
        police_record,
        code_pattern: _,
        policy: _,
        filing: _,
        weights: _,
        annex: _,
    } = site;
    SiteView {
        name,
        description,
        base_url: opt(base_url),
        domain: opt(domain),
        site_code: opt(site_code),
        icp: opt(icp),
        police_record: opt(police_record),
    }
}

/// The files that must stand at the root of an audience's site.
pub(in crate::edition) fn root_files<A: Readership>(source: &Source) -> Vec<RootFileView<'_>> {
    let files = kinds::root_files(source, A::NAME);
    files.filter_map(|(name, file)| Some(RootFileView { route: Route::at_root(name)?, file })).collect()
}
