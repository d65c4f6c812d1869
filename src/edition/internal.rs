//! The internal projection: the public one, and what only insiders may see.

use super::{AnnexView, BodyView, Day, Edition, Entry, Internal, RecordView, SignView, public};
use crate::{
    model::{Annex, Audience, Catalog, Clearance, Item, Record, Sign, TextPage, Withheld},
    text::Lang,
};

/// Projects everything.
pub(super) fn edition(catalog: &Catalog) -> Edition<'_, Internal> {
    let clearance = Clearance::grant();
    let inside = catalog.inside.reveal(&clearance);
    let everyone = public::edition(catalog);
    let lang = everyone.lang;
    let mut items: Vec<&Item> = catalog.open.items.iter().chain(&inside.items).collect();
    items.sort_by(|a, b| a.id.cmp(&b.id));
    let mut texts: Vec<&TextPage> = catalog.open.texts.iter().chain(&inside.texts).collect();
    texts.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    Edition {
        lang,
        site: everyone.site,
        site_annex: annex(&catalog.site.annex, catalog, &clearance),
        agency: Entry { view: everyone.agency.view, annex: annex(&catalog.agency.annex, catalog, &clearance) },
        offices: everyone
            .offices
            .into_iter()
            .zip(&catalog.agency.offices)
            .map(|(e, o)| Entry { view: e.view, annex: annex(&o.annex, catalog, &clearance) })
            .collect(),
        items: items
            .into_iter()
            .map(|i| Entry {
                view: public::item(i, &catalog.agency, lang),
                annex: annex(&i.annex, catalog, &clearance),
            })
            .collect(),
        records: records(catalog, lang, &clearance),
        texts: texts
            .into_iter()
            .map(|t| Entry {
                view: public::text(t, &catalog.source, lang),
                annex: annex(&t.annex, catalog, &clearance),
            })
            .collect(),
        theme: everyone.theme,
    }
}

fn records<'c>(catalog: &'c Catalog, lang: Lang, clearance: &Clearance) -> Vec<Entry<'c, Internal, RecordView<'c>>> {
    let inside = catalog.inside.reveal(clearance).records.iter().map(|r| (r, Audience::Internal));
    let open = catalog.open.records.iter().map(|r| (r, Audience::Public));
    let mut entries: Vec<_> = open
        .chain(inside)
        .map(|(r, audience)| Entry {
            view: public::record(r, audience, &catalog.source, lang),
            annex: record_annex(r, catalog, clearance),
        })
        .collect();
    entries.sort_by(|a: &Entry<'_, Internal, RecordView<'_>>, b| public::newest(&a.view, &b.view));
    entries
}

fn annex<'c>(annex: &'c crate::model::Internal<Annex>, catalog: &'c Catalog, clearance: &Clearance) -> AnnexView<'c> {
    let Annex { note, handler, phone, body } = annex.reveal(clearance);
    AnnexView {
        note: note.as_ref().map(|t| t.value.as_str()),
        handler: handler.as_ref().map(|t| t.value.as_str()),
        phone: phone.as_ref().map(|t| t.value.as_str()),
        body: body.map(|b| BodyView::of(&catalog.source, b.span)),
        ..AnnexView::default()
    }
}

fn record_annex<'c>(record: &'c Record, catalog: &'c Catalog, clearance: &Clearance) -> AnnexView<'c> {
    let review = record.review.reveal(clearance).as_ref();
    AnnexView {
        secrecy_review: review.map(|r| sign(&r.secrecy)),
        superior_review: review.and_then(|r| r.superior.as_ref()).map(sign),
        withheld: record.withheld.reveal(clearance).map(|why| match why {
            Withheld::Draft => "draft",
            Withheld::Unreviewed => "unreviewed",
            Withheld::SuperiorMissing => "superior-missing",
        }),
        ..annex(&record.annex, catalog, clearance)
    }
}

fn sign(sign: &Sign) -> SignView<'_> {
    SignView { by: &sign.by, on: sign.on.as_ref().map(Day::from) }
}
