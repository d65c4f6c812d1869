//! Statistics have a date of publication, but nobody reviewed that they may be published.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(/// Statistics have a date of publication, but nobody reviewed that they may be published.
    RULE = "B107" "statistics-unreviewed" Error, "statistics_unreviewed.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for statistics in facts.statistics() {
        let Some(published) = &statistics.published_on else { continue };
        let Some(review) = statistics.review.reveal(&facts.clearance) else {
            findings
                .at(published.span, text!("写了发布日期，却没有审查", "it has a date of publication but no review"))
                .help(text!(
                    "先审查、后公开：填写 [review] 的 by 和 on；审查前不写 published_on",
                    "review comes first: add [review] with by and on; until then leave published_on out"
                ));
            continue;
        };
        if let Some(on) = review.secrecy.on.as_ref().filter(|on| on.value > published.value) {
            let (reviewed, day) = (on.value, published.value);
            findings
                .at(
                    published.span,
                    text!("{day} 发布，{reviewed} 才审查", "published on {day}, reviewed only on {reviewed}"),
                )
                .see(on.span, text!("审查", "the review"));
        }
    }
}
