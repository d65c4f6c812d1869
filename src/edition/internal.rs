//! The internal projection: the public one, and what only insiders may see.

use chrono::{Days, NaiveDate};

use super::{
    ActView, AnnexView, BodyView, Day, Edition, Entry, Internal, PromiseView, Promises, RecordView, SignView,
    Supervision, WaiverView, inside,
    public::{self, opt},
};
use crate::{
    calendar::AsOf,
    kinds::{
        Agency, Annex, Clearance, Internal as Closed, Item, Record, Review, Sign, Statistics, TextPage, Waiver,
        Withheld,
    },
    load::Catalog,
    read::Text,
    schedule::{Ledger, Obligation, obligations},
    text::{Lang, Word},
    words::{Act, Audience},
};

/// How far ahead insiders see what will be due.
const AHEAD: Days = Days::new(366);

/// Projects everything.
pub(super) fn edition(catalog: &Catalog, as_of: AsOf) -> Edition<'_, Internal> {
    let clearance = Clearance::grant();
    let shelf = catalog.inside.reveal(&clearance);
    let everyone = public::edition(catalog, as_of);
    let lang = everyone.lang;
    let mut items: Vec<&Item> = catalog.open.items.iter().chain(&shelf.items).collect();
    items.sort_by(|a, b| a.id.cmp(&b.id));
    let mut texts: Vec<&TextPage> = catalog.open.texts.iter().chain(&shelf.texts).collect();
    texts.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    Edition {
        lang,
        as_of: everyone.as_of,
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
                annex: AnnexView {
                    withheld: withheld(&i.withheld, &clearance),
                    ..reviewed(&i.review, annex(&i.annex, catalog, &clearance), &clearance)
                },
            })
            .collect(),
        records: records(catalog, lang, &clearance),
        withdrawn: Vec::new(),
        texts: texts
            .into_iter()
            .map(|t| Entry {
                view: public::text(t, &catalog.source, lang),
                annex: AnnexView {
                    withheld: withheld(&t.withheld, &clearance),
                    ..reviewed(&t.review, annex(&t.annex, catalog, &clearance), &clearance)
                },
            })
            .collect(),
        exercises: inside::exercises(catalog, lang, &clearance),
        supervision: supervision(catalog, lang, everyone.supervision, &clearance),
        inside: inside::inside(catalog, as_of, lang, &clearance),
        promises: Some(promises(catalog, as_of, as_of.0 + AHEAD, lang)),
        due_soon_days: everyone.due_soon_days,
        years: everyone.years,
        root_files: public::root_files(&catalog.source, Audience::Internal),
        theme: everyone.theme,
    }
}

/// Every promise, with who has to act and what was waived.
pub(super) fn promises(catalog: &Catalog, as_of: AsOf, until: NaiveDate, lang: Lang) -> Promises<'_, Internal> {
    let clearance = Clearance::grant();
    let ledger = Ledger::whole(catalog, &clearance).waived_by(catalog.waivers.reveal(&clearance));
    let derived = obligations(&ledger, as_of, until);
    Promises {
        list: derived.obligations.iter().map(|promise| entry(promise, &catalog.agency, lang)).collect(),
        undated: derived.undated.iter().map(|u| public::undated(u, &catalog.agency, lang)).collect(),
    }
}

fn entry<'c>(promise: &Obligation<'c>, agency: &'c Agency, lang: Lang) -> Entry<'c, Internal, PromiseView<'c>> {
    Entry { view: public::promise(promise, agency, lang), annex: promise_annex(promise, agency, lang) }
}

fn promise_annex<'c>(promise: &Obligation<'c>, agency: &'c Agency, lang: Lang) -> AnnexView<'c> {
    let waived = |waiver: &'c Waiver| WaiverView {
        reason: &waiver.reason,
        owner: &waiver.owner,
        until: waiver.until.as_ref().map(Day::from),
    };
    AnnexView {
        act: promise.act.map(|next| act(next, promise.subject.office(), agency, lang)),
        draft: promise.draft.map(public::record_ref),
        waiver: promise.waiver.map(waived),
        ..AnnexView::default()
    }
}

/// What is next, and whose turn it is.
pub(super) fn act<'c>(act: Act, office: &'c Text, agency: &'c Agency, lang: Lang) -> ActView<'c> {
    let who = match act {
        Act::Write | Act::Confirm | Act::Answer | Act::ReportBack => {
            agency.office(office).map_or(&*office.value, |o| &o.name)
        }
        Act::Submit | Act::Review | Act::Publish => {
            agency.disclosure_office.as_ref().map_or(&*agency.name, |o| &o.name)
        }
        Act::SuperiorReview => &agency.superior,
    };
    ActView { act: act.label(lang), who }
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

pub(super) fn annex<'c>(annex: &'c Closed<Annex>, catalog: &'c Catalog, clearance: &Clearance) -> AnnexView<'c> {
    let Annex { note, handler, phone, body } = annex.reveal(clearance);
    AnnexView {
        note: opt(note),
        handler: opt(handler),
        phone: opt(phone),
        body: body.map(|b| BodyView::of(&catalog.source, b.span)),
        ..AnnexView::default()
    }
}

/// What was released, and who reviewed that.
fn supervision<'c>(
    catalog: &'c Catalog,
    lang: Lang,
    everyone: Supervision<'c, super::Public>,
    clearance: &Clearance,
) -> Supervision<'c, Internal> {
    let Supervision { limits, statistics: _, answers, findings } = everyone;
    let statistics = public::statistics(&catalog.open.statistics, lang).into_iter();
    let entry = |(view, release): (_, &'c Statistics)| Entry {
        view,
        annex: reviewed(&release.review, AnnexView::default(), clearance),
    };
    Supervision { limits, statistics: statistics.map(entry).collect(), answers, findings }
}

/// An annex with the reviews.
fn reviewed<'c>(review: &'c Closed<Option<Review>>, annex: AnnexView<'c>, clearance: &Clearance) -> AnnexView<'c> {
    let review = review.reveal(clearance).as_ref();
    AnnexView {
        secrecy_review: review.map(|r| sign(&r.secrecy)),
        superior_review: review.and_then(|r| r.superior.as_ref()).map(sign),
        ..annex
    }
}

/// The word that pages know a reason by.
fn withheld(why: &Closed<Option<Withheld>>, clearance: &Clearance) -> Option<&'static str> {
    why.reveal(clearance).map(|why| match why {
        Withheld::Draft => "draft",
        Withheld::Unreviewed => "unreviewed",
        Withheld::SuperiorMissing => "superior-missing",
        Withheld::ItemUnreviewed => "item-unreviewed",
    })
}

fn record_annex<'c>(record: &'c Record, catalog: &'c Catalog, clearance: &Clearance) -> AnnexView<'c> {
    AnnexView {
        archive_no: opt(record.archive_no.reveal(clearance)),
        withheld: withheld(&record.withheld, clearance),
        sheets: inside::sheets(record, catalog, clearance),
        ..reviewed(&record.review, annex(&record.annex, catalog, clearance), clearance)
    }
}

pub(super) fn sign(sign: &Sign) -> SignView<'_> {
    SignView { by: &sign.by, on: sign.on.as_ref().map(Day::from) }
}
