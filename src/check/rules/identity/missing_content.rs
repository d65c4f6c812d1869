//! A power exercised on the public does not say what is disclosed of it.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
    words::Audience,
};

rule!(RULE = "I104" "missing-content" Error, "missing_content.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if item.audience.value == Audience::Public && item.lacks("content") {
        findings
            .at(item.name.span, text!("对外公开的职权缺少公开内容", "an outward power does not say what is disclosed"));
    }
}
