//! An office is called by another name than its own.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(RULE = "I107" "office-alias" Warning waivable true, "office_alias.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let items = facts.items().map(|item| (item.reach, &item.office));
    let exercises = facts.exercises().filter_map(|exercise| Some((exercise.reach, exercise.office.as_ref()?)));
    for (reach, word) in items.chain(exercises) {
        let Some(office) = facts.agency().office(word) else { continue };
        if **word != *office.name && **word != *office.id {
            findings
                .at_reach(reach, word.span, text!("「{}」是别名", "“{}” is an alias", word.value))
                .help(text!("写规范名称「{}」", "write its proper name “{}”", office.name.value))
                .see(office.name.span, text!("科室在这里登记", "the office is registered here"));
        }
    }
}
