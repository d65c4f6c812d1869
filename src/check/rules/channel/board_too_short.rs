//! A notice was taken down too soon, or nobody wrote when it was.

use super::by;
use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Delivery, Record},
    rule, text,
    words::Channel,
};

rule!(RULE = "R112" "board-too-short" Warning waivable true, "board_too_short.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for delivery in by(record, Channel::NoticeBoard) {
        board(delivery, record, facts, findings);
    }
}

/// One that ended before it began is the matter of `R114`; one that was withdrawn may come down at once, but has to.
fn board(delivery: &Delivery, record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(on) = &delivery.on else { return };
    let least = i64::from(facts.site().policy.board_days);
    if let Some(until) = &delivery.until {
        let days = (until.value - on.value).num_days();
        if (0..least).contains(&days) && record.withdrawn().is_none() {
            findings
                .at(until.span, text!("公开栏只张贴了 {days} 天，至少 {least} 天", "{days} days on the board: it should be {least}"))
                .see(on.span, text!("张贴", "it was put up"))
                .help(text!(
                    "还在张贴的，改正撤下的日期；确实撤早了的，补张贴，另写一段 [[delivery]]",
                    "if it is still up, correct the date; if it was taken down, put it up again and write another [[delivery]]"
                ));
        }
        return;
    }
    let days = (facts.as_of.0 - on.value).num_days();
    if days > least {
        findings
            .at(
                on.span,
                text!("公开栏张贴 {days} 天，没有写撤下的日期", "on the board for {days} days: no date of removal"),
            )
            .help(text!(
                "撤下的，填写 until；仍在张贴的，填写准备撤下的日期",
                "fill in until: the day it was taken down, or the day it is to be"
            ));
    }
}
