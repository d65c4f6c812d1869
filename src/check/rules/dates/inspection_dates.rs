//! The dates of an inspection can't be, or a correction is half written.

use super::sequence::{incomplete, ordered};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule,
};

rule!(RULE = "G211" "inspection-dates" Error, "inspection_dates.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for inspection in &facts.catalog.registers.reveal(&facts.clearance).inspections {
        let inspected = ("检查", "the inspection", inspection.on.as_ref());
        for problem in &inspection.problems {
            let reported = ("上报", "the report", problem.reported_on.as_ref());
            let limit = ("整改期限的", "the time limit", problem.correct_by.as_ref());
            let corrected = ("整改", "the correction", problem.corrected_on.as_ref());
            ordered(&[inspected, reported], findings);
            ordered(&[inspected, limit], findings);
            ordered(&[inspected, corrected], findings);
            match (&problem.corrected_on, &problem.correction) {
                (Some(on), None) => incomplete(on.span, "corrected_on", "correction", findings),
                (None, Some(what)) => incomplete(what.span, "correction", "corrected_on", findings),
                _ => {}
            }
        }
        for brief in &inspection.briefs {
            ordered(&[inspected, ("反馈", "the feedback", brief.submitted_on.as_ref())], findings);
        }
    }
}
