//! The dates of a complaint or an opinion can't be, or its answer is half written.

use super::sequence::{incomplete, ordered, released};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Feedback,
    rule,
    words::Outcome,
};

rule!(RULE = "G201" "feedback-dates" Error, "feedback_dates.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for feedback in &facts.catalog.registers.reveal(&facts.clearance).feedback {
        let received = ("收到", "receipt", feedback.received_on.as_ref());
        let answered = ("答复", "the answer", feedback.answered_on.as_ref());
        ordered(&[received, answered], findings);
        let last = if feedback.answered_on.is_some() { answered } else { received };
        released(feedback.release.as_ref(), last, facts, findings);
        answer(feedback, findings);
    }
}

/// Day, answer and outcome belong together; what was taken back needs no answer.
fn answer(feedback: &Feedback, findings: &mut Findings<'_>) {
    let withdrawn = feedback.outcome.as_ref().is_some_and(|outcome| outcome.value == Outcome::Withdrawn);
    if let Some(on) = &feedback.answered_on {
        if feedback.outcome.is_none() {
            incomplete(on.span, "answered_on", "outcome", findings);
        }
        if feedback.answer.is_none() && !withdrawn {
            incomplete(on.span, "answered_on", "answer", findings);
        }
        return;
    }
    if let Some(answer) = &feedback.answer {
        incomplete(answer.span, "answer", "answered_on", findings);
    } else if let Some(outcome) = &feedback.outcome {
        incomplete(outcome.span, "outcome", "answered_on", findings);
    }
}
