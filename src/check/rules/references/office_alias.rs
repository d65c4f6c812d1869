//! An office is called by another name than its own.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    read::Named,
    rule, text,
};

rule!(RULE = "I107" "office-alias" Warning waivable true, "office_alias.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for mention in facts.mentions() {
        let Named::Office(word) = &mention.what else { continue };
        let Some(office) = facts.agency().office(word) else { continue };
        if **word != **office.name && **word != **office.id {
            findings
                .at_reach(mention.reach, mention.span, text!("「{word}」是别名", "“{word}” is an alias"))
                .help(text!("写规范名称「{}」", "write its proper name “{}”", office.name.value))
                .see(office.name.span, text!("科室在这里登记", "the office is registered here"));
        }
    }
}
