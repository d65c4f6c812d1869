//! Files that are no pages for reading: attachments, assets, the feed and the site map.

mod archive;
mod feed;
mod file;
pub(super) mod filing;
pub(super) mod ical;
mod sitemap;

use std::collections::BTreeMap;

use super::{Index, Output, Theme};
use crate::edition::{Audience, Edition, Public, Route};

/// Lists them.
pub(super) fn list<'e, A: Audience>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e>,
    theme: &Theme<A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let mut copied: BTreeMap<&Route, file::Copied<'e>> = BTreeMap::new(); // two records may name one file
    for record in &edition.records {
        let tables = record.view.tables.iter().filter_map(|t| t.file.map(|f| (&t.route, f, None)));
        let attachments = record.view.attachments.iter().filter_map(|a| a.file.map(|f| (&a.route, f, Some(a.sha256))));
        for (route, blob, sha256) in tables.chain(attachments) {
            let copy = copied.entry(route).or_insert(file::Copied { route, blob, sha256 });
            copy.sha256 = copy.sha256.or(sha256);
        }
    }
    for copy in copied.into_values() {
        out.push(Box::new(copy));
    }
    for (route, bytes) in theme.assets() {
        out.push(Box::new(file::Asset { route: route.clone(), bytes: bytes.clone() }));
    }
    archive::list(edition, out);
    if A::NAME == Public::NAME && edition.site.base_url.is_some() {
        out.push(Box::new(feed::Feed::of(edition, index)));
        out.push(Box::new(sitemap::Sitemap::of(edition, index)));
    }
}
