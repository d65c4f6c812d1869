//! The weights of the four aspects are missing, or do not add up to a hundred.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    rule, text,
};

rule!(RULE = "G205" "assessment-weights" Error, "assessment_weights.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(weights) = &facts.site().weights else {
        for assessment in &facts.catalog.registers.reveal(&facts.clearance).assessments {
            findings
                .at_reach(
                    Reach::Internal,
                    assessment.place,
                    text!("考核没有分值，算不出得分", "an assessment without weights gives no points"),
                )
                .help(text!(
                    "在 site.toml 写 [assessment] 的 knowledge、scope、timeliness、opinion 和 decided_on",
                    "add [assessment] with knowledge, scope, timeliness, opinion and decided_on to site.toml"
                ));
        }
        return;
    };
    let (a, b, c, d) = (weights.knowledge, weights.scope, weights.timeliness, weights.opinion);
    let sum = u64::from(a) + u64::from(b) + u64::from(c) + u64::from(d);
    if weights.is_whole && sum != 100 {
        findings.at_reach(
            Reach::Internal,
            weights.place,
            text!(
                "四个方面的分值合计应是 100：{a}＋{b}＋{c}＋{d}＝{sum}",
                "the weights of the four aspects should add up to 100: {a} + {b} + {c} + {d} = {sum}"
            ),
        );
    }
}
