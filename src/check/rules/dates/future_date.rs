//! Something that is written as done has a date that is yet to come.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::{Filing, Internal, Item, Record, Review, Stage, TextPage},
    read::Date,
    rule, text,
};

rule!(RULE = "R106" "future-date" Error, "future_date.md");

/// As an error that can't be waived it keeps what is dated ahead from the public site until its
/// day. Of releases G201 and G203 say the same, of the publication of statistics G208.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    facts.items().for_each(|i| report(i.reach, [of_item(i), signed(&i.review, facts)].concat(), facts, findings));
    facts.records().for_each(|r| report(r.reach, [of_record(r), signed(&r.review, facts)].concat(), facts, findings));
    let revisions = facts.records().flat_map(|r| r.revisions.iter().map(move |revision| (r.reach, revision)));
    revisions.for_each(|(reach, revision)| report(reach, signed(&revision.review, facts), facts, findings));
    facts.texts().for_each(|t| report(t.reach, [of_text(t), signed(&t.review, facts)].concat(), facts, findings));
    for exercise in facts.exercises() {
        for stage in facts.stages(exercise) {
            let dates = [of_stage(stage), signed(&stage.review, facts)].concat();
            report(facts.reach(exercise, stage), dates, facts, findings);
        }
    }
    facts.statistics().for_each(|s| report(s.reach, signed(&s.review, facts), facts, findings));
    facts.filings().iter().for_each(|f| report(Reach::Internal, of_filing(f), facts, findings));
    let decided = facts.site().weights.iter().map(|weights| weights.decided_on.as_ref());
    let assessments = facts.catalog.registers.reveal(&facts.clearance).assessments.iter();
    let submitted = assessments.map(|assessment| assessment.submitted_on.as_ref());
    report(Reach::Internal, decided.chain(submitted).collect(), facts, findings);
}

fn of_item(item: &Item) -> Vec<Option<&Date>> {
    let changed = item.changes.iter().flat_map(|change| [change.on.as_ref(), change.reported_on.as_ref()]);
    let used = [&item.started_on, &item.suspended_on, &item.resumed_on, &item.terminated_on].map(Option::as_ref);
    changed.chain(used).chain([item.importance.as_ref().and_then(|importance| importance.on.as_ref())]).collect()
}

fn of_record(record: &Record) -> Vec<Option<&Date>> {
    let revised = record.revisions.iter().map(|revision| revision.on.as_ref());
    let delivered = record.deliveries.iter().map(|delivery| delivery.on.as_ref());
    let own = [record.published_on.as_ref(), record.formed_on.as_ref()];
    own.into_iter().chain(delivered).chain(revised).collect()
}

fn of_text(page: &TextPage) -> Vec<Option<&Date>> {
    vec![page.published_on.as_ref(), page.formed_on.as_ref()]
}

/// When it was reviewed, and when above.
fn signed<'c>(review: &'c Internal<Option<Review>>, facts: &Facts<'c>) -> Vec<Option<&'c Date>> {
    let signs = review.reveal(&facts.clearance).iter().flat_map(|r| [Some(&r.secrecy), r.superior.as_ref()]);
    signs.map(|sign| sign?.on.as_ref()).collect()
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
