//! A stage was reported and waits for the superior office's review.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::{Exercise, Review},
    rule, text,
    text::Word,
};

rule!(RULE = "G107" "stage-waiting" Note waivable true, "stage_waiting.md");

pub(super) static CHECK: Check = Check::Exercise(&RULE, check);

/// One that was published all the same is the matter of `B105`.
fn check(exercise: &Exercise, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for stage in facts.stages(exercise).into_iter().filter(|stage| stage.published_on.is_none()) {
        let Some(on) = stage.submitted_on.as_ref().filter(|on| on.value <= facts.as_of.0) else { continue };
        let review = stage.review.reveal(&facts.clearance).as_ref();
        if review.is_some_and(Review::is_complete) {
            continue;
        }
        let kind = stage.kind.as_ref().map(|kind| kind.value);
        let (zh, en) = (kind.map_or("", Word::zh), kind.map_or("", Word::en));
        let days = (facts.as_of.0 - on.value).num_days();
        findings
            .at_reach(
                Reach::Internal,
                on.span,
                text!(
                    "「{zh}」环节报送 {days} 天，还没有复核",
                    "the stage “{en}” was reported {days} days ago and is not reviewed yet"
                ),
            )
            .help(text!(
                "复核后填写 [stage.review] 和 [stage.review.superior]，再公开",
                "when it is reviewed, fill in [stage.review] and [stage.review.superior], then publish it"
            ));
    }
}
