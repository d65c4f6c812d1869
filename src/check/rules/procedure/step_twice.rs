//! Two steps of one procedure have the same name.

use std::collections::BTreeMap;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    kinds::Item,
    rule, text,
};

rule!(RULE = "I114" "step-twice" Error, "step_twice.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in item.steps.iter().map(|step| &step.name).filter(|name| !name.is_empty()) {
        match seen.get(name.value.as_str()) {
            Some(first) => {
                findings
                    .at(name.span, text!("有两个环节都叫「{}」", "two steps are named “{}”", name.value))
                    .see(*first, text!("另一个", "the other"));
            }
            None => {
                seen.insert(&name.value, name.span);
            }
        }
    }
}
