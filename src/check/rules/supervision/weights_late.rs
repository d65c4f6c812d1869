//! The weights were decided when the period had begun.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    rule, text,
};

rule!(RULE = "G206" "weights-late" Warning waivable true, "weights_late.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(decided) = facts.site().weights.as_ref().and_then(|weights| weights.decided_on.as_ref()) else { return };
    for assessment in &facts.catalog.registers.reveal(&facts.clearance).assessments {
        let Some(period) = &assessment.period else { continue };
        let (day, first) = (decided.value, period.value.first_day());
        if day >= first {
            let message = text!(
                "考核期从 {first} 开始，分值 {day} 才确定",
                "the period begins on {first}, but the weights were decided on {day}"
            );
            findings
                .at_reach(Reach::Internal, period.span, message)
                .see(decided.span, text!("分值的确定日期", "when the weights were decided"))
                .help(text!(
                    "先定分值，再开始考核；日期写错的改正",
                    "weights come first, then the period that they judge; correct a date that is wrong"
                ));
        }
    }
}
