//! A catalog as a public clone has it: with nothing of the inside.

use std::collections::HashSet;

use super::{Catalog, Shelf};
use crate::{
    diag::FileId,
    kinds::{Exercise, Internal, Item, Record, Release, Statistics, TextPage},
};

impl Catalog {
    /// The catalog without the inner shelf and with every closed field empty. What is made of it can't have been shaped
    /// by anything internal.
    pub(crate) fn opened(&self) -> Self {
        let (mut site, mut agency, mut open) = (self.site.clone(), self.agency.clone(), self.open.clone());
        site.annex = Internal::default();
        agency.annex = Internal::default();
        agency.offices.iter_mut().for_each(|office| office.annex = Internal::default());
        open.clear();
        Self {
            source: self.source.clone(),
            site,
            agency,
            calendars: self.calendars.clone(),
            open,
            inside: Internal::default(),
            feedback: Internal::default(),
            accountability: Internal::default(),
            assessments: Internal::default(),
            filings: Internal::default(),
            waivers: Internal::default(),
            item_ids: Internal::default(),
            mentions: Internal::default(),
        }
    }

    /// The files of which everyone may know: those of the open shelf, with the tables and attachments beside its records.
    /// Complaints and findings of responsibility are not among them, whatever they release.
    pub fn open_files(&self) -> HashSet<FileId> {
        let Shelf { items, records, exercises, texts, statistics, .. } = &self.open;
        let own = items.iter().map(|i| i.place.file).chain(records.iter().map(|r| r.place.file));
        let own = own.chain(exercises.iter().map(|e| e.place.file)).chain(texts.iter().map(|t| t.place.file));
        let own = own.chain(statistics.iter().map(|s| s.place.file)).chain(self.calendars.iter().map(|c| c.place.file));
        let beside = records.iter().filter(|r| r.withdrawn().is_none()).flat_map(|r| {
            let files = r.tables.iter().map(|t| &t.file).chain(r.attachments.iter().map(|a| &a.file));
            files.filter_map(move |file| {
                let path = format!("{}/{}", r.folder(), file.value);
                self.source.file(&path).or_else(|| self.source.blob(&path).map(|blob| blob.file))
            })
        });
        let house = ["content/site.toml", "content/agency.toml"].into_iter().filter_map(|path| self.source.file(path));
        let root = self.source.root_files().filter(|(path, _)| path.starts_with("content/static/public/"));
        own.chain(beside).chain(house).chain(root.map(|(_, blob)| blob.file)).collect()
    }
}

impl Shelf {
    fn clear(&mut self) {
        let Self { items, records, texts, exercises, statistics, answers, findings } = self;
        items.iter_mut().for_each(Item::clear);
        records.iter_mut().for_each(Record::clear);
        texts.iter_mut().for_each(TextPage::clear);
        exercises.iter_mut().for_each(Exercise::clear);
        statistics.iter_mut().for_each(Statistics::clear);
        answers.iter_mut().chain(findings).for_each(|(_, release)| release.clear());
    }
}

impl Item {
    fn clear(&mut self) {
        self.review = Internal::default();
        self.withheld = Internal::default();
        self.annex = Internal::default();
    }
}

impl Record {
    fn clear(&mut self) {
        self.archive_no = Internal::default();
        self.revisions.iter_mut().for_each(|revision| revision.review = Internal::default());
        self.annex = Internal::default();
        self.review = Internal::default();
        self.withheld = Internal::default();
    }
}

impl TextPage {
    fn clear(&mut self) {
        self.review = Internal::default();
        self.withheld = Internal::default();
        self.annex = Internal::default();
    }
}

impl Exercise {
    fn clear(&mut self) {
        self.reg_no = Internal::default();
        self.archive_no = Internal::default();
        self.annex = Internal::default();
        self.held = Internal::default();
        self.stages.iter_mut().for_each(|stage| stage.review = Internal::default());
    }
}

impl Statistics {
    fn clear(&mut self) {
        self.review = Internal::default();
        self.annex = Internal::default();
    }
}

impl Release {
    fn clear(&mut self) {
        self.review = Internal::default();
    }
}
