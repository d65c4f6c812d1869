//! What the public may see of an item.

use super::{agency::office_ref, day, label, opt};
use crate::{
    edition::{BasisView, ChangeView, FeeView, ImportanceView, ItemView, RemedyView, Route, StepView},
    model::{
        Agency, Basis, Change, Every, Fee, Importance, Item, Limit, MonthDay, Remedy, Schedule, Step, Timing, Within,
    },
    text::{Lang, Word},
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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
        annex: _,
    } = item;
    ItemView {
        id,
        route: Route::new(format!("items/{id}.html")),
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
        steps: steps.iter().map(step).collect(),
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

fn schedule(schedule: &Schedule, lang: Lang) -> String {
    let Schedule { place: _, timing, limit, wording } = schedule;
    if let (Some(wording), Lang::Zh) = (wording, lang) {
        return wording.value.clone();
    }
    let when = lang.pick(timing.zh(), timing.en());
    let limit = match limit.as_ref().map(|limit| limit.value) {
        None => return when.to_owned(),
        Some(Limit::Within(within)) => length(within, lang),
        Some(Limit::By(date)) => by(date, *timing, lang),
    };
    lang.pick(format!("{when}（{limit}）"), format!("{when} ({limit})"))
}

fn length(within: Within, lang: Lang) -> String {
    let Within { days, workdays } = within;
    let s = if days == 1 { "" } else { "s" };
    match (lang, workdays) {
        (Lang::Zh, true) => format!("{days}个工作日内"),
        (Lang::Zh, false) => format!("{days}日内"),
        (Lang::En, true) => format!("within {days} working day{s}"),
        (Lang::En, false) => format!("within {days} day{s}"),
    }
}

fn by(date: MonthDay, timing: Timing, lang: Lang) -> String {
    let MonthDay { months, day } = date;
    match timing {
        Timing::Every(Every::Year) => {
            let named = usize::try_from(months).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).unwrap_or(&"");
            lang.pick(format!("{months}月{day}日前"), format!("by {day} {named}"))
        }
        Timing::Every(Every::Month) => {
            lang.pick(format!("次月{day}日前"), format!("by day {day} of the following month"))
        }
        _ => lang.pick(format!("首月{day}日前"), format!("by day {day} of the month after")),
    }
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

fn step(step: &Step) -> StepView<'_> {
    let Step { name, post, limit, control, next } = step;
    StepView {
        name,
        post: opt(post),
        limit: opt(limit),
        control: opt(control),
        next: next.iter().map(|n| n.value.as_str()).collect(),
    }
}

fn remedy(remedy: &Remedy, lang: Lang) -> RemedyView<'_> {
    let Remedy { kind, contact, limit } = remedy;
    RemedyView { kind: label(kind, lang), contact, limit: opt(limit) }
}

fn change(change: &Change, lang: Lang) -> ChangeView<'_> {
    let Change { on, kind, what, reported_on, basis } = change;
    ChangeView { on: day(on), kind: label(kind, lang), what, reported_on: day(reported_on), basis: opt(basis) }
}
