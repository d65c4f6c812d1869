//! A record is declared public although its item is not.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::Record,
    rule, text,
    words::Audience,
};

rule!(RULE = "B101" "wider-than-item" Error, "wider_than_item.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(audience) = record.audience.as_ref().filter(|a| a.value == Audience::Public) else {
        return;
    };
    let Some(item) = facts.item(&record.item).filter(|i| i.audience.value == Audience::Internal && i.says_audience())
    else {
        return;
    };
    findings
        .at_reach(
            Reach::Public,
            audience.span,
            text!("记录的公开范围不能比事项宽", "a record can't be wider than its item"),
        )
        .see(item.audience.span, text!("事项只在内部公开", "the item is internal"));
}
