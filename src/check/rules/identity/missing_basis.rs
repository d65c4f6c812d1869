//! A power exercised on the public has no legal basis.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
    words::Audience,
};

rule!(RULE = "I101" "missing-basis" Error, "missing_basis.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if item.audience.value == Audience::Public && item.lacks("basis") {
        findings
            .at(item.name.span, text!("对外公开的职权缺少实施依据", "an outward power has no legal basis"))
            .help(text!("用 [[basis]] 写明文件名称、文号和条款", "add [[basis]] with title, 文号 and article"));
    }
}
