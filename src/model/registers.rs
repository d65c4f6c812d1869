//! Loads the registers: files of their own, one for each exercise, filing, complaint, finding and assessment.

use std::collections::BTreeMap;

use super::{
    Accountability, Assessment, Audience, Exercise, Feedback, Filing, Period, Release, Statistics,
    address::Address,
    load::{read_whole, stamp},
    part::{is_all_held, is_released},
};
use crate::{
    diag::{FileId, Finding, Reach},
    source::{Fields, Source, document},
};

/// Everything of them, by id.
#[derive(Debug, Default)]
pub(super) struct Registers {
    pub(super) exercises: Vec<Exercise>,
    pub(super) filings: Vec<Filing>,
    pub(super) feedback: Vec<Feedback>,
    pub(super) accountability: Vec<Accountability>,
    pub(super) assessments: Vec<Assessment>,
    pub(super) statistics: Vec<Statistics>,
}

impl Registers {
    /// Reads the files, which come in the order of their paths.
    pub(super) fn read(
        source: &Source,
        files: &[(Address<'_>, FileId)],
        audiences: &BTreeMap<&str, Audience>,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut all = Self::default();
        for (address, file) in files {
            let found = &mut Vec::new();
            match address {
                Address::Exercise { id } => all.exercises.push(exercise(source, id, *file, audiences, found)),
                Address::Filing { id } => all.filings.push(inside(source, *file, found, |f| Filing::read(id, f))),
                Address::Feedback { id } => {
                    all.feedback.push(inside(source, *file, found, |f| Feedback::read(id, f)));
                }
                Address::Accountability { id } => {
                    all.accountability.push(inside(source, *file, found, |f| Accountability::read(id, f)));
                }
                Address::Assessment { id } => {
                    all.assessments.push(inside(source, *file, found, |f| Assessment::read(id, f)));
                }
                Address::Statistics { id } => {
                    all.statistics.push(read_whole(source, *file, found, |f| Statistics::read(id, f)));
                }
                _ => {}
            }
            findings.append(found);
        }
        all
    }

    /// Complaints and findings of which the public is shown something: what they release, or that they are counted. One
    /// of which nobody can tell when it was received may be counted.
    pub(super) fn shown(&self) -> impl Iterator<Item = FileId> {
        let periods: Vec<Period> = self.statistics.iter().filter(|s| is_released(s)).filter_map(|s| s.period).collect();
        let is_dated = |release: &Option<Release>| release.as_ref().is_some_and(|r| r.published_on.is_some());
        let is_counted = move |f: &Feedback| match &f.received_on {
            Some(on) => periods.iter().any(|period| period.contains(on.value)),
            None => !periods.is_empty(),
        };
        let feedback =
            self.feedback.iter().filter(move |f| is_dated(&f.release) || is_counted(f)).map(|f| f.place.file);
        let findings = self.accountability.iter().filter(move |a| is_dated(&a.release)).map(|a| a.place.file);
        feedback.chain(findings)
    }
}

/// A file that stays inside, but for what it releases.
fn inside<T>(
    source: &Source,
    file: FileId,
    findings: &mut Vec<Finding>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let value = read_whole(source, file, findings, read);
    stamp(findings, Reach::Internal);
    value
}

/// Mistakes of an exercise reach the public site once a stage of it is reviewed, or where nobody can tell.
fn exercise(
    source: &Source,
    id: &str,
    file: FileId,
    audiences: &BTreeMap<&str, Audience>,
    findings: &mut Vec<Finding>,
) -> Exercise {
    let document = document(source, file, findings);
    let mut fields = document.table.fields(Reach::Public, findings);
    let mut exercise = Exercise::read(id, Reach::Public, &mut fields);
    fields.finish();
    let inward = audiences.get(exercise.item.as_str()) == Some(&Audience::Internal);
    if inward || (is_all_held(&exercise) && !document.table.is_broken()) {
        exercise.reach = Reach::Internal;
        stamp(findings, Reach::Internal);
    }
    exercise
}
