//! One page kind = one struct, which is its template's context.

mod agency;
mod category;
mod home;
mod item;
mod items;
mod not_found;
mod office;
mod pager;
mod record;
mod records;
mod text;
mod year;

use super::{Index, Output};
use crate::edition::{Audience, Edition, Route};

/// Lists every page of a site.
pub(super) fn list<'e, A: Audience>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    home::list(edition, index, out);
    items::list(edition, index, out);
    item::list(edition, index, out);
    office::list(edition, index, out);
    category::list(index, out);
    records::list(index, out);
    year::list(index, out);
    record::list(edition, index, out);
    agency::list(edition, out);
    text::list(edition, index, out);
    not_found::list(out);
}

/// The pages that are neither an item, a record nor a text, without the further pages of lists.
pub(super) fn standing<A: Audience>(edition: &Edition<'_, A>, index: &Index<'_>) -> Vec<Route> {
    let fixed = [
        "index.html",
        "items.html",
        "items-by-office.html",
        "items-by-audience.html",
        "records.html",
        "agency.html",
        "texts.html",
    ];
    let mut routes: Vec<Route> = fixed.into_iter().map(Route::new).collect();
    routes.extend(edition.offices.iter().map(|o| o.view.route.clone()));
    routes.extend(category::used(index).into_iter().map(|c| category::route(c.id)));
    routes.extend(index.of_year.keys().map(|year| year::route(year.0)));
    routes
}
