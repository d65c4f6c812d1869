//! What was published was reviewed only afterwards, or before it was written.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::{Internal, Review},
    read::Date,
    rule, text,
};

rule!(RULE = "B108" "review-order" Error, "review_order.md");

/// Of stages, statistics and releases other rules say the same, none of them waivable.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut one = |reach, formed: &Option<Date>, review: &Internal<Option<Review>>, published: &Option<Date>| {
        ordered(reach, formed, review.reveal(&facts.clearance).as_ref(), published, findings);
    };
    for record in facts.records() {
        one(record.reach, &record.formed_on, &record.review, &record.published_on);
        record.revisions.iter().for_each(|revision| one(record.reach, &None, &revision.review, &revision.on));
    }
    facts.texts().for_each(|t| one(t.reach, &t.formed_on, &t.review, &t.published_on));
    facts.items().for_each(|i| one(i.reach, &None, &i.review, &None));
}

/// Formation, review, the superior's review, publication: none comes before the one ahead of it.
fn ordered(
    reach: Reach,
    formed: &Option<Date>,
    review: Option<&Review>,
    published: &Option<Date>,
    findings: &mut Findings<'_>,
) {
    let Some(review) = review else { return };
    let superior = review.superior.as_ref().and_then(|sign| sign.on.as_ref());
    let dates = [
        ("成文", "formation", formed.as_ref()),
        ("审查", "review", review.secrecy.on.as_ref()),
        ("复核", "the superior's review", superior),
        ("发布", "publication", published.as_ref()),
    ];
    let there: Vec<_> = dates.into_iter().filter_map(|(zh, en, date)| Some((zh, en, date?))).collect();
    for pair in there.windows(2) {
        let [(a_zh, a_en, a), (b_zh, b_en, b)] = [pair[0], pair[1]];
        let (first, then) = (a.value, b.value);
        if then < first {
            let message =
                text!("{b_zh}日期 {then} 早于{a_zh}日期 {first}", "{b_en} on {then} comes before {a_en} on {first}");
            findings.at_reach(reach, b.span, message).see(a.span, text!("{a_zh}", "{a_en}"));
        }
    }
}
