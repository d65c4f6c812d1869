//! The dates of an item do not fit its status.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Change, Item},
    rule, text,
    text::Word,
    words::{ChangeKind, Status},
};

rule!(RULE = "I110" "status-dates" Error waivable true, "status_dates.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let needed = match item.status.value {
        Status::Suspended => Some("suspended_on"),
        Status::Terminated => Some("terminated_on"),
        Status::InForce if item.suspended_on.is_some() => Some("resumed_on"),
        Status::NotStarted | Status::InForce => None,
    };
    if let Some(key) = needed.filter(|key| item.lacks(key)) {
        let finding = findings.at(
            item.status.span,
            text!("状态是「{}」，缺少 {key}", "the status is “{}” but {key} is missing", item.status.zh()),
        );
        if let Some(suspended) = item.suspended_on.as_ref().filter(|_| key == "resumed_on") {
            finding.see(suspended.span, text!("暂停日期", "the suspension"));
        }
    }
    let started = item.started_on.as_ref();
    if let Some(started) = started.filter(|_| item.status.value == Status::NotStarted) {
        findings.at(
            started.span,
            text!("暂未开展的职权不应有 started_on", "a power that is not yet exercised can't have started_on"),
        );
    }
    if let Some(end) = item.terminated_on.as_ref().filter(|_| item.status.value != Status::Terminated) {
        let word = item.status.zh();
        findings
            .at(
                end.span,
                text!("状态是「{word}」，不应有 terminated_on", "the status is “{word}”: it can't have terminated_on"),
            )
            .see(item.status.span, text!("状态", "its status"))
            .help(text!(
                "已经终止的，状态改为「终止」；没有终止的，删去这个日期",
                "where it was terminated, the status is “终止”; where it was not, take the date out"
            ));
    }
    for end in [&item.suspended_on, &item.terminated_on].into_iter().flatten() {
        if let Some(started) = started.filter(|s| s.value > end.value) {
            findings
                .at(
                    end.span,
                    text!(
                        "结束日期 {} 早于开始日期 {}",
                        "it ends on {} before it starts on {}",
                        end.value,
                        started.value
                    ),
                )
                .see(started.span, text!("开始日期", "the start"));
        }
    }
    resumed(item, findings);
    changed(item, findings);
}

/// The page of changes tells of a termination, and of none of an item that is in use.
fn changed(item: &Item, findings: &mut Findings<'_>) {
    let is_told = |change: &Change| change.kind.as_ref().is_none_or(|kind| kind.value == ChangeKind::Terminated);
    if item.status.value == Status::Terminated && !item.lacks("terminated_on") && !item.changes.iter().any(is_told) {
        findings
            .at(
                item.status.span,
                text!("终止了，却没有写终止的 [[change]]", "terminated, but no [[change]] tells of it"),
            )
            .help(text!(
                "写一段 [[change]]，kind = \"终止\"，日期同 terminated_on，并写 reported_on 上报日期",
                "add a [[change]] with kind = \"终止\", the day of terminated_on, and reported_on"
            ));
    }
    let dated = item.changes.iter().filter_map(|change| Some((change.on.as_ref()?.value, change.kind.as_ref()?)));
    let Some((_, kind)) = dated.max_by_key(|(on, _)| *on) else { return };
    if kind.value == ChangeKind::Terminated && item.status.value != Status::Terminated {
        let word = item.status.zh();
        findings
            .at(
                kind.span,
                text!("最近的变动是终止，状态却是「{word}」", "the last change is its termination, yet the status is “{word}”"),
            )
            .see(item.status.span, text!("状态", "its status"))
            .help(text!(
                "已经终止的，状态改为「终止」，写 terminated_on；又恢复的，再写一段 [[change]]",
                "where it was terminated, the status is “终止”, with terminated_on; where it was taken up again, write another [[change]]"
            ));
    }
}

/// A resumption ends a suspension, which stands in the file as its history.
fn resumed(item: &Item, findings: &mut Findings<'_>) {
    let Some(resumed) = &item.resumed_on else { return };
    if item.status.value == Status::Suspended {
        findings
            .at(
                resumed.span,
                text!("暂停的事项不应有 resumed_on", "an item that is suspended can't have resumed_on"),
            )
            .see(item.status.span, text!("状态", "its status"))
            .help(text!(
                "已经恢复的，状态改为「在用」；再次暂停的，suspended_on 写最近一次，以前的写进 [[change]]",
                "where it is in use again, the status is “在用”; where it was suspended again, suspended_on is the last time and [[change]] tells the others"
            ));
    }
    match &item.suspended_on {
        Some(suspended) if resumed.value < suspended.value => {
            findings
                .at(
                    resumed.span,
                    text!(
                        "恢复日期 {} 早于暂停日期 {}",
                        "it is resumed on {} before it is suspended on {}",
                        resumed.value,
                        suspended.value
                    ),
                )
                .see(suspended.span, text!("暂停日期", "the suspension"));
        }
        None if item.lacks("suspended_on") => {
            findings.at(
                resumed.span,
                text!("有 resumed_on，缺少 suspended_on", "there is resumed_on but suspended_on is missing"),
            );
        }
        _ => {}
    }
}
