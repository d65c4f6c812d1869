//! The internal projection: the public one, and what only insiders may see.

mod accountability;
mod assessment;
mod exercise;
mod feedback;
mod filing;
mod inspection;
mod item;
mod promise;
mod record;
mod release;
mod statistics;
mod text;

pub use accountability::*;
pub use assessment::*;
pub use feedback::*;
pub use filing::*;
pub use inspection::*;

use chrono::NaiveDate;

use super::{
    AnnexView, BodyView, Edition, HeldStatisticsView, Insiders, ItemRef, Promises, ReviewsView, Route, Seen, SignView,
    Supervision,
    public::{self, day, opt},
};
use crate::{
    day::Day,
    kinds::{Address, Annex, Clearance, Internal as Closed, Item, Kind, Review, Sign, Withheld},
    load::{Catalog, Shelf},
    read::FieldText,
    text::Lang,
};

/// What only insiders know of at all.
pub struct InsideView<'c> {
    /// 备案表, newest first.
    pub filings: Vec<FilingView<'c>>,
    /// 投诉举报和评议意见, newest first.
    pub feedback: Vec<FeedbackView<'c>>,
    /// Statistics of complaints that are not published yet.
    pub statistics: Vec<HeldStatisticsView<'c>>,
    /// 责任追究, newest first.
    pub accountability: Vec<AccountabilityView<'c>>,
    /// 考核评价, newest first.
    pub assessments: Vec<AssessmentView<'c>>,
    /// 巡查检查, newest first.
    pub inspections: Vec<InspectionView<'c>>,
}

/// Projects everything.
pub(super) fn edition<'d>(day: &'d Day<'_>) -> Edition<'d, Insiders> {
    let clearance = Clearance::grant();
    let everyone = public::edition(day);
    let catalog = day.catalog;
    let desk = Insider { day, catalog, lang: everyone.lang, clearance: &clearance };
    let Supervision { limits, statistics: _, answers, findings } = everyone.supervision;
    Edition {
        lang: everyone.lang,
        as_of: everyone.as_of,
        site: Seen { view: everyone.site.view, annex: desk.annex(&catalog.site.annex) },
        agency: Seen { view: everyone.agency.view, annex: desk.annex(&catalog.agency.annex) },
        offices: everyone
            .offices
            .into_iter()
            .zip(&catalog.agency.offices)
            .map(|(seen, office)| Seen { view: seen.view, annex: desk.annex(&office.annex) })
            .collect(),
        items: desk.items(),
        records: desk.records(),
        withdrawn: Vec::new(),
        texts: desk.texts(),
        exercises: desk.exercises(),
        supervision: Supervision { limits, statistics: desk.statistics(), answers, findings },
        inside: InsideView {
            filings: desk.filings(),
            feedback: desk.feedback(),
            statistics: desk.held_statistics(),
            accountability: desk.accountability(),
            assessments: desk.assessments(),
            inspections: desk.inspections(),
        },
        promises: Some(promise::promises(day, day.until, everyone.lang, &clearance)),
        due_soon_days: everyone.due_soon_days,
        years: everyone.years,
        root_files: public::root_files::<Insiders>(&catalog.source),
        theme: everyone.theme,
    }
}

/// Every promise that began by a day, with who has to act and what was waived.
pub(super) fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Insiders> {
    promise::promises(day, by, lang, &Clearance::grant())
}

/// What a view of one thing is made from.
struct Insider<'d, 'x, 'l> {
    day: &'d Day<'x>,
    catalog: &'d Catalog,
    lang: Lang,
    clearance: &'l Clearance,
}

impl<'d> Insider<'d, '_, '_> {
    fn shelf(&self) -> &'d Shelf {
        self.catalog.inside.reveal(self.clearance)
    }

    fn item(&self, id: &str) -> Option<&'d Item> {
        self.catalog.open.item(id).or_else(|| self.shelf().item(id))
    }

    fn item_ref(&self, id: &'d FieldText) -> ItemRef<'d> {
        self.item(id).map_or(ItemRef { name: id, route: None }, item_ref)
    }

    fn annex(&self, annex: &'d Closed<Annex>) -> AnnexView<'d> {
        let Annex { note, handler, phone, body } = annex.reveal(self.clearance);
        let body = body.map(|b| BodyView::of(&self.catalog.source, b.span));
        AnnexView { note: opt(note), handler: opt(handler), phone: opt(phone), body }
    }

    fn reviews(&self, review: &'d Closed<Option<Review>>) -> ReviewsView<'d> {
        let review = review.reveal(self.clearance).as_ref();
        ReviewsView {
            secrecy_review: review.map(|r| sign(&r.secrecy)),
            superior_review: review.and_then(|r| r.superior.as_ref()).map(sign),
        }
    }

    /// The word that pages know a reason by.
    fn withheld(&self, why: &Closed<Option<Withheld>>) -> Option<&'static str> {
        why.reveal(self.clearance).map(|why| match why {
            Withheld::Draft => "draft",
            Withheld::Unreviewed => "unreviewed",
            Withheld::SuperiorMissing => "superior-missing",
            Withheld::ItemUnreviewed => "item-unreviewed",
        })
    }
}

fn sign(sign: &Sign) -> SignView<'_> {
    SignView { by: &sign.by, on: day(&sign.on) }
}

fn item_ref(item: &Item) -> ItemRef<'_> {
    ItemRef { name: &item.name, route: Some(Route::of(Address::of(Kind::Item, &item.id))) }
}
