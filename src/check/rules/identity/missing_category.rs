//! A power exercised on the public has no category.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
    words::Audience,
};

rule!(RULE = "I103" "missing-category" Error, "missing_category.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if item.audience.value == Audience::Public && item.lacks("category") {
        findings.at(item.name.span, text!("对外公开的职权缺少职权类别", "an outward power has no category"));
    }
}
