//! A step of the procedure has no time limit.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Item, Step},
    rule, text,
};

rule!(RULE = "I117" "step-without-limit" Warning waivable true, "step_without_limit.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let is_open = |step: &&Step| step.limit.is_none() && step.statutory.is_none() && step.promised.is_none();
    for step in item.steps.iter().filter(is_open) {
        findings
            .at(step.name.span, text!("环节「{}」没有办理时限", "the step “{}” has no time limit", step.name.value))
            .help(text!(
                "写 promised（承诺时限）、statutory（法定时限），或者用 limit 写明",
                "write promised, statutory, or limit in words"
            ));
    }
}
