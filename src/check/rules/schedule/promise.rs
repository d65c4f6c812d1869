//! What a finding says about one promise: where it stands, what is owed by when, what to do next, and by what right.

use crate::{
    calendar::Deadline,
    diag::{Finding, Reach, Span},
    schedule::{Case, Obligation, Owed, Sort, Subject},
    text,
    text::{Lang, Text},
    words::{Act, Audience},
};

/// The record, where there is one; else the line of the item that promised it.
pub(super) fn place(subject: &Subject<'_>, owed: &Owed<'_>) -> (Reach, Span) {
    match (owed, subject) {
        (Owed::Event(_, record) | Owed::Confirm(_, record), _) => {
            (record.reach, record.withdrawn().map_or(record.title.span, |revision| revision.reason.span))
        }
        (Owed::Report(_, exercise, stage), _) => (exercise.reach, stage.on.as_ref().map_or(stage.place, |on| on.span)),
        (Owed::File(_, Some(filing)), _) => (Reach::Internal, filing.place),
        (Owed::Case(case), _) | (_, Subject::Case(case)) => (Reach::Internal, case.what.span),
        (Owed::Start(_), Subject::Item(item)) => {
            (item.reach, item.started_on.as_ref().map_or(item.place, |on| on.span))
        }
        (_, Subject::Item(item)) => (item.reach, item.schedule.as_ref().map_or(item.place, |schedule| schedule.place)),
        (_, Subject::Filings(_, duty)) => (Reach::Internal, duty.schedule.place),
    }
}

/// What it is about.
pub(super) fn about(owed: &Owed<'_>) -> Text {
    match owed {
        Owed::Period(_) | Owed::Report(..) => owed.shown(),
        Owed::Case(Case { on, what, sort: Sort { begun: (zh, en), .. }, .. }) => {
            let what = &what.value;
            text!("{on} {zh}的「{what}」", "“{what}”, {en} on {on},")
        }
        Owed::File(period, _) => Text {
            zh: format!("{}的备案表", period.shown(Lang::Zh)),
            en: format!("the filing of {}", period.shown(Lang::En)),
        },
        Owed::Event(_, record) if record.withdrawn().is_some() => text!("撤回的这项公开", "what was withdrawn"),
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
        Owed::Report(..) | Owed::File(..) => ("报送", "reported upward"),
        Owed::Case(case) => case.sort.duty,
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
    let draft = promise.draft.map(|record| &record.title.value);
    match (promise.act, draft, &promise.owed) {
        (_, _, Owed::Report(..)) => {
            text!("报送登记表，在这个环节填写 submitted_on", "report the form, then fill in submitted_on of this stage")
        }
        (_, _, Owed::Case(case)) => {
            let (zh, en) = case.sort.advice;
            text!("{zh}", "{en}")
        }
        (_, _, Owed::File(_, Some(_))) => {
            text!("报送备案表，填写 submitted_on", "send the filing, then fill in submitted_on")
        }
        (_, _, Owed::File(period, None)) => text!(
            "在 filings/ 写一份 period = \"{period}\" 的备案表，报送后填写 submitted_on",
            "write a filing with period = \"{period}\" in filings/, send it and fill in submitted_on"
        ),
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
        (_, None, owed) => write(promise.subject.id(), owed, promise.audience),
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
