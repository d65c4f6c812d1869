//! Runs every rule over what it is about, in parallel and in a fixed order.

use std::slice;

use rayon::prelude::*;

use super::{Body, Facts, bodies, consequences, rules::checks, waivers};
use crate::{
    day::Day,
    diag::{Finding, Findings, Reach, Rule},
    kinds::{Agency, CalendarYear, Exercise, Filing, Item, Record, Site},
};

/// A rule with the function that checks it, by what it is about.
#[derive(Clone, Copy)]
pub(crate) enum Check {
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
    /// The tables of each record whose content stands. They are judged once; a mistake is of one of several rules.
    Tables(&'static [&'static Rule], fn(&Record, &Facts<'_>, &mut Findings<'_>)),
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
    /// The rules of which it finds mistakes.
    pub(crate) fn rules(&self) -> &[&'static Rule] {
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
            | Self::Catalog(rule, _) => slice::from_ref(rule),
            Self::Tables(rules, _) => rules,
        }
    }
}

/// Checks a catalog on a day; `found` are the findings of the stages before. Waived findings and mere consequences are left out.
pub fn check(day: &Day<'_>, found: Vec<Finding>) -> Vec<Finding> {
    let facts = Facts::new(day);
    let facts = &facts;
    let mut findings = found;
    findings.extend(whole(facts));
    let items: Vec<&Item> = facts.items().collect();
    let records: Vec<&Record> = facts.records().collect();
    let exercises: Vec<&Exercise> = facts.exercises().collect();
    let bodies = bodies::all(facts);
    findings.par_extend(items.par_iter().flat_map_iter(|item| of_item(item, facts)));
    findings.par_extend(records.par_iter().flat_map_iter(|record| of_record(record, facts)));
    findings.par_extend(exercises.par_iter().flat_map_iter(|exercise| of_exercise(exercise, facts)));
    findings.par_extend(facts.filings().par_iter().flat_map_iter(|filing| of_filing(filing, facts)));
    findings.par_extend(bodies.par_iter().flat_map_iter(|body| of_body(body, facts)));
    waivers::apply(consequences::drop(findings, facts), facts)
}

/// The findings of the rules about calendars on one that need not be of the catalog.
pub fn check_calendar(year: &CalendarYear) -> Vec<Finding> {
    found(Reach::Public, |check, out| {
        if let Check::Calendar(_, run) = check {
            run(year, out);
        }
    })
}

/// What every check finds that `run` runs; mistakes of the thing itself are of this reach.
fn found(reach: Reach, run: impl Fn(&Check, &mut Findings<'_>)) -> Vec<Finding> {
    let mut out = Vec::new();
    for check in checks() {
        let Some(rule) = check.rules().first() else { continue };
        run(check, &mut Findings::new(rule, reach, &mut out));
    }
    out
}

/// The findings of every rule that is about the site, the agency, a calendar or the catalog.
fn whole(facts: &Facts<'_>) -> Vec<Finding> {
    found(Reach::Public, |check, out| match check {
        Check::Site(_, run) => run(facts.site(), facts, out),
        Check::Agency(_, run) => run(facts.agency(), facts, out),
        Check::Calendar(_, run) => facts.catalog.calendars.iter().for_each(|year| run(year, out)),
        Check::Catalog(_, run) => run(facts, out),
        _ => {}
    })
}

fn of_item(item: &Item, facts: &Facts<'_>) -> Vec<Finding> {
    found(item.reach, |check, out| {
        if let Check::Item(_, run) = check {
            run(item, facts, out);
        }
    })
}

fn of_record(record: &Record, facts: &Facts<'_>) -> Vec<Finding> {
    let stands = record.withdrawn().is_none();
    found(record.reach, |check, out| match check {
        Check::Record(_, run) => run(record, facts, out),
        Check::Content(_, run) | Check::Tables(_, run) if stands => run(record, facts, out),
        _ => {}
    })
}

fn of_exercise(exercise: &Exercise, facts: &Facts<'_>) -> Vec<Finding> {
    found(exercise.reach, |check, out| {
        if let Check::Exercise(_, run) = check {
            run(exercise, facts, out);
        }
    })
}

/// What is filed upward shapes no public page.
fn of_filing(filing: &Filing, facts: &Facts<'_>) -> Vec<Finding> {
    found(Reach::Internal, |check, out| {
        if let Check::Filing(_, run) = check {
            run(filing, facts, out);
        }
    })
}

fn of_body(body: &Body<'_>, facts: &Facts<'_>) -> Vec<Finding> {
    found(body.reach, |check, out| {
        if let Check::Body(_, run) = check {
            run(body, facts, out);
        }
    })
}
