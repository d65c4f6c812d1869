//! A stage of an exercise was published without the reviews that must come first.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::{Exercise, Review},
    rule, text,
    words::Audience,
};

rule!(RULE = "B105" "stage-unreviewed" Error, "stage_unreviewed.md");

pub(super) static CHECK: Check = Check::Exercise(&RULE, check);

/// The stage stays inside whatever is said here. Of a public item it was meant for the public, as with records.
fn check(exercise: &Exercise, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let public = facts.item(&exercise.item).is_some_and(|item| item.audience.value == Audience::Public);
    let reach = if public { Reach::Public } else { exercise.reach };
    for stage in facts.stages(exercise) {
        let Some(published) = &stage.published_on else { continue };
        let (message, help) = match stage.review.reveal(&facts.clearance) {
            Some(review) if Review::is_complete(review) => continue,
            Some(_) => (
                text!("重要权力的环节须经上级复核才能公开", "a stage is published only after the superior's review"),
                text!(
                    "填写 [stage.review.superior] 的 by 和 on；复核前不写 published_on",
                    "add [stage.review.superior] with by and on; until then leave published_on out"
                ),
            ),
            None => (
                text!("环节写了公开日期，却没有审查和复核", "the stage has a date of publication but no review"),
                text!(
                    "填写 [stage.review] 和 [stage.review.superior]；复核前不写 published_on",
                    "add [stage.review] and [stage.review.superior]; until then leave published_on out"
                ),
            ),
        };
        findings.at_reach(reach, published.span, message).help(help);
    }
}
