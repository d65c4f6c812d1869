//! Files that are no pages for reading: attachments, assets, the feed and the site map.

mod archive;
pub(super) mod csv;
mod feed;
mod file;
pub(super) mod filing;
pub(super) mod ical;
mod sitemap;
mod xlsx;
mod zip;

use std::{collections::BTreeMap, marker::PhantomData};

use chrono::NaiveDate;

use super::{Index, Output, Sited, Theme};
use crate::edition::{Edition, Readership, Route, TableView};

/// Lists them.
pub(super) fn list<'e, A: Sited>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    theme: &Theme<A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    beside(edition, out);
    for (route, bytes) in theme.assets() {
        out.push(Box::new(file::Asset::<A>::of(route.clone(), bytes.clone())));
    }
    for file in &edition.root_files {
        out.push(Box::new(file::Copied::<A>::of(&file.route, file.file)));
    }
    archive::list(edition, index, out);
    if A::HAS_FEED && edition.site.view.base_url.is_some() {
        out.push(Box::new(feed::Feed::of(edition, index)));
        out.push(Box::new(sitemap::Sitemap::of(edition, index)));
    }
}

/// The files beside records. Two records may name one file; one that is an attachment too stays as it was authored, as
/// its hash is on a page.
fn beside<'e, A: Readership>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    let mut copied: BTreeMap<&Route, file::Copied<'e, A>> = BTreeMap::new();
    let mut tables: BTreeMap<&Route, (&'e TableView<'e>, NaiveDate)> = BTreeMap::new();
    for record in &edition.records {
        for attachment in &record.view.attachments {
            let Some(blob) = attachment.file else { continue };
            let copy = file::Copied::of(&attachment.route, blob);
            copied.entry(&attachment.route).or_insert(copy);
        }
        let on = record.view.formed_on.unwrap_or(record.view.listed_on);
        record.view.tables.iter().for_each(|table| {
            tables.entry(&table.route).or_insert((table, on));
        });
    }
    let plain = tables.iter().filter(|(route, _)| !copied.contains_key(*route));
    out.extend(plain.filter_map(|(_, (table, _))| csv::of(table)));
    for (table, on) in tables.into_values() {
        if let Some(route) = table.xlsx.as_ref().filter(|route| !copied.contains_key(route)) {
            out.push(Box::new(xlsx::Xlsx { route, table, on, audience: PhantomData::<A> }));
        }
    }
    for copy in copied.into_values() {
        out.push(Box::new(copy));
    }
}
