//! An item code does not match the pattern that the site sets.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
};

rule!(RULE = "I108" "code-pattern" Error, "code_pattern.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(code) = &item.code else { return };
    let Some(pattern) = &facts.site().code_pattern else {
        return;
    };
    let Ok(regex) = regex_lite::Regex::new(pattern) else {
        return;
    };
    if !regex.find(code).is_some_and(|m| m.range() == (0..code.len())) {
        findings
            .at(
                code.span,
                text!("职权编码「{}」不合规定的格式", "the code “{}” does not have the form that was set", code.value),
            )
            .see(pattern.span, text!("格式在这里规定", "the form is set here"));
    }
}
