//! Statistics have a date of publication, but nobody reviewed that they may be published, or only afterwards.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::Review,
    read::Date,
    rule, text,
};

rule!(RULE = "B107" "statistics-unreviewed" Error, "statistics_unreviewed.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for statistics in facts.statistics() {
        let Some(published) = &statistics.published_on else { continue };
        match statistics.review.reveal(&facts.clearance) {
            Some(review) => late(review, published, statistics.reach, findings),
            None => {
                findings
                    .at_reach(
                        statistics.reach,
                        published.span,
                        text!("写了发布日期，却没有审查", "it has a date of publication but no review"),
                    )
                    .help(text!(
                        "先审查、后公开：填写 [review] 的 by 和 on；审查前不写 published_on",
                        "review comes first: add [review] with by and on; until then leave published_on out"
                    ));
            }
        }
    }
}

fn late(review: &Review, published: &Date, reach: Reach, findings: &mut Findings<'_>) {
    let signs = [Some(&review.secrecy), review.superior.as_ref()].into_iter().flatten();
    let last = signs.filter_map(|sign| sign.on.as_ref()).max_by_key(|on| on.value);
    if let Some(on) = last.filter(|on| on.value > published.value) {
        let (reviewed, day) = (on.value, published.value);
        let message = text!("{day} 发布，{reviewed} 才审查", "published on {day}, reviewed only on {reviewed}");
        findings.at_reach(reach, published.span, message).see(on.span, text!("审查", "the review"));
    }
}
