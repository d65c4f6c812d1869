//! No way of the procedure leads to a step.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Item, Procedure},
    rule, text,
};

rule!(RULE = "I116" "step-unreachable" Warning waivable true, "step_unreachable.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(first) = item.steps.first() else { return };
    let procedure = Procedure::of(&item.steps);
    if !procedure.is_whole {
        return;
    }
    let reached = procedure.reached_from(0);
    for (step, _) in item.steps.iter().zip(reached).skip(1).filter(|(_, reached)| !reached) {
        findings
            .at(
                step.name.span,
                text!(
                    "从「{}」走不到环节「{}」",
                    "no way leads from “{}” to the step “{}”",
                    first.name.value,
                    step.name.value
                ),
            )
            .help(text!(
                "在前面的环节的 next 里写上它，或者删去它",
                "name it in next of an earlier step, or delete it"
            ));
    }
}
