//! An office is called by another name than its own.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::Item,
    rule, text,
};

rule!(/// An office is called by another name than its own.
    RULE = "I107" "office-alias" Warning waivable true, "office_alias.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(office) = facts.agency().office(&item.office) else {
        return;
    };
    if *item.office != *office.name && *item.office != *office.id {
        findings
            .at(item.office.span, text!("「{}」是别名", "“{}” is an alias", item.office.value))
            .help(text!("写规范名称「{}」", "write its proper name “{}”", office.name.value))
            .see(office.name.span, text!("科室在这里登记", "the office is registered here"));
    }
}
