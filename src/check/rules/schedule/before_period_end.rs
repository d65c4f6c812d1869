//! A record or a filing says what happened in a period that was not over.

use chrono::NaiveDate;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Spanned},
    kinds::{Filing, Occasion, Record},
    read::Date,
    rule, text,
    text::Text,
    words::Period,
};

rule!(RULE = "S105" "before-period-end" Warning waivable true, "before_period_end.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);
/// The same of filings.
pub(super) static FILINGS: Check = Check::Filing(&RULE, filing);

/// Of an item that was terminated the period is over with it.
fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(Occasion::Period(period)) = &record.occasion else { return };
    let last = period.last_day();
    let end = facts.in_use(&record.item).and_then(|in_use| in_use.to).map_or(last, |to| to.min(last));
    if end < period.first_day() {
        return; // R110: the item was terminated before
    }
    let published = record.published_on.as_ref().filter(|on| on.value <= end).map(|on| ("发布", "published", on));
    let formed = record.formed_on.as_ref().filter(|on| on.value < end).map(|on| ("成文", "formed", on));
    if let Some(early) = published.or(formed) {
        let help = text!(
            "日期写错的改正；确实写早了的，期满后再核对成文，重新审查",
            "correct a date that is wrong; if it was written too early, write and review it anew when the period is over"
        );
        report(early, period, end, help, findings);
    }
}

/// Its counts can still change on the last day.
fn filing(filing: &Filing, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(period) = &filing.period else { return };
    let end = period.value.last_day();
    let submitted = filing.submitted_on.as_ref().filter(|on| on.value < end).map(|on| ("报备", "sent", on));
    let filled = filing.filled_on.as_ref().filter(|on| on.value < end).map(|on| ("填表", "filled in", on));
    if let Some(early) = submitted.or(filled) {
        let help = text!(
            "日期写错的改正；确实填早了的，期满后再核对，重新报备",
            "correct a date that is wrong; if it was filled in too early, go through it and send it anew when the period is over"
        );
        report(early, period, end, help, findings);
    }
}

fn report(
    (zh, en, on): (&str, &str, &Date),
    period: &Spanned<Period>,
    end: NaiveDate,
    help: Text,
    findings: &mut Findings<'_>,
) {
    let (day, about) = (on.value, period.value);
    let message = text!("{about} 到 {end} 才结束，{day} 已经{zh}", "{about} ends on {end}, but this was {en} on {day}");
    findings.at(on.span, message).of_period(&period.value).see(period.span, text!("期间", "the period")).help(help);
}
