//! What rules look up: both sides of the catalog.

use std::collections::HashSet;

use crate::{
    calendar::AsOf,
    diag::{Files, Reach},
    kinds::{
        Agency, Clearance, Exercise, Filing, Item, Markdown, Record, Site, Stage, Statistics, TextPage, Waiver,
        Withheld,
    },
    load::{Catalog, Shelf},
    read::Date,
    schedule::{Derived, InUse, Ledger, obligations},
    words::Audience,
};

/// The whole catalog, opened for checking. What a rule says goes to authors, never into a page.
pub struct Facts<'c> {
    /// The day on which the check is made.
    pub as_of: AsOf,
    /// The catalog.
    pub catalog: &'c Catalog,
    /// What only insiders may see.
    pub inside: &'c Shelf,
    /// What obligations are derived from.
    pub ledger: Ledger<'c>,
    /// Every promise on that day. Waivers do not show here: they excuse the findings.
    pub promises: Derived<'c>,
    /// For fields that are closed.
    pub clearance: Clearance,
    /// The paths of the tables and attachments that records of the open and of the inner shelf name.
    pub beside: [HashSet<String>; 2],
    /// Those of records that were withdrawn.
    pub withdrawn: HashSet<String>,
}

impl<'c> Facts<'c> {
    /// Opens a catalog for checking.
    pub fn new(catalog: &'c Catalog, as_of: AsOf) -> Self {
        let clearance = Clearance::grant();
        let ledger = Ledger::whole(catalog, &clearance);
        let promises = obligations(&ledger, as_of, as_of.0);
        let inside = catalog.inside.reveal(&clearance);
        let (open, inner) = (catalog.open.records.iter(), inside.records.iter());
        let is_gone = |r: &&Record| r.withdrawn().is_some();
        let withdrawn = open.clone().chain(inner.clone()).filter(is_gone).flat_map(Record::paths).collect();
        let beside = [open, inner].map(|records| records.filter(|r| !is_gone(r)).flat_map(Record::paths).collect());
        Self { as_of, catalog, inside, ledger, promises, clearance, beside, withdrawn }
    }

    /// When an item was in use; `None` if it never was, or is not there.
    pub fn in_use(&self, item: &str) -> Option<InUse> {
        InUse::of(self.ledger.account(item)?, self.as_of.0)
    }

    /// 站点
    pub fn site(&self) -> &'c Site {
        &self.catalog.site
    }

    /// 本机关
    pub fn agency(&self) -> &'c Agency {
        &self.catalog.agency
    }

    /// Every item.
    pub fn items(&self) -> impl Iterator<Item = &'c Item> {
        self.catalog.open.items.iter().chain(&self.inside.items)
    }

    /// Every record.
    pub fn records(&self) -> impl Iterator<Item = &'c Record> {
        self.catalog.open.records.iter().chain(&self.inside.records)
    }

    /// Every record of an item.
    pub fn records_of<'s>(&'s self, item: &'s str) -> impl Iterator<Item = &'s Record> {
        self.catalog.open.records_of(item).chain(self.inside.records_of(item))
    }

    /// Every page of text.
    pub fn texts(&self) -> impl Iterator<Item = &'c TextPage> {
        self.catalog.open.texts.iter().chain(&self.inside.texts)
    }

    /// Every exercise of an important power.
    pub fn exercises(&self) -> impl Iterator<Item = &'c Exercise> {
        self.catalog.open.exercises.iter().chain(&self.inside.exercises)
    }

    /// Every filing of ordinary powers.
    pub fn filings(&self) -> &'c [Filing] {
        self.catalog.filings.reveal(&self.clearance)
    }

    /// All stages of an exercise as they were written, published or not.
    pub fn stages<'e>(&self, exercise: &'e Exercise) -> Vec<&'e Stage> {
        let mut stages: Vec<&Stage> = exercise.stages.iter().chain(exercise.held.reveal(&self.clearance)).collect();
        stages.sort_by_key(|stage| stage.place);
        stages
    }

    /// When a record was published, if it was by the day of the check and nothing holds it back.
    pub fn published<'r>(&self, record: &'r Record) -> Option<&'r Date> {
        let held = record.withheld.reveal(&self.clearance).is_some();
        record.published_on.as_ref().filter(|on| !held && on.value <= self.as_of.0)
    }

    /// Which site a mistake of a stage can shape: one that is held is on no public page.
    pub fn reach(&self, exercise: &Exercise, stage: &Stage) -> Reach {
        let held = exercise.held.reveal(&self.clearance).iter().any(|held| held.place == stage.place);
        if held { Reach::Internal } else { exercise.reach }
    }

    /// Whether an item is shown, or was, without the review that must come first: `B102` says so. One that was never in
    /// use is a draft.
    pub fn lacks_review(&self, item: &Item) -> bool {
        item.was_started() && *item.withheld.reveal(&self.clearance) == Some(Withheld::Unreviewed)
    }

    /// The same of a page: without a date of publication it is a draft.
    pub fn is_page_unreviewed(&self, page: &TextPage) -> bool {
        page.published_on.is_some() && *page.withheld.reveal(&self.clearance) == Some(Withheld::Unreviewed)
    }

    /// The item of an id.
    pub fn item(&self, id: &str) -> Option<&'c Item> {
        self.catalog.open.item(id).or_else(|| self.inside.item(id))
    }

    /// Whether an item's file is there, read or not.
    pub fn has_item(&self, id: &str) -> bool {
        self.catalog.item_ids.reveal(&self.clearance).contains(id)
    }

    /// Every decision to publish statistics, taken or in preparation.
    pub fn statistics(&self) -> impl Iterator<Item = &'c Statistics> {
        self.catalog.open.statistics.iter().chain(&self.inside.statistics)
    }

    /// Every waiver.
    pub fn waivers(&self) -> &'c [Waiver] {
        self.catalog.waivers.reveal(&self.clearance)
    }

    /// The text of a body.
    pub fn markdown(&self, body: Markdown) -> &'c str {
        self.catalog.source.slice(body.span)
    }

    /// The path of the file that a body stands in.
    pub fn path(&self, body: Markdown) -> &'c str {
        self.catalog.source.path(body.span.file)
    }

    /// Whether a record is meant for the public, published or not.
    pub fn is_meant_for_public(&self, record: &Record) -> bool {
        let item = self.item(&record.item).is_some_and(|i| i.audience.value == Audience::Public);
        item && record.audience.as_ref().is_none_or(|a| a.value == Audience::Public)
    }
}
