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

use chrono::NaiveDate;

use super::{BodyView, Edition, Entry, ExerciseView, Public, RootFileView, Route, SiteView, Supervision, TextView};
use crate::{
    day::Day,
    diag::Spanned,
    kinds::{Site, TextPage},
    load::Catalog,
    read::{Date, Text},
    source::Source,
    text::{Label, Lang, Word},
    words::Audience,
};

/// Projects what the public may see.
pub(super) fn edition<'d>(day: &'d Day<'_>) -> Edition<'d, Public> {
    let (catalog, as_of) = (day.catalog, day.as_of);
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
        as_of: as_of.0,
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
        promises: settings.policy.public_timeliness.then(|| promises(day, as_of.0, lang)),
        due_soon_days: settings.policy.due_soon_days,
        years: calendars.iter().map(promise::year).collect(),
        root_files: root_files(source, "content/static/public/"),
        theme: opt(&settings.theme),
    }
}

/// The files of one folder of `content/static/`.
pub(super) fn root_files<'c>(source: &'c Source, folder: &str) -> Vec<RootFileView<'c>> {
    let of = |path: &str| Route::at_root(path.strip_prefix(folder)?);
    source.root_files().filter_map(|(path, file)| Some(RootFileView { route: of(path)?, file })).collect()
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

pub(super) fn day(date: &Option<Date>) -> Option<NaiveDate> {
    date.as_ref().map(|date| date.value)
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
        route: Route::new(format!("pages/{id}.html")),
        title,
        audience: audience.value.label(lang),
        summary,
        formed_on: day(formed_on),
        published_on: day(published_on),
        body: BodyView::of(source, body.span),
    }
}
