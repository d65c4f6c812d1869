//! An assessment was submitted before its period was over, or its period is assessed twice.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    rule, text,
};

rule!(RULE = "G209" "assessment-period" Error, "assessment_period.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let all = &facts.catalog.registers.reveal(&facts.clearance).assessments;
    for (nth, assessment) in all.iter().enumerate() {
        let Some(period) = &assessment.period else { continue };
        let end = period.value.last_day();
        if let Some(on) = assessment.submitted_on.as_ref().filter(|on| on.value <= end) {
            let (name, day) = (period.value, on.value);
            findings
                .at_reach(
                    Reach::Internal,
                    on.span,
                    text!(
                        "{name} 到 {end} 才结束，{day} 不能报送它的考核",
                        "{name} ends on {end}: its assessment can't be submitted on {day}"
                    ),
                )
                .help(text!(
                    "期满以后再考核、报送；日期写错的改正",
                    "assess and submit when the period is over, or correct the date"
                ));
        }
        let same = |other: &&crate::kinds::Assessment| other.period.as_ref().is_some_and(|p| p.value == period.value);
        if let Some(first) = all[..nth].iter().find(same).and_then(|other| other.period.as_ref()) {
            let name = period.value;
            findings
                .at_reach(Reach::Internal, period.span, text!("{name} 考核了两次", "{name} is assessed twice"))
                .see(first.span, text!("第一次", "the first time"))
                .help(text!("一个期间留一份考核", "keep one assessment of a period"));
        }
    }
}
