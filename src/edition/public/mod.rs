//! The public projection. It has no clearance, so nothing closed can pass, and it takes every model type
//! apart field by field: a new field does not compile until someone decides here who sees it.

mod agency;
mod exercise;
mod item;
mod promise;
mod record;
mod supervision;

pub(super) use agency::office_ref;
pub(super) use exercise::{exercise, stage};
pub(super) use item::item;
pub(super) use promise::{promise, promises, record_ref, undated};
pub(super) use record::{human_size, newest, record, withdrawn};
pub(super) use supervision::{release, statistics};

use super::{
    BodyView, Day, Edition, Entry, ExerciseView, Public, RootFileView, Route, SiteView, Supervision, TextView,
};
use crate::{
    calendar::AsOf,
    diag::Spanned,
    kinds::{self, Address, Kind, Site, TextPage},
    load::Catalog,
    read::{Date, Text},
    source::Source,
    text::{Label, Lang, Word},
    words::Audience,
};

/// Projects what the public may see.
pub(super) fn edition(catalog: &Catalog, as_of: AsOf) -> Edition<'_, Public> {
    let Catalog {
        source,
        site: settings,
        agency: body,
        calendars,
        open,
        inside: _,
        filings: _,
        feedback: _,
        accountability: _,
        assessments: _,
        waivers: _,
        item_ids: _,
    } = catalog;
    let lang = settings.language;
    let entry = |view| Entry { view, annex: () };
    let disclosed = open.records.iter().filter(|r| r.withdrawn().is_none());
    let mut records: Vec<_> = disclosed.map(|r| record(r, Audience::Public, source, lang)).collect();
    records.sort_by(newest);
    Edition {
        lang,
        as_of: Day(as_of.0),
        site: site(settings),
        site_annex: (),
        agency: Entry { view: agency::agency(body, lang), annex: () },
        offices: body.offices.iter().map(|o| Entry { view: agency::office(o), annex: () }).collect(),
        items: open.items.iter().map(|i| Entry { view: item(i, body, lang), annex: () }).collect(),
        records: records.into_iter().map(entry).collect(),
        withdrawn: open.records.iter().filter_map(withdrawn).collect(),
        exercises: exercises(catalog, lang).into_iter().map(|view| Entry { view, annex: () }).collect(),
        supervision: Supervision {
            limits: supervision::limits(&settings.policy, lang),
            statistics: statistics(&open.statistics, lang)
                .into_iter()
                .map(|(view, _)| Entry { view, annex: () })
                .collect(),
            answers: supervision::releases(&open.answers),
            findings: supervision::releases(&open.findings),
        },
        inside: (),
        texts: open.texts.iter().map(|t| Entry { view: text(t, source, lang), annex: () }).collect(),
        promises: settings.policy.public_timeliness.then(|| promises(catalog, as_of, as_of.0, lang)),
        due_soon_days: settings.policy.due_soon_days,
        years: calendars.iter().map(promise::year).collect(),
        root_files: root_files(source, Audience::Public),
        theme: opt(&settings.theme),
    }
}

/// The files that must stand at the root of an audience's site.
pub(super) fn root_files(source: &Source, audience: Audience) -> Vec<RootFileView<'_>> {
    let files = kinds::root_files(source, audience.token());
    files.filter_map(|(name, file)| Some(RootFileView { route: Route::at_root(name)?, file })).collect()
}

/// Newest first.
fn exercises(catalog: &Catalog, lang: Lang) -> Vec<ExerciseView<'_>> {
    let shelf = &catalog.open;
    let views = shelf
        .exercises
        .iter()
        .filter_map(|e| Some(exercise(e, shelf.item(&e.item)?, Audience::Public, &catalog.agency, lang)));
    let mut views: Vec<_> = views.collect();
    views.sort_by(|a, b| (b.listed_on, a.id).cmp(&(a.listed_on, b.id)));
    views
}

pub(super) fn opt(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|t| t.value.as_str())
}

pub(super) fn day(date: &Option<Date>) -> Option<Day> {
    date.as_ref().map(Day::from)
}

fn label<W: Word>(word: &Option<Spanned<W>>, lang: Lang) -> Option<Label> {
    word.as_ref().map(|w| w.value.label(lang))
}

fn site(site: &Site) -> SiteView<'_> {
    let Site {
        name,
        description,
        language: _,
        theme: _,
        base_url,
        domain,
        site_code,
        icp,
        police_record,
        code_pattern: _,
        policy: _,
        filing: _,
        weights: _,
        annex: _,
    } = site;
    SiteView {
        name,
        description,
        base_url: opt(base_url),
        domain: opt(domain),
        site_code: opt(site_code),
        icp: opt(icp),
        police_record: opt(police_record),
    }
}

pub(super) fn text<'c>(text: &'c TextPage, source: &'c Source, lang: Lang) -> TextView<'c> {
    let TextPage {
        id,
        place: _,
        reach: _,
        title,
        audience,
        order: _,
        summary,
        formed_on,
        published_on,
        review: _,
        withheld: _,
        body,
        annex: _,
    } = text;
    TextView {
        id,
        route: Route::of(Address::of(Kind::Page, id)),
        title,
        audience: audience.value.label(lang),
        summary,
        formed_on: day(formed_on),
        published_on: day(published_on),
        body: BodyView::of(source, body.span),
    }
}
