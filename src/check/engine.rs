//! Runs every rule over what it is about, in parallel and in a fixed order.

use rayon::prelude::*;

use super::{Body, Facts, bodies, consequences, rules::CHECKS, waivers};
use crate::{
    day::Day,
    diag::{Finding, Findings, Reach, Rule},
    kinds::{Agency, CalendarYear, Exercise, Filing, Item, Record, Site},
};

/// A rule with the function that checks it, by what it is about.
#[derive(Clone, Copy)]
pub enum Check {
    /// The site.
    Site(&'static Rule, fn(&Site, &Facts<'_>, &mut Findings<'_>)),
    /// The agency.
    Agency(&'static Rule, fn(&Agency, &Facts<'_>, &mut Findings<'_>)),
    /// Each year's days off.
    Calendar(&'static Rule, fn(&CalendarYear, &mut Findings<'_>)),
    /// Each item.
    Item(&'static Rule, fn(&Item, &Facts<'_>, &mut Findings<'_>)),
    /// Each record whose content stands: not one that was withdrawn.
    Content(&'static Rule, fn(&Record, &Facts<'_>, &mut Findings<'_>)),
    /// Each record.
    Record(&'static Rule, fn(&Record, &Facts<'_>, &mut Findings<'_>)),
    /// Each exercise of an important power.
    Exercise(&'static Rule, fn(&Exercise, &Facts<'_>, &mut Findings<'_>)),
    /// Each filing of ordinary powers.
    Filing(&'static Rule, fn(&Filing, &Facts<'_>, &mut Findings<'_>)),
    /// Each body of Markdown, annexes included.
    Body(&'static Rule, fn(&Body<'_>, &Facts<'_>, &mut Findings<'_>)),
    /// The catalog as a whole.
    Catalog(&'static Rule, fn(&Facts<'_>, &mut Findings<'_>)),
}

impl Check {
    /// The rule.
    pub fn rule(self) -> &'static Rule {
        match self {
            Self::Site(rule, _)
            | Self::Agency(rule, _)
            | Self::Calendar(rule, _)
            | Self::Item(rule, _)
            | Self::Content(rule, _)
            | Self::Record(rule, _)
            | Self::Exercise(rule, _)
            | Self::Filing(rule, _)
            | Self::Body(rule, _)
            | Self::Catalog(rule, _) => rule,
        }
    }
}

/// Checks a catalog on a day; `found` are the findings of the stages before. Waived findings and mere consequences are left out.
pub fn check(day: &Day<'_>, found: Vec<Finding>) -> Vec<Finding> {
    let facts = Facts::new(day);
    let mut findings = found;
    findings.extend(whole(&facts));
    let items: Vec<&Item> = facts.items().collect();
    let records: Vec<&Record> = facts.records().collect();
    let exercises: Vec<&Exercise> = facts.exercises().collect();
    let bodies = bodies::all(&facts);
    findings.par_extend(items.par_iter().flat_map_iter(|item| item_findings(item, &facts)));
    findings.par_extend(records.par_iter().flat_map_iter(|record| record_findings(record, &facts)));
    findings.par_extend(exercises.par_iter().flat_map_iter(|exercise| exercise_findings(exercise, &facts)));
    findings.par_extend(facts.filings().par_iter().flat_map_iter(|filing| filing_findings(filing, &facts)));
    findings.par_extend(bodies.par_iter().flat_map_iter(|body| body_findings(body, &facts)));
    waivers::apply(consequences::drop(findings, &facts), &facts)
}

/// The findings of the rules about calendars on one that need not be of the catalog.
pub fn check_calendar(year: &CalendarYear) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in CHECKS {
        if let Check::Calendar(rule, run) = check {
            run(year, &mut Findings::new(rule, Reach::Public, &mut out));
        }
    }
    out
}

/// The findings of every rule that is about the site, the agency, a calendar or the catalog.
fn whole(facts: &Facts<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in CHECKS {
        let mut sink = Findings::new(check.rule(), Reach::Public, &mut out);
        match check {
            Check::Site(_, run) => run(facts.site(), facts, &mut sink),
            Check::Agency(_, run) => run(facts.agency(), facts, &mut sink),
            Check::Calendar(_, run) => facts.catalog.calendars.iter().for_each(|year| run(year, &mut sink)),
            Check::Catalog(_, run) => run(facts, &mut sink),
            Check::Item(..)
            | Check::Content(..)
            | Check::Record(..)
            | Check::Exercise(..)
            | Check::Filing(..)
            | Check::Body(..) => {}
        }
    }
    out
}

fn item_findings(item: &Item, facts: &Facts<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in CHECKS {
        if let Check::Item(rule, run) = check {
            run(item, facts, &mut Findings::new(rule, item.reach, &mut out));
        }
    }
    out
}

fn record_findings(record: &Record, facts: &Facts<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let stands = record.withdrawn().is_none();
    for check in CHECKS {
        match check {
            Check::Record(rule, run) => run(record, facts, &mut Findings::new(rule, record.reach, &mut out)),
            Check::Content(rule, run) if stands => run(record, facts, &mut Findings::new(rule, record.reach, &mut out)),
            _ => {}
        }
    }
    out
}

fn exercise_findings(exercise: &Exercise, facts: &Facts<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in CHECKS {
        if let Check::Exercise(rule, run) = check {
            run(exercise, facts, &mut Findings::new(rule, exercise.reach, &mut out));
        }
    }
    out
}

/// What is filed upward shapes no public page.
fn filing_findings(filing: &Filing, facts: &Facts<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in CHECKS {
        if let Check::Filing(rule, run) = check {
            run(filing, facts, &mut Findings::new(rule, Reach::Internal, &mut out));
        }
    }
    out
}

fn body_findings(body: &Body<'_>, facts: &Facts<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in CHECKS {
        if let Check::Body(rule, run) = check {
            run(body, facts, &mut Findings::new(rule, body.reach, &mut out));
        }
    }
    out
}
