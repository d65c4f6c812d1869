//! A line of a filing names an important item, or one that another line has; or it counts below zero.

use std::collections::HashMap;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    kinds::{Filing, FilingRow},
    rule, text,
};

rule!(RULE = "G103" "filing-item" Error, "filing_item.md");

pub(super) static CHECK: Check = Check::Filing(&RULE, check);

fn check(filing: &Filing, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for row in &filing.rows {
        item(row, facts, findings);
        if let Some(first) = seen.insert(&row.item, row.item.span).filter(|_| !row.item.is_empty()) {
            findings
                .at(row.item.span, text!("{} 已经有一行", "{} has a line already", row.item.value))
                .see(first, text!("第一次出现", "first used here"))
                .help(text!("合成一行，次数相加", "make them one line, with the sum of the counts"));
        }
        if let Some(count) = row.count.as_ref().filter(|count| count.value < 0) {
            let message = text!("行使次数不能是 {}", "the count can't be {}", count.value);
            findings.at(count.span, message).help(text!("没有行使的写 0", "write 0 where it was not exercised"));
        }
    }
}

fn item(row: &FilingRow, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let id = &row.item;
    let Some(item) = facts.item(id).filter(|item| item.is_important()) else { return };
    let level = item.importance.as_ref().and_then(|importance| importance.level.as_ref());
    let finding = findings
        .at(id.span, text!("「{}」是重要权力，不用备案表", "“{}” is an important power", item.name.value))
        .help(text!("每次行使在 exercises/ 填一份登记表", "write a form in exercises/ for each time it is exercised"));
    if let Some(level) = level {
        finding.see(level.span, text!("认定在这里", "it was decided here"));
    }
}
