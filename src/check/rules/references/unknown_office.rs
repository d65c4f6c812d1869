//! An item, or an exercise, names an office that the agency does not have.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(RULE = "R101" "unknown-office" Error, "unknown_office.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let agency = facts.agency();
    let items = facts.items().map(|item| (item.reach, &item.office));
    let exercises = facts.exercises().filter_map(|exercise| Some((exercise.reach, exercise.office.as_ref()?)));
    for (reach, office) in items.chain(exercises) {
        if office.is_empty() || !agency.whole || agency.office(office).is_some() {
            continue;
        }
        let names: Vec<&str> = agency.offices.iter().map(|o| o.name.as_str()).collect();
        let names = names.join("、");
        findings
            .at_reach(reach, office.span, text!("没有「{}」这个科室", "there is no office “{}”", office.value))
            .help(text!("agency.toml 登记的科室：{names}", "the offices in agency.toml: {names}"));
    }
}
