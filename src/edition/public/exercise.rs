//! What the public may see of an exercise: its reviewed stages and nothing of the others, not even that there are any.

use super::{agency::office_ref, day, label, opt};
use crate::{
    edition::{ExerciseView, Route, StageView},
    kinds::{Address, Agency, Exercise, Item, Kind, Stage},
    load::Catalog,
    text::{Lang, Word},
    words::Audience,
};

pub(in crate::edition) fn exercise<'c>(
    exercise: &'c Exercise,
    of: &'c Item,
    audience: Audience,
    agency: &'c Agency,
    lang: Lang,
) -> ExerciseView<'c> {
    let Exercise {
        id,
        place: _,
        reach: _,
        item,
        subject,
        reg_no: _,
        office,
        archive_no: _,
        remark,
        stages,
        held: _,
        annex: _,
    } = exercise;
    let first = stages.iter().filter_map(|stage| stage.on.as_ref()).map(|on| on.value).min();
    ExerciseView {
        id,
        route: Route::of(Address::of(Kind::Exercise, id)),
        item,
        item_name: &of.name,
        item_route: Route::of(Address::of(Kind::Item, &of.id)),
        category: label(&of.category, lang),
        audience: audience.label(lang),
        subject,
        office: office_ref(office.as_ref().unwrap_or(&of.office), agency),
        remark: opt(remark),
        stages: stages.iter().map(|s| stage(s, lang)).collect(),
        listed_on: first.unwrap_or(chrono::NaiveDate::MIN),
    }
}

pub(in crate::edition) fn stage(stage: &Stage, lang: Lang) -> StageView<'_> {
    let Stage { place: _, kind, on, what, by, recorded_on: _, submitted_on: _, published_on, review: _ } = stage;
    StageView { kind: label(kind, lang), on: day(on), what, by, published_on: day(published_on) }
}

/// Newest first.
pub(super) fn exercises(catalog: &Catalog, lang: Lang) -> Vec<ExerciseView<'_>> {
    let shelf = &catalog.open;
    let views = shelf
        .exercises
        .iter()
        .filter_map(|e| Some(exercise(e, shelf.item(&e.item)?, Audience::Public, &catalog.agency, lang)));
    let mut views: Vec<_> = views.collect();
    views.sort_by(|a, b| (b.listed_on, a.id).cmp(&(a.listed_on, b.id)));
    views
}
