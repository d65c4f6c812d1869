//! An assessment has no quiz of an office that has items, or nobody was asked on one side.

use std::collections::BTreeMap;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::Assessment,
    rule, text,
    text::Word,
    words::{Period, Surveyed},
};

rule!(RULE = "G207" "assessment-quiz" Warning waivable true, "assessment_quiz.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for assessment in &facts.catalog.registers.reveal(&facts.clearance).assessments {
        let Some(period) = &assessment.period else { continue };
        for (id, name) in offices(period.value, facts) {
            let asked = |quiz: &crate::kinds::Quiz| {
                facts.agency().office(&quiz.office).is_some_and(|o| o.id.value == id) && quiz.share.whole > 0
            };
            if !assessment.quizzes.iter().any(asked) {
                let message = text!(
                    "「{name}」有在用的事项，却没有测试：第一个方面得 0 分",
                    "“{name}” has items in use but no quiz: the first aspect counts 0"
                );
                let help = text!(
                    "写一段 [[quiz]]，office = \"{name}\"，另写 right 和 answers",
                    "add a [[quiz]] with office = \"{name}\", right and answers"
                );
                findings.at_reach(Reach::Internal, period.span, message).help(help);
            }
        }
        surveys(assessment, findings);
    }
}

/// The offices with an item in use in the period.
fn offices<'c>(period: Period, facts: &Facts<'c>) -> BTreeMap<&'c str, &'c str> {
    let (first, last) = (period.first_day(), period.last_day());
    let used = facts.items().filter(|item| facts.in_use(&item.id).is_some_and(|used| used.touches(first, last)));
    used.filter_map(|item| facts.agency().office(&item.office))
        .map(|office| (office.id.value.as_str(), office.name.value.as_str()))
        .collect()
}

fn surveys(assessment: &Assessment, findings: &mut Findings<'_>) {
    let Some(period) = &assessment.period else { return };
    for side in Surveyed::ALL {
        let asked =
            assessment.surveys.iter().any(|s| s.share.whole > 0 && s.by.as_ref().is_some_and(|by| by.value == *side));
        if !asked {
            let zh = side.zh();
            let en = side.en().to_lowercase();
            findings
                .at_reach(
                    Reach::Internal,
                    period.span,
                    if assessment.surveys.iter().any(|s| s.share.whole > 0) {
                        text!(
                            "没有「{zh}」的评价：第四个方面只算另一边",
                            "nobody was asked: {en}; the fourth aspect lacks that side"
                        )
                    } else {
                        text!(
                            "没有「{zh}」的评价，哪一边都没有：第四个方面得 0 分",
                            "nobody was asked: {en}, nor anyone else; the fourth aspect counts 0"
                        )
                    },
                )
                .help(text!(
                    "写一段 [[survey]]，by = \"{zh}\"，另写 satisfied 和 asked",
                    "add a [[survey]] with by = \"{zh}\", satisfied and asked"
                ));
        }
    }
}
