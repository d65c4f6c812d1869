//! A step of the procedure leads to a step that is not there.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::Item,
    rule, text,
};

rule!(/// A step of the procedure leads to a step that is not there.
    RULE = "I112" "step-reference" Error, "step_reference.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for step in &item.steps {
        for next in step.next.iter().filter(|next| !item.steps.iter().any(|s| s.name.value == next.value)) {
            findings.at(next.span, text!("没有名为「{}」的环节", "there is no step named “{}”", next.value));
        }
    }
}
