//! A power exercised on the public does not say what it costs.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
    words::Audience,
};

rule!(RULE = "I102" "missing-fee" Error, "missing_fee.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if item.audience.value == Audience::Public && item.lacks("fee") {
        findings.at(item.name.span, text!("收费标准没有填写", "the fee is not stated")).help(text!(
            "不收费写 fee = \"不收费\"；收费写 [fee] 的 basis 和 standard",
            "write fee = \"不收费\" where it is free; else [fee] with basis and standard"
        ));
    }
}
