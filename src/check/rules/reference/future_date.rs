//! An item's change, a record, a stage of an exercise, a filing or an assessment has a date that is yet to come.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    model::{Date, Filing, Item, Record, Stage},
    rule, text,
};

rule!(/// An item's change, a record, a stage of an exercise, a filing or an assessment has a date that is yet to come.
    RULE = "R106" "future-date" Error, "future_date.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    facts.items().for_each(|i| report(i.reach, of_item(i), facts, findings));
    facts.records().for_each(|r| report(r.reach, of_record(r), facts, findings));
    for exercise in facts.exercises() {
        for stage in facts.stages(exercise) {
            report(facts.reach(exercise, stage), of_stage(stage), facts, findings);
        }
    }
    facts.filings().iter().for_each(|f| report(Reach::Internal, of_filing(f), facts, findings));
    let decided = facts.site().weights.iter().map(|weights| weights.decided_on.as_ref());
    let assessments = facts.catalog.assessments.reveal(&facts.clearance).iter();
    let submitted = assessments.map(|assessment| assessment.submitted_on.as_ref());
    report(Reach::Internal, decided.chain(submitted).collect(), facts, findings);
}

fn of_item(item: &Item) -> Vec<Option<&Date>> {
    let changed = item.changes.iter().flat_map(|change| [change.on.as_ref(), change.reported_on.as_ref()]);
    changed.chain([item.importance.as_ref().and_then(|importance| importance.on.as_ref())]).collect()
}

fn of_record(record: &Record) -> Vec<Option<&Date>> {
    let revised = record.revisions.iter().map(|revision| revision.on.as_ref());
    [record.published_on.as_ref(), record.formed_on.as_ref()].into_iter().chain(revised).collect()
}

fn of_stage(stage: &Stage) -> Vec<Option<&Date>> {
    let dates = [&stage.on, &stage.recorded_on, &stage.submitted_on, &stage.published_on];
    dates.into_iter().map(Option::as_ref).collect()
}

fn of_filing(filing: &Filing) -> Vec<Option<&Date>> {
    let rows = filing.rows.iter().map(|row| row.published_on.as_ref());
    [filing.filled_on.as_ref(), filing.submitted_on.as_ref()].into_iter().chain(rows).collect()
}

fn report(reach: Reach, dates: Vec<Option<&Date>>, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let today = facts.as_of.0;
    for date in dates.into_iter().flatten().filter(|date| date.value > today) {
        let message = text!("{} 还没有到（今天是 {today}）", "{} is still to come (today is {today})", date.value);
        findings
            .at_reach(reach, date.span, message)
            .help(text!("到了那天再填写，不能预先填写", "write it on the day itself, not before"));
    }
}
