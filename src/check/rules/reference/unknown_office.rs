//! An item names an office that the agency does not have.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::Item,
    rule, text,
};

rule!(/// An item names an office that the agency does not have.
    RULE = "R101" "unknown-office" Error, "unknown_office.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let agency = facts.agency();
    if item.office.is_empty() || !agency.whole || agency.office(&item.office).is_some() {
        return;
    }
    let names: Vec<&str> = facts.agency().offices.iter().map(|o| o.name.as_str()).collect();
    let names = names.join("、");
    findings
        .at(item.office.span, text!("没有「{}」这个科室", "there is no office “{}”", item.office.value))
        .help(text!("agency.toml 登记的科室：{names}", "the offices in agency.toml: {names}"));
}
