//! `changes.html`: items added, adjusted and terminated (动态管理), newest first.

use std::{cmp::Reverse, marker::PhantomData};

use serde::Serialize;

use crate::{
    edition::{ChangeView, Edition, ItemView, Readership, Route},
    site::{Output, Page},
};

#[derive(Serialize)]
struct ChangesPage<'e, A> {
    changes: Vec<Changed<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

#[derive(Serialize)]
struct Changed<'e> {
    item: &'e ItemView<'e>,
    change: &'e ChangeView<'e>,
}

/// Where it stands.
pub(super) fn route() -> Route {
    Route::new("changes.html")
}

pub(super) fn list<'e, A: Readership>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    let of = |item: &'e ItemView<'_>| item.changes.iter().map(move |change| Changed { item, change });
    let mut changes: Vec<Changed<'_>> = edition.items.iter().flat_map(|entry| of(&entry.view)).collect();
    changes.sort_by_key(|changed| (Reverse(changed.change.on), changed.item.id));
    out.push(Box::new(ChangesPage { changes, route: route(), audience: PhantomData::<A> }));
}

impl<A: Readership> Page<A> for ChangesPage<'_, A> {
    const TEMPLATE: &'static str = "changes.html";
    const SECTION: &'static str = "items";
    fn route(&self) -> &Route {
        &self.route
    }
}
