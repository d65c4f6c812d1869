//! Loads the registers: files of their own, one for each exercise, filing, complaint, finding, assessment and inspection.

use std::collections::BTreeMap;

use super::{assemble::stamp, part::is_all_held};
use crate::{
    diag::{FileId, Files, Reach},
    kinds::{Accountability, Address, Assessment, Exercise, Feedback, Filing, Inspection, Kind, Statistics},
    read::{Fields, Found, document},
    source::Source,
    words::Audience,
};

/// What the house keeps for itself, by id; of some of it a part is released.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// 备案表
    pub filings: Vec<Filing>,
    /// 投诉举报和评议意见
    pub feedback: Vec<Feedback>,
    /// 责任追究
    pub accountability: Vec<Accountability>,
    /// 考核评价
    pub assessments: Vec<Assessment>,
    /// 巡查检查
    pub inspections: Vec<Inspection>,
}

/// Everything that has a file of its own in a register, by id.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) exercises: Vec<Exercise>,
    pub(super) statistics: Vec<Statistics>,
    pub(super) registers: Registers,
}

impl Listed {
    /// Reads the files, which come by kind and in the order of their paths.
    pub(super) fn read<'p>(
        source: &Source,
        files: impl Fn(Kind) -> &'p [(Address<'p>, FileId)],
        audiences: &BTreeMap<&str, Audience>,
        found: &mut Found,
    ) -> Self {
        let released = |file: FileId| released(source.text(file));
        let exercises = all(files(Kind::Exercise), |id, file| exercise(source, id, file, audiences, found));
        let statistics = all(files(Kind::Statistics), |id, file| statistics(source, id, file, found));
        let registers = Registers {
            filings: all(files(Kind::Filing), |id, file| {
                inside(source, file, Reach::Internal, found, |f| Filing::read(id, f))
            }),
            feedback: all(files(Kind::Feedback), |id, file| {
                let reach = released(file);
                inside(source, file, reach, found, |f| Feedback::read(id, reach, f))
            }),
            accountability: all(files(Kind::Accountability), |id, file| {
                let reach = released(file);
                inside(source, file, reach, found, |f| Accountability::read(id, reach, f))
            }),
            inspections: all(files(Kind::Inspection), |id, file| {
                inside(source, file, Reach::Internal, found, |f| Inspection::read(id, f))
            }),
            assessments: all(files(Kind::Assessment), |id, file| {
                inside(source, file, Reach::Internal, found, |f| Assessment::read(id, f))
            }),
        };
        Self { exercises, statistics, registers }
    }
}

fn all<T>(files: &[(Address<'_>, FileId)], mut read: impl FnMut(&str, FileId) -> T) -> Vec<T> {
    files.iter().map(|(address, file)| read(address.id, *file)).collect()
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
    let mut own = found.anew();
    let document = document(source, file, &mut own.findings);
    stamp(&mut own.findings, released);
    let mut fields = document.table.fields(Reach::Internal, &mut own);
    let value = read(&mut fields);
    fields.finish();
    found.append(own);
    value
}

/// Mistakes of statistics reach the public site once they have a date of publication.
fn statistics(source: &Source, id: &str, file: FileId, found: &mut Found) -> Statistics {
    let reach = if source.text(file).contains(DATED) { Reach::Public } else { Reach::Internal };
    let mut own = found.anew();
    let document = document(source, file, &mut own.findings);
    stamp(&mut own.findings, reach);
    let mut fields = document.table.fields(reach, &mut own);
    let statistics = Statistics::read(id, reach, &mut fields);
    fields.finish();
    found.append(own);
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
    let mut own = found.anew();
    let document = document(source, file, &mut own.findings);
    let mut fields = document.table.fields(Reach::Public, &mut own);
    let mut exercise = Exercise::read(id, Reach::Public, &mut fields);
    fields.finish();
    let inward = audiences.get(exercise.item.as_str()) == Some(&Audience::Internal);
    if inward || (is_all_held(&exercise) && !document.table.is_broken()) {
        exercise.reach = Reach::Internal;
        stamp(&mut own.findings, Reach::Internal);
        own.mentions.iter_mut().for_each(|mention| mention.reach = Reach::Internal);
    }
    found.append(own);
    exercise
}
