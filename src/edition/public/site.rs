//! What the public may see of the site itself and of what stands at its root.

use super::opt;
use crate::{
    edition::{Audience, RootFileView, Route, SiteView},
    kinds::Site,
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

/// The files of its folder of `content/static/`.
pub(in crate::edition) fn root_files<A: Audience>(source: &Source) -> Vec<RootFileView<'_>> {
    let of = |path: &str| Route::at_root(path.strip_prefix(A::ROOT_FILES)?);
    source.root_files().filter_map(|(path, file)| Some(RootFileView { route: of(path)?, file })).collect()
}
