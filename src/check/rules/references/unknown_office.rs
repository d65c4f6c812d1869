//! A file names an office that the agency does not have.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    read::Named,
    rule, text,
};

rule!(RULE = "R101" "unknown-office" Error, "unknown_office.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let agency = facts.agency();
    if !agency.whole {
        return;
    }
    let names: Vec<&str> = agency.offices.iter().map(|o| o.name.as_str()).collect();
    let names = names.join("、");
    for mention in facts.mentions() {
        let Named::Office(office) = &mention.what else { continue };
        if agency.office(office).is_none() {
            findings
                .at_reach(
                    mention.reach,
                    mention.span,
                    text!("没有「{office}」这个科室", "there is no office “{office}”"),
                )
                .help(text!("agency.toml 登记的科室：{names}", "the offices in agency.toml: {names}"));
        }
    }
}
