//! What insiders see of texts.

use super::Insider;
use crate::{
    edition::{Insiders, Seen, TextAnnex, TextView, public},
    kinds::TextPage,
};

impl<'d> Insider<'d, '_, '_> {
    /// Every text, in their order.
    pub(super) fn texts(&self) -> Vec<Seen<Insiders, TextView<'d>>> {
        let mut texts: Vec<&TextPage> = self.catalog.open.texts.iter().chain(&self.shelf().texts).collect();
        texts.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        let seen = |text: &'d TextPage| Seen {
            view: public::text(text, &self.catalog.source, self.lang),
            annex: TextAnnex {
                annex: self.annex(&text.annex),
                reviews: self.reviews(&text.review),
                withheld: self.withheld(&text.withheld),
            },
        };
        texts.into_iter().map(seen).collect()
    }
}
