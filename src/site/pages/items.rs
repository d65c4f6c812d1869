//! `items.html`, `items-by-office.html`, `items-by-audience.html`: every item, grouped three ways.

use std::{collections::BTreeMap, marker::PhantomData};

use serde::Serialize;

use super::category;
use crate::{
    edition::{Edition, Readership, Route},
    site::{Index, Output, Page, index::ItemLine},
    text::Word,
    words,
};

#[derive(Serialize)]
struct Items<'e, A> {
    /// `category`, `office` or `audience`.
    grouping: &'static str,
    total: usize,
    groups: Vec<ItemGroup<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

#[derive(Serialize)]
struct ItemGroup<'e> {
    /// Absent where an item has none.
    name: Option<&'e str>,
    route: Option<Route>,
    items: Vec<&'e ItemLine<'e>>,
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let mut page = |grouping, route, groups| {
        out.push(Box::new(Items {
            grouping,
            total: index.items.len(),
            groups,
            route: Route::new(route),
            audience: PhantomData::<A>,
        }));
    };
    page("category", "items.html", by_category(index));
    page("office", "items-by-office.html", by_office(edition, index));
    page("audience", "items-by-audience.html", by_audience(index));
}

fn by_category<'e, A: Readership>(index: &'e Index<'e, A>) -> Vec<ItemGroup<'e>> {
    let in_category = |id| index.items.iter().filter(|i| i.category.map(|c| c.id) == id).collect::<Vec<_>>();
    let mut groups: Vec<ItemGroup<'_>> = category::used(index)
        .into_iter()
        .map(|c| ItemGroup { name: Some(c.text), route: Some(category::route(c.id)), items: in_category(Some(c.id)) })
        .collect();
    let rest = in_category(None);
    if !rest.is_empty() {
        groups.push(ItemGroup { name: None, route: None, items: rest });
    }
    groups
}

fn by_office<'e, A: Readership>(edition: &'e Edition<'_, A>, index: &'e Index<'e, A>) -> Vec<ItemGroup<'e>> {
    let mut by_id: BTreeMap<&str, Vec<&ItemLine<'_>>> = BTreeMap::new();
    for item in &index.items {
        by_id.entry(item.office.id).or_default().push(item);
    }
    let offices = edition.offices.iter().filter_map(|office| {
        let items = by_id.remove(office.view.id)?;
        Some(ItemGroup { name: Some(office.view.name), route: Some(office.view.route.clone()), items })
    });
    offices.collect()
}

fn by_audience<'e, A: Readership>(index: &'e Index<'e, A>) -> Vec<ItemGroup<'e>> {
    let mut groups: Vec<ItemGroup<'_>> = Vec::new();
    for audience in words::Audience::ALL {
        let items: Vec<_> = index.items.iter().filter(|i| i.audience.is(*audience)).collect();
        if let Some(first) = items.first() {
            groups.push(ItemGroup { name: Some(first.audience.text), route: None, items });
        }
    }
    groups
}

impl<A: Readership> Page<A> for Items<'_, A> {
    const TEMPLATE: &'static str = "items.html";
    const SECTION: &'static str = "items";
    fn route(&self) -> &Route {
        &self.route
    }
}
