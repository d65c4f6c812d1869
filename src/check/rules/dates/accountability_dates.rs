//! The dates of a finding of responsibility can't be, or its correction is half written.

use super::sequence::{incomplete, ordered, released};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Accountability,
    rule,
};

rule!(RULE = "G203" "accountability-dates" Error, "accountability_dates.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for finding in &facts.catalog.registers.reveal(&facts.clearance).accountability {
        let found = ("认定", "the finding", finding.found_on.as_ref());
        let transferred = ("移送", "the transfer", finding.transferred_on.as_ref());
        let limit = ("改正期限的", "the time limit", finding.correct_by.as_ref());
        let corrected = ("改正", "the correction", finding.corrected_on.as_ref());
        let reported = ("反馈", "the report back", finding.reported_on.as_ref());
        ordered(&[found, transferred], findings);
        ordered(&[found, limit], findings);
        ordered(&[found, corrected, reported], findings);
        released(finding.release.as_ref(), found, facts, findings);
        correction(finding, findings);
    }
}

/// What was corrected says how; what was reported back was corrected.
fn correction(finding: &Accountability, findings: &mut Findings<'_>) {
    match (&finding.corrected_on, &finding.correction) {
        (Some(on), None) => incomplete(on.span, "corrected_on", "correction", findings),
        (None, Some(what)) => incomplete(what.span, "correction", "corrected_on", findings),
        (None, None) => {
            if let Some(on) = &finding.reported_on {
                incomplete(on.span, "reported_on", "corrected_on", findings);
            }
        }
        (Some(_), Some(_)) => {}
    }
}
