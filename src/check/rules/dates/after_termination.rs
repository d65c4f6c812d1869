//! A record is about a time when its item was not in use.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Occasion, Record},
    rule, text,
    words::Status,
};

rule!(RULE = "R110" "after-termination" Warning waivable true, "after_termination.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(item) = facts.item(&record.item) else {
        return;
    };
    let day = match &record.occasion {
        Some(Occasion::Event(day)) => (day.value, day.span),
        Some(Occasion::Period(period)) => (period.first_day(), period.span),
        None => return,
    };
    if let Some(end) = item.terminated_on.as_ref().filter(|end| end.value < day.0) {
        findings
            .at(day.1, text!("事项已于 {} 终止", "the item was terminated on {}", end.value))
            .see(end.span, text!("终止日期", "the end"));
    }
    if item.status.value == Status::NotStarted {
        findings
            .at(day.1, text!("事项暂未开展，不应有记录", "the item is not yet exercised: it can have no record"))
            .see(item.status.span, text!("事项状态", "its status"));
    }
}
