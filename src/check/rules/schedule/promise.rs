//! What a finding says about one promise: where it stands, what is owed by when, what to do next, and by what right.

use crate::{
    calendar::Deadline,
    diag::{Finding, Reach, Span},
    model::{Act, Audience, Item},
    schedule::{Obligation, Owed},
    text,
    text::Text,
};

/// The record, where there is one; else the line of the item that promised it.
pub(super) fn place(item: &Item, owed: &Owed<'_>) -> (Reach, Span) {
    match owed {
        Owed::Event(_, record) | Owed::Confirm(_, record) => (record.reach, record.title.span),
        Owed::Period(_) => (item.reach, item.schedule.as_ref().map_or(item.place, |schedule| schedule.place)),
        Owed::Start(_) => (item.reach, item.started_on.as_ref().map_or(item.place, |on| on.span)),
    }
}

/// What it is about.
pub(super) fn about(owed: &Owed<'_>) -> Text {
    match owed {
        Owed::Period(_) => owed.shown(),
        Owed::Event(on, record) => text!("{on} 的「{}」", "“{}” of {on}", record.title.value),
        Owed::Start(on) => text!("{on} 开展的这项职权", "this power, exercised since {on},"),
        Owed::Confirm(since, record) => {
            let title = &record.title.value;
            text!("「{title}」（{since} 发布或者确认）", "“{title}” (published or confirmed on {since})")
        }
    }
}

/// What should happen, or have happened, and by when.
pub(super) fn duty(promise: &Obligation<'_>) -> Text {
    let Deadline { on, provisional } = promise.due;
    let about = about(&promise.owed);
    let (zh, en) = match promise.owed {
        Owed::Confirm(..) => ("再次确认", "confirmed again"),
        _ => ("公开", "published"),
    };
    let (mark_zh, mark_en) = if provisional { ("（暂定）", " (provisional)") } else { (" ", "") };
    Text {
        zh: format!("{}最迟应于 {on}{mark_zh}{zh}", about.zh),
        en: format!("{} should be {en} by {on}{mark_en}", about.en),
    }
}

/// A number of days in English.
pub(super) fn days(count: impl Into<i64>) -> String {
    let count = count.into();
    format!("{count} day{}", if count == 1 { "" } else { "s" })
}

/// Which period it is about, and what would be right with the source of the deadline.
pub(super) fn explain(finding: &mut Finding, promise: &Obligation<'_>, advice: &Text) {
    if let Some(period) = promise.owed.period() {
        finding.of_period(&period);
    }
    let Text { zh, en } = &promise.basis;
    finding.help(Text {
        zh: format!("{}。期限的依据：{zh}", advice.zh),
        en: format!("{}. The deadline comes from: {en}", advice.en),
    });
}

/// What has to be done next.
pub(super) fn next(promise: &Obligation<'_>) -> Text {
    let item = &promise.item.id;
    let draft = promise.draft.map(|record| &record.title.value);
    match (promise.act, draft, &promise.owed) {
        (Some(Act::Confirm), ..) => text!(
            "核对内容，仍然有效的在记录里写一条 [[revision]]，kind = \"确认\"；有变化的写更正",
            "look it through; what still holds gets a [[revision]] with kind = \"confirmed\", what changed a correction"
        ),
        (Some(Act::Review), Some(title), _) => text!(
            "「{title}」已经写好：办理保密审查，填写 [review]，再公开并填写 published_on",
            "“{title}” is written: have it reviewed for secrecy, fill in [review], then publish it and fill in published_on"
        ),
        (Some(Act::SuperiorReview), Some(title), _) => text!(
            "「{title}」已经审查：报上级复核，填写 [review.superior]，再公开并填写 published_on",
            "“{title}” is reviewed: have the superior review it, fill in [review.superior], then publish it and fill in published_on"
        ),
        (_, Some(title), _) => {
            text!("公开「{title}」，填写 published_on", "publish “{title}” and fill in published_on")
        }
        (_, None, owed) => write(item, owed, promise.audience),
    }
}

/// A record that nobody began yet.
fn write(item: &str, owed: &Owed<'_>, audience: Audience) -> Text {
    let (zh, en) = match audience {
        Audience::Public => ("审查后公开", "have it reviewed, publish it"),
        Audience::Internal => ("公开", "publish it"),
    };
    let wanted = match (owed.period(), owed.event()) {
        (Some(period), _) => format!("period = \"{period}\""),
        (None, Some(on)) => format!("occurred_on = {on}"),
        (None, None) => String::new(),
    };
    let nil = if owed.period().is_some() {
        ("；本期无发生的写 nil = true", "; where nothing happened, write nil = true")
    } else {
        ("", "")
    };
    Text {
        zh: format!("在 records/{item}/ 写一条 {wanted} 的记录，{zh}并填写 published_on{}", nil.0),
        en: format!("write a record with {wanted} in records/{item}/, {en} and fill in published_on{}", nil.1),
    }
}
