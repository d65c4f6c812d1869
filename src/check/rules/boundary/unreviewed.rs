//! Something was published without the review that must come first.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span},
    kinds::{Exercise, Item, Record, Withheld},
    rule, text,
    text::Word,
};

rule!(RULE = "B102" "unreviewed" Error, "unreviewed.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for item in facts.items().filter(|item| facts.lacks_review(item)) {
        let message =
            text!("事项的状态是「{}」，却没有保密审查", "the item is “{}” but was not reviewed", item.status.zh());
        let help =
            text!("先审查、后公开：填写 [review] 的 by 和 on", "review comes first: add [review] with by and on");
        findings.at_reach(item.reach, item.name.span, message).help(help);
    }
    for page in facts.texts().filter(|page| facts.is_page_unreviewed(page)) {
        missing(page.title.span, page.reach, findings);
    }
    facts.records().for_each(|record| of_record(record, facts, findings));
    facts.exercises().for_each(|exercise| of_exercise(exercise, facts, findings));
}

/// Without a date of publication it is a draft that waits for its review.
fn of_record(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if record.published_on.is_none() {
        return;
    }
    match record.withheld.reveal(&facts.clearance) {
        Some(Withheld::Unreviewed) => missing(record.title.span, record.reach, findings),
        Some(Withheld::SuperiorMissing) => {
            let message =
                text!("重要权力的公开须经上级复核", "an important power is published only after the superior's review");
            let help = text!("填写 [review.superior] 的 by 和 on", "add [review.superior] with by and on");
            findings.at_reach(record.reach, record.title.span, message).help(help);
        }
        Some(Withheld::ItemUnreviewed) => item_waits(&record.item, record.title.span, facts, findings),
        Some(Withheld::Draft) | None => {}
    }
}

/// Its stages are held back with its item.
fn of_exercise(exercise: &Exercise, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if let Some(published) = exercise.stages.iter().find_map(|stage| stage.published_on.as_ref()) {
        item_waits(&exercise.item, published.span, facts, findings);
    }
}

/// Of an item in use it is said at the item.
fn item_waits(id: &str, at: Span, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let waits = |item: &&Item| item.withheld.reveal(&facts.clearance).is_some();
    let Some(item) = facts.item(id).filter(waits).filter(|item| !facts.lacks_review(item)) else { return };
    findings
        .at_reach(
            Reach::Public,
            at,
            text!(
                "写了公开日期，所属的事项却没有保密审查",
                "it has a date of publication, but its item was not reviewed"
            ),
        )
        .see(item.name.span, text!("事项", "its item"))
        .help(text!(
            "先审查事项，在事项里填写 [review] 的 by 和 on；审查前不写 published_on",
            "have the item reviewed first, with by and on in its [review]; until then leave published_on out"
        ));
}

fn missing(at: Span, reach: Reach, findings: &mut Findings<'_>) {
    let message = text!("写了发布日期，却没有保密审查", "it has a date of publication but no review");
    findings.at_reach(reach, at, message).help(text!(
        "先审查、后公开：填写 [review] 的 by 和 on；审查前不写 published_on",
        "review comes first: add [review] with by and on; until then leave published_on out"
    ));
}
