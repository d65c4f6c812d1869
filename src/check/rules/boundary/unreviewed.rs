//! A record was published without the review that must come first.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::{Record, Withheld},
    rule, text,
};

rule!(/// A record was published without the review that must come first.
    RULE = "B102" "unreviewed" Error, "unreviewed.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if record.published_on.is_none() {
        return; // a draft that waits for its review
    }
    match record.withheld.reveal(&facts.clearance) {
        Some(Withheld::Unreviewed) => {
            findings
                .at(
                    record.title.span,
                    text!("写了发布日期，却没有保密审查", "it has a date of publication but no review"),
                )
                .help(text!(
                    "先审查、后公开：填写 [review] 的 by 和 on；审查前不写 published_on",
                    "review comes first: add [review] with by and on; until then leave published_on out"
                ));
        }
        Some(Withheld::SuperiorMissing) => {
            findings
                .at(
                    record.title.span,
                    text!(
                        "重要权力的公开须经上级复核",
                        "an important power is published only after the superior's review"
                    ),
                )
                .help(text!("填写 [review.superior] 的 by 和 on", "add [review.superior] with by and on"));
        }
        Some(Withheld::Draft) | None => {}
    }
}
