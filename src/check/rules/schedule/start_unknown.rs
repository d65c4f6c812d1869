//! Nobody can tell since when an item owes anything.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
    words::{On, Status, Timing},
};

rule!(RULE = "S107" "start-unknown" Warning waivable true, "start_unknown.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

/// What is disclosed as it happens owes each event, whenever it began.
fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(schedule) = item.schedule.as_ref().filter(|s| s.timing != Timing::On(On::Event)) else { return };
    if item.lacks("started_on") && item.status.value != Status::NotStarted {
        let message = match schedule.timing {
            Timing::Every(_) => text!(
                "没有 started_on，无法得知从哪一期起应当公开",
                "there is no started_on: nobody can tell which period it owes first"
            ),
            Timing::On(_) => text!(
                "没有 started_on，无法得知从哪一天起应当公开",
                "there is no started_on: nobody can tell since when it owes anything"
            ),
        };
        findings.at(item.status.span, message).see(schedule.place, text!("公开时间", "its schedule")).help(text!(
            "写明开始行使的日期，如 started_on = 2025-01-01",
            "write the day it came into use, such as started_on = 2025-01-01"
        ));
    }
}
