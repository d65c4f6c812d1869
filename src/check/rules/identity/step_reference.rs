//! A step of the procedure leads to a step that is not there.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::Item,
    rule,
    source::nearest,
    text,
};

rule!(/// A step of the procedure leads to a step that is not there.
    RULE = "I112" "step-reference" Error, "step_reference.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let names = || item.steps.iter().map(|step| step.name.value.as_str());
    for branch in item.steps.iter().flat_map(|step| step.next.iter().chain(&step.returns)) {
        let to = &branch.to;
        if to.is_empty() || names().any(|name| name == to.value) {
            continue; // a blank name is reported where it is read
        }
        let finding = findings.at(to.span, text!("没有名为「{}」的环节", "there is no step named “{}”", to.value));
        if let Some(near) = nearest(to, names()) {
            finding.help(text!("是不是「{near}」？", "did you mean “{near}”?"));
        }
    }
}
