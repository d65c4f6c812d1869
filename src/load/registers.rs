//! Loads the registers: files of their own, one for each exercise, filing, complaint, finding and assessment.

use std::collections::BTreeMap;

use super::{assemble::stamp, part::is_all_held};
use crate::{
    diag::{FileId, Files, Reach},
    kinds::{Accountability, Address, Assessment, Exercise, Feedback, Filing, Statistics},
    read::{Fields, Found, document},
    source::Source,
    words::Audience,
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
        found: &mut Found,
    ) -> Self {
        let mut all = Self::default();
        for (address, file) in files {
            let own = &mut Found::default();
            let released = released(source.text(*file));
            match address {
                Address::Exercise { id } => all.exercises.push(exercise(source, id, *file, audiences, own)),
                Address::Filing { id } => {
                    all.filings.push(inside(source, *file, Reach::Internal, own, |f| Filing::read(id, f)));
                }
                Address::Feedback { id } => {
                    all.feedback.push(inside(source, *file, released, own, |f| Feedback::read(id, released, f)));
                }
                Address::Accountability { id } => {
                    let read = |f: &mut Fields<'_, '_>| Accountability::read(id, released, f);
                    all.accountability.push(inside(source, *file, released, own, read));
                }
                Address::Assessment { id } => {
                    all.assessments.push(inside(source, *file, Reach::Internal, own, |f| Assessment::read(id, f)));
                }
                Address::Statistics { id } => all.statistics.push(statistics(source, id, *file, own)),
                _ => {}
            }
            found.append(std::mem::take(own));
        }
        all
    }
}

/// The site that mistakes of a released text reach: the public one where the file has a date of publication for it.
/// Looked for in the text, so that a file that can't be read is judged too.
pub(super) fn released(text: &str) -> Reach {
    let is_dated = text.split_once("release").is_some_and(|(_, rest)| rest.contains(DATED));
    if is_dated { Reach::Public } else { Reach::Internal }
}

const DATED: &str = "published_on";

/// A file that stays inside, but for what it releases: whatever else is wrong in it shapes no public page. Where it can't
/// be read, what it releases may be lost.
fn inside<T>(
    source: &Source,
    file: FileId,
    released: Reach,
    found: &mut Found,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let document = document(source, file, &mut found.findings);
    stamp(&mut found.findings, released);
    let mut fields = document.table.fields(Reach::Internal, found);
    let value = read(&mut fields);
    fields.finish();
    value
}

/// Mistakes of statistics reach the public site once they have a date of publication.
fn statistics(source: &Source, id: &str, file: FileId, found: &mut Found) -> Statistics {
    let reach = if source.text(file).contains(DATED) { Reach::Public } else { Reach::Internal };
    let document = document(source, file, &mut found.findings);
    stamp(&mut found.findings, reach);
    let mut fields = document.table.fields(reach, found);
    let statistics = Statistics::read(id, reach, &mut fields);
    fields.finish();
    statistics
}

/// Mistakes of an exercise reach the public site once a stage of it is reviewed, or where nobody can tell.
fn exercise(
    source: &Source,
    id: &str,
    file: FileId,
    audiences: &BTreeMap<&str, Audience>,
    found: &mut Found,
) -> Exercise {
    let document = document(source, file, &mut found.findings);
    let mut fields = document.table.fields(Reach::Public, found);
    let mut exercise = Exercise::read(id, Reach::Public, &mut fields);
    fields.finish();
    let inward = audiences.get(exercise.item.as_str()) == Some(&Audience::Internal);
    if inward || (is_all_held(&exercise) && !document.table.is_broken()) {
        exercise.reach = Reach::Internal;
        stamp(&mut found.findings, Reach::Internal);
        found.mentions.iter_mut().for_each(|mention| mention.reach = Reach::Internal);
    }
    exercise
}
