//! The stages of an exercise, or the dates of one, are in an order that can not be.

use chrono::NaiveDate;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span, Spanned},
    kinds::{Exercise, Stage},
    read::Date,
    rule, text,
    text::Word,
    words::StageKind,
};

rule!(RULE = "G104" "stage-order" Error, "stage_order.md");

pub(super) static CHECK: Check = Check::Exercise(&RULE, check);

fn check(exercise: &Exercise, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let stages = facts.stages(exercise);
    for pair in stages.windows(2) {
        let reach = facts.reach(exercise, pair[0]).max(facts.reach(exercise, pair[1]));
        kinds(pair[0], pair[1], reach, findings);
        if let (Some(before), Some(on)) = (&pair[0].on, &pair[1].on) {
            ordered([("上一环节", "the stage before", before), ("发生", "this stage", on)], reach, findings);
        }
    }
    for stage in stages {
        dates(stage, facts.reach(exercise, stage), facts, findings);
    }
}

/// The series that a kind belongs to, and its place there.
fn place(kind: StageKind) -> (u8, u8) {
    match kind {
        StageKind::Decision => (0, 0),
        StageKind::Execution => (0, 1),
        StageKind::Result => (0, 2),
        StageKind::Accepted => (1, 0),
        StageKind::InProgress => (1, 1),
        StageKind::Completed => (1, 2),
    }
}

/// Some may be left out; none comes twice, for each is reported by its name.
fn kinds(before: &Stage, stage: &Stage, reach: Reach, findings: &mut Findings<'_>) {
    let (Some(before), Some(kind)) = (&before.kind, &stage.kind) else { return };
    let ((series, first), (own, then)) = (place(before.value), place(kind.value));
    let (zh, en) = (kind.value.zh(), kind.value.en());
    let (other_zh, other_en) = (before.value.zh(), before.value.en());
    let message = if series != own {
        text!("「{zh}」和「{other_zh}」不是一套环节", "the stages “{en}” and “{other_en}” belong to different series")
    } else if then == first {
        text!("「{zh}」写了两次", "the stage “{en}” stands twice")
    } else if then < first {
        text!("「{zh}」写在「{other_zh}」后面", "the stage “{en}” comes after “{other_en}”")
    } else {
        return;
    };
    report(kind, before, message, reach, findings);
}

fn report(
    kind: &Spanned<StageKind>,
    before: &Spanned<StageKind>,
    message: text::Text,
    reach: Reach,
    findings: &mut Findings<'_>,
) {
    findings.at_reach(reach, kind.span, message).see(before.span, text!("上一环节", "the stage before")).help(text!(
        "一份登记表只用一套环节，按发生的先后写：决策、执行、结果，或者受理、办理中、办结",
        "one form keeps to one series, in its order: decision, execution, result, or accepted, in progress, completed"
    ));
}

/// It happened, was recorded, reported, reviewed above and published. The secrecy review comes after the record and
/// before the superior's.
fn dates(stage: &Stage, reach: Reach, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let review = stage.review.reveal(&facts.clearance).as_ref();
    let secrecy = ("审查", "review", review.and_then(|review| review.secrecy.on.as_ref()));
    let superior = review.and_then(|review| review.superior.as_ref()?.on.as_ref());
    let superior = ("复核", "the superior's review", superior);
    let happened = ("发生", "the stage", stage.on.as_ref());
    let recorded = ("填表", "the record", stage.recorded_on.as_ref());
    let submitted = ("报送", "the report", stage.submitted_on.as_ref());
    let published = ("公开", "publication", stage.published_on.as_ref());
    chain(&[happened, recorded, submitted, superior, published], reach, findings);
    let before = if recorded.2.is_some() { recorded } else { happened };
    let after = if superior.2.is_some() { superior } else { published };
    if secrecy.2.is_some() {
        chain(&[before, secrecy, after], reach, findings);
    }
}

type StageDate<'d> = (&'static str, &'static str, Option<&'d Date>);

/// Compares each date that is there with the next one that is.
fn chain(dates: &[StageDate<'_>], reach: Reach, findings: &mut Findings<'_>) {
    let there: Vec<_> = dates.iter().filter_map(|(zh, en, date)| Some((*zh, *en, (*date)?))).collect();
    for pair in there.windows(2) {
        ordered([pair[0], pair[1]], reach, findings);
    }
}

fn ordered([first, then]: [(&str, &str, &Date); 2], reach: Reach, findings: &mut Findings<'_>) {
    let ((a_zh, a_en, a), (b_zh, b_en, b)) = (first, then);
    let (from, to): (NaiveDate, NaiveDate) = (a.value, b.value);
    let (there, here): (Span, Span) = (a.span, b.span);
    if from > to {
        let message = text!("{b_zh}日期 {to} 早于{a_zh}日期 {from}", "{b_en} on {to} comes before {a_en} on {from}");
        findings.at_reach(reach, here, message).see(there, text!("{a_zh}", "{a_en}"));
    }
}
