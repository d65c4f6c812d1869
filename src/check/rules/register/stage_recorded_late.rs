//! A stage was filled in too long after it happened.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Exercise,
    rule, text,
    text::Text,
};

rule!(RULE = "G105" "stage-recorded-late" Warning waivable true, "stage_recorded_late.md");

pub(super) static CHECK: Check = Check::Exercise(&RULE, check);

/// Where the year has no calendar, `S101` says so: the report of the stage needs it too.
fn check(exercise: &Exercise, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let within = facts.site().policy.stage_within;
    for stage in facts.stages(exercise) {
        let (Some(on), Some(recorded)) = (&stage.on, &stage.recorded_on) else { continue };
        let Ok(due) = facts.ledger.calendar.after(on.value, within) else { continue };
        let late = (recorded.value - due.on).num_days();
        if late > 0 {
            let (day, due) = (recorded.value, due.on);
            let message = Text {
                zh: format!("{day} 才填表，最迟应于 {due} 填写，迟了 {late} 天"),
                en: format!("filled in on {day}, {late} day{} after {due}", if late == 1 { "" } else { "s" }),
            };
            findings.at_reach(facts.reach(exercise, stage), recorded.span, message).see(on.span, text!("发生", "it happened here")).help(text!(
                "随行使随填表。日期写错的改正；确实补填的，不改日期，需要说明的写一条豁免",
                "the form is filled in as it happens; correct a date that is wrong, leave one that is right, and say why in a waiver if that is wanted"
            ));
        }
    }
}
