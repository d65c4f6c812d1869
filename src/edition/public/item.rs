//! What the public may see of an item.

use super::{agency::office_ref, day, label, opt};
use crate::{
    diag::Spanned,
    edition::{BasisView, ChangeView, FeeView, ImportanceView, ItemView, RemedyView, Route, StepView, WayView},
    kinds::{Address, Agency, Basis, Change, Fee, Importance, Item, Kind, Procedure, Remedy, Schedule, Step, Way},
    text::{Lang, Word},
    words::Within,
};
pub(in crate::edition) fn item<'c>(item: &'c Item, agency: &'c Agency, lang: Lang) -> ItemView<'c> {
    let Item {
        id,
        place: _,
        reach: _,
        name,
        category,
        audience,
        office,
        channels,
        content,
        fee,
        status,
        started_on,
        suspended_on,
        resumed_on,
        terminated_on,
        code,
        remark,
        schedule: when,
        importance: weight,
        bases,
        steps,
        remedies,
        changes,
        silent: _,
        review: _,
        withheld: _,
        annex: _,
    } = item;
    ItemView {
        id,
        route: Route::of(Address::of(Kind::Item, id)),
        name,
        category: label(category, lang),
        audience: audience.value.label(lang),
        office: office_ref(office, agency),
        channels: channels.iter().map(|c| c.value.label(lang)).collect(),
        content: opt(content),
        fee: fee.as_ref().map(fee_view),
        status: status.value.label(lang),
        started_on: day(started_on),
        suspended_on: day(suspended_on),
        resumed_on: day(resumed_on),
        terminated_on: day(terminated_on),
        code: opt(code),
        remark: opt(remark),
        schedule: when.as_ref().map(|s| schedule(s, lang)),
        importance: weight.as_ref().map(|i| importance(i, lang)),
        bases: bases.iter().map(|b| basis(b, lang)).collect(),
        steps: self::steps(steps, lang),
        remedies: remedies.iter().map(|r| remedy(r, lang)).collect(),
        changes: changes.iter().map(|c| change(c, lang)).collect(),
    }
}

fn fee_view(fee: &Fee) -> FeeView<'_> {
    match fee {
        Fee::Said(said) => FeeView { said: Some(said), basis: None, standard: None, unit: None },
        Fee::Set { basis, standard, unit } => {
            FeeView { said: None, basis: Some(basis), standard: Some(standard), unit: opt(unit) }
        }
    }
}

/// All that it holds is for everyone.
fn schedule(schedule: &Schedule, lang: Lang) -> String {
    let Schedule { place: _, timing: _, limit: _, wording: _ } = schedule;
    schedule.shown(lang)
}

fn importance(importance: &Importance, lang: Lang) -> ImportanceView<'_> {
    let Importance { level, decided_by, document, on } = importance;
    ImportanceView { level: label(level, lang), decided_by, document, on: day(on) }
}

fn basis(basis: &Basis, lang: Lang) -> BasisView<'_> {
    let Basis { kind, title, doc_no, article, date, text } = basis;
    BasisView {
        kind: label(kind, lang),
        title,
        doc_no: opt(doc_no),
        article: opt(article),
        date: day(date),
        text: opt(text),
    }
}

fn steps(steps: &[Step], lang: Lang) -> Vec<StepView<'_>> {
    let Procedure { next, is_whole: _, returns } = Procedure::of(steps);
    let ways = next.iter().zip(&returns);
    steps
        .iter()
        .zip(ways)
        .map(|(s, (next, returns))| step(s, [next, returns].map(|w| ways_of(w, steps)), lang))
        .collect()
}

/// What a step's `next` and `returns` say is shown as the ways that they lead.
fn step<'c>(step: &'c Step, [ways, back]: [Vec<WayView<'c>>; 2], lang: Lang) -> StepView<'c> {
    let Step { name, condition, post, limit, statutory, promised, control, rights, remedy, next: _, returns: _ } = step;
    let length = |within: &Option<Spanned<Within>>| within.as_ref().map(|w| w.value.shown(lang));
    StepView {
        name,
        condition: opt(condition),
        post: opt(post),
        limit: opt(limit),
        statutory: length(statutory),
        promised: length(promised),
        is_faster: promised.as_ref().zip(statutory.as_ref()).map(|(ours, law)| law.is_longer_than(ours.value)),
        control: opt(control),
        rights: opt(rights),
        remedy: opt(remedy),
        next: ways,
        returns: back,
    }
}

fn ways_of<'c>(ways: &[Way<'c>], steps: &'c [Step]) -> Vec<WayView<'c>> {
    let view = |Way { to, when }: &Way<'c>| WayView {
        to: *to,
        number: to + 1,
        name: &steps[*to].name,
        when: when.map(|text| text.value.as_str()),
    };
    ways.iter().map(view).collect()
}

fn remedy(remedy: &Remedy, lang: Lang) -> RemedyView<'_> {
    let Remedy { kind, contact, limit } = remedy;
    RemedyView { kind: label(kind, lang), contact, limit: opt(limit) }
}

fn change(change: &Change, lang: Lang) -> ChangeView<'_> {
    let Change { on, kind, what, reported_on, basis } = change;
    ChangeView { on: day(on), kind: label(kind, lang), what, reported_on: day(reported_on), basis: opt(basis) }
}
