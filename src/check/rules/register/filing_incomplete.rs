//! A filing has no line of an ordinary power that was in use in its period.

use std::collections::BTreeSet;

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Filing, Item},
    rule, text,
    words::Level,
};

rule!(RULE = "G110" "filing-incomplete" Warning waivable true, "filing_incomplete.md");

pub(super) static CHECK: Check = Check::Filing(&RULE, check);

fn check(filing: &Filing, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(period) = &filing.period else { return };
    let (first, last) = (period.value.first_day(), period.value.last_day());
    let ordinary: Vec<&Item> = facts.items().filter(|item| is_ordinary(item)).collect();
    // A line with a wrong or repeated name may be meant for the one that is missing.
    let filed: BTreeSet<&str> = filing.rows.iter().map(|row| row.item.as_str()).collect();
    if filed.len() < filing.rows.len() || !filed.iter().all(|id| ordinary.iter().any(|item| item.id == **id)) {
        return;
    }
    let in_use = |item: &Item| facts.in_use(&item.id).is_some_and(|used| used.touches(first, last));
    let missing = ordinary.iter().filter(|item| in_use(item) && !filed.contains(item.id.as_str()));
    for item in missing {
        let (name, id) = (&item.name.value, &item.id);
        findings
            .at(period.span, text!("「{name}」没有列入这一期", "“{name}” has no line in this filing"))
            .see(item.name.span, text!("非重要的事项，这一期在用", "an ordinary power, in use in the period"))
            .help(text!(
                "写一行 [[row]]，item = \"{id}\"；没有行使的写 count = 0",
                "add a [[row]] with item = \"{id}\"; where it was not exercised, count = 0"
            ));
    }
}

fn is_ordinary(item: &Item) -> bool {
    let level = item.importance.as_ref().and_then(|importance| importance.level.as_ref());
    level.is_some_and(|level| level.value == Level::Ordinary)
}
