//! A procedure goes in a circle, or a return does not lead back.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Item, Procedure},
    rule, text,
};

rule!(RULE = "I115" "step-cycle" Error, "step_cycle.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let procedure = Procedure::of(&item.steps);
    if !procedure.is_whole {
        return;
    }
    let reached: Vec<Vec<bool>> = (0..item.steps.len()).map(|at| procedure.reached_from(at)).collect();
    let place = |name: &str| item.steps.iter().position(|step| step.name.value == name);
    for (at, step) in item.steps.iter().enumerate() {
        for to in step.next.iter().map(|branch| &branch.to) {
            // Where a circle is found, the way that goes up the file is the one to mend.
            if place(to).is_some_and(|back| back <= at && (back == at || reached[back][at])) {
                findings
                    .at(
                        to.span,
                        text!(
                            "从「{}」又回到「{}」，程序成了循环",
                            "from “{}” it goes back to “{}”: a circle",
                            step.name.value,
                            to.value
                        ),
                    )
                    .help(text!(
                        "退回补正的，写进 returns；不是退回的，改正 next",
                        "what is returned for correction is written as returns; otherwise correct next"
                    ));
            }
        }
        for to in step.returns.iter().map(|branch| &branch.to) {
            if place(to).is_some_and(|back| back == at || !reached[back][at]) {
                findings
                    .at(
                        to.span,
                        text!(
                            "「{}」不在「{}」之前，退不回去",
                            "“{}” does not come before “{}”: there is no way back to it",
                            to.value,
                            step.name.value
                        ),
                    )
                    .help(text!(
                        "退回只能退到前面的环节；往后走的，写进 next",
                        "a return leads to an earlier step; what goes on is written as next"
                    ));
            }
        }
    }
}
