//! What insiders see of items.

use super::Insider;
use crate::{
    edition::{Insiders, ItemAnnex, ItemView, Seen, public},
    kinds::Item,
};

impl<'d> Insider<'d, '_, '_> {
    /// Every item, by id.
    pub(super) fn items(&self) -> Vec<Seen<Insiders, ItemView<'d>>> {
        let mut items: Vec<&Item> = self.catalog.open.items.iter().chain(&self.shelf().items).collect();
        items.sort_by(|a, b| a.id.cmp(&b.id));
        let seen = |item: &'d Item| Seen {
            view: public::item(item, &self.catalog.agency, self.lang),
            annex: ItemAnnex {
                annex: self.annex(&item.annex),
                reviews: self.reviews(&item.review),
                withheld: self.withheld(&item.withheld),
            },
        };
        items.into_iter().map(seen).collect()
    }
}
