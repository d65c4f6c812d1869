//! A catalog as a public clone has it: with nothing of the inside.

use std::collections::HashSet;

use super::{Catalog, Shelf};
use crate::{
    diag::FileId,
    kinds::{Address, Exercise, Internal, Item, KINDS, Record, Release, Side, Statistics, TextPage, root_files},
    text::Word,
    words::Audience,
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
            registers: Internal::default(),
            waivers: Internal::default(),
            item_ids: Internal::default(),
            mentions: Internal::default(),
        }
    }

    /// The files of which everyone may know: those of the open shelf, with the tables and attachments beside its records.
    /// Complaints and findings of responsibility are not among them, whatever they release.
    pub fn open_files(&self) -> HashSet<FileId> {
        self.known().into_iter().map(|(file, _)| file).collect()
    }

    /// The same, with what each is; a file may be several things.
    pub(crate) fn known(&self) -> Vec<(FileId, KnownAs)> {
        let (source, Shelf { items, records, exercises, texts, statistics, .. }) = (&self.source, &self.open);
        let own = items.iter().map(|i| i.place.file).chain(exercises.iter().map(|e| e.place.file));
        let own = own.chain(texts.iter().map(|t| t.place.file)).chain(statistics.iter().map(|s| s.place.file));
        let own = own.chain(self.calendars.iter().map(|c| c.place.file)).map(|file| (file, KnownAs::Own));
        let house = KINDS.iter().filter(|def| def.side == Side::House);
        let house = house.filter_map(|def| Some((source.file(&Address::fixed(def.kind).path())?, KnownAs::House)));
        let root = root_files(source, Audience::Public.token()).map(|(_, blob)| (blob.file, KnownAs::Attached));
        own.chain(house).chain(root).chain(records.iter().flat_map(|record| self.known_of(record))).collect()
    }

    fn known_of(&self, record: &Record) -> Vec<(FileId, KnownAs)> {
        let own = record.place.file;
        if record.withdrawn().is_some() {
            return vec![(own, KnownAs::Withdrawn)];
        }
        let tables = record.tables.iter().filter_map(|t| self.source.file(&record.path_of(&t.file)));
        let attached = record.attachments.iter().filter_map(|a| self.source.blob(&record.path_of(&a.file)));
        let attached = attached.map(|blob| (blob.file, KnownAs::Attached));
        tables.map(|file| (file, KnownAs::Table)).chain(attached).chain([(own, KnownAs::Own)]).collect()
    }
}

/// What a file is of which everyone may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KnownAs {
    /// What the house says of itself.
    House,
    /// Something that the public sees.
    Own,
    /// A record that was withdrawn.
    Withdrawn,
    /// A table of an open record.
    Table,
    /// An attachment of an open record, or a file of the public site's root.
    Attached,
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
