//! Statistics have a date of publication, but nobody reviewed that they may be published, or the review saw another count.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule,
    supervision::counted,
    text,
};

rule!(/// Statistics have a date of publication, but nobody reviewed that they may be published, or the review saw another count.
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
    confirmed(facts, findings);
}

/// A case that came later, and a copy without the complaints, would change a figure that is out.
fn confirmed(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for counted in counted(facts.catalog) {
        let (statistics, count) = (counted.statistics, counted.received);
        let Some(received) = &statistics.received else {
            let place = statistics.published_on.as_ref().map_or(statistics.place, |on| on.span);
            findings
                .at(
                    place,
                    text!(
                        "没有写 received：审查时核对的收到件数",
                        "received is missing: the count that the review saw"
                    ),
                )
                .help(text!(
                    "现在登记的是 {count} 件；核对登记簿以后写 received = {count}",
                    "{count} are registered now; check the register, then write received = {count}"
                ));
            continue;
        };
        if usize::try_from(received.value).ok() != Some(count) {
            let seen = received.value;
            findings
                .at(
                    received.span,
                    text!("审查时核对的是 {seen} 件，现在登记的是 {count} 件", "the review saw {seen}, {count} are registered now"),
                )
                .help(text!(
                    "补登了的，重新审查，改 received、[review] 和 published_on；没有 content/feedback 的副本不能公布统计",
                    "where cases were added, have it reviewed again and change received, [review] and published_on; a copy without content/feedback can't publish statistics"
                ));
        }
    }
}
