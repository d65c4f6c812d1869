//! The public projection. It has no clearance, so nothing closed can pass, and it takes every model type
//! apart field by field: a new field does not compile until someone decides here who sees it.

mod agency;
mod calendar;
mod exercise;
mod item;
mod promise;
mod record;
mod release;
mod site;
mod statistics;
mod text;

pub(super) use agency::office_ref;
pub(super) use exercise::{exercise, stage};
pub(super) use item::item;
pub(super) use promise::{promise, promises, record_ref, undated};
pub(super) use record::{human_size, newest, record};
pub(super) use release::release;
pub(super) use site::root_files;
pub(super) use statistics::statistics;
pub(super) use text::text;

use chrono::NaiveDate;

use super::{Edition, Public, Seen, Supervision, Viewed};
use crate::{
    day::Day,
    diag::Spanned,
    load::Catalog,
    read::{Date, FieldText},
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
        registers: _,
        waivers: _,
        item_ids: _,
        mentions: _,
    } = catalog;
    let lang = settings.language;
    let disclosed = open.records.iter().filter(|r| r.withdrawn().is_none());
    let mut records: Vec<_> = disclosed.map(|r| record(r, Audience::Public, source, lang)).collect();
    records.sort_by(newest);
    Edition {
        lang,
        as_of: as_of.0,
        site: seen(site::site(settings)),
        agency: seen(agency::agency(body, lang)),
        offices: body.offices.iter().map(|o| seen(agency::office(o))).collect(),
        items: open.items.iter().map(|i| seen(item(i, body, lang))).collect(),
        records: records.into_iter().map(seen).collect(),
        withdrawn: open.records.iter().filter_map(record::withdrawn).collect(),
        exercises: exercise::exercises(catalog, lang).into_iter().map(seen).collect(),
        supervision: Supervision {
            limits: statistics::limits(&settings.policy, lang),
            statistics: statistics(&open.statistics, lang).into_iter().map(|(view, _)| seen(view)).collect(),
            answers: release::releases(&open.answers),
            findings: release::releases(&open.findings),
        },
        inside: (),
        texts: open.texts.iter().map(|t| seen(text(t, source, lang))).collect(),
        promises: settings.policy.public_timeliness.then(|| promises(day, as_of.0, lang)),
        due_soon_days: settings.policy.due_soon_days,
        years: calendars.iter().map(calendar::year).collect(),
        root_files: root_files::<Public>(source),
        theme: opt(&settings.theme),
    }
}

/// The public sees nothing beside a thing.
fn seen<V: Viewed>(view: V) -> Seen<Public, V> {
    Seen { view, annex: () }
}

pub(super) fn opt(text: &Option<FieldText>) -> Option<&str> {
    text.as_ref().map(|t| t.value.as_str())
}

pub(super) fn day(date: &Option<Date>) -> Option<NaiveDate> {
    date.as_ref().map(|date| date.value)
}

fn label<W: Word>(word: &Option<Spanned<W>>, lang: Lang) -> Option<Label> {
    word.as_ref().map(|w| w.value.label(lang))
}
