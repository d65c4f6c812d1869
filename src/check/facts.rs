//! What rules look up: both sides of the catalog.

use std::collections::HashSet;

use crate::{
    calendar::AsOf,
    day::Day,
    diag::{Files, Reach},
    kinds::{
        Agency, Clearance, Exercise, Filing, Item, Markdown, Record, Site, Stage, Statistics, TextPage, Waiver,
        Withheld,
    },
    load::{Catalog, Shelf},
    read::{Date, Mention},
    schedule::{Derived, InUse, Ledger, Obligation},
    words::Audience,
};

/// The whole catalog, opened for checking. What a rule says goes to authors, never into a page.
pub(crate) struct Facts<'c> {
    /// The day on which the check is made.
    pub as_of: AsOf,
    /// The catalog.
    pub catalog: &'c Catalog,
    /// What only insiders may see.
    pub inside: &'c Shelf,
    /// What obligations are derived from.
    pub ledger: &'c Ledger<'c>,
    /// Every promise, those to come too.
    pub derived: &'c Derived<'c>,
    /// For fields that are closed.
    pub clearance: Clearance,
    /// The paths of the tables and attachments that records of the open and of the inner shelf name.
    pub beside: [HashSet<String>; 2],
    /// Those of records that were withdrawn.
    pub withdrawn: HashSet<String>,
}

impl<'c> Facts<'c> {
    /// Opens a catalog for checking.
    pub(super) fn new(day: &'c Day<'_>) -> Self {
        let (catalog, as_of, clearance) = (day.catalog, day.as_of, Clearance::grant());
        let (ledger, derived) = (day.ledger(&clearance), day.whole(&clearance));
        let inside = catalog.inside.reveal(&clearance);
        let (open, inner) = (catalog.open.records.iter(), inside.records.iter());
        let is_gone = |r: &&Record| r.withdrawn().is_some();
        let withdrawn = open.clone().chain(inner.clone()).filter(is_gone).flat_map(Record::paths).collect();
        let beside = [open, inner].map(|records| records.filter(|r| !is_gone(r)).flat_map(Record::paths).collect());
        Self { as_of, catalog, inside, ledger, derived, clearance, beside, withdrawn }
    }

    /// Every promise on the day.
    pub(crate) fn promises(&self) -> impl Iterator<Item = &'c Obligation<'c>> {
        self.derived.begun(self.as_of.0)
    }

    /// When an item was in use; `None` if it never was, or is not there.
    pub(crate) fn in_use(&self, item: &str) -> Option<InUse> {
        InUse::of(self.ledger.account(item)?, self.as_of.0)
    }

    /// 站点
    pub(crate) fn site(&self) -> &'c Site {
        &self.catalog.site
    }

    /// 本机关
    pub(crate) fn agency(&self) -> &'c Agency {
        &self.catalog.agency
    }

    /// Every item.
    pub(crate) fn items(&self) -> impl Iterator<Item = &'c Item> {
        self.catalog.open.items.iter().chain(&self.inside.items)
    }

    /// Every record.
    pub(crate) fn records(&self) -> impl Iterator<Item = &'c Record> {
        self.catalog.open.records.iter().chain(&self.inside.records)
    }

    /// Every page of text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &'c TextPage> {
        self.catalog.open.texts.iter().chain(&self.inside.texts)
    }

    /// Every exercise of an important power.
    pub(crate) fn exercises(&self) -> impl Iterator<Item = &'c Exercise> {
        self.catalog.open.exercises.iter().chain(&self.inside.exercises)
    }

    /// Every filing of ordinary powers.
    pub(crate) fn filings(&self) -> &'c [Filing] {
        &self.catalog.registers.reveal(&self.clearance).filings
    }

    /// All stages of an exercise as they were written, published or not.
    pub(crate) fn stages<'e>(&self, exercise: &'e Exercise) -> Vec<&'e Stage> {
        let mut stages: Vec<&Stage> = exercise.stages.iter().chain(exercise.held.reveal(&self.clearance)).collect();
        stages.sort_by_key(|stage| stage.place);
        stages
    }

    /// When a record was published, if it was by the day of the check and nothing holds it back.
    pub(crate) fn published<'r>(&self, record: &'r Record) -> Option<&'r Date> {
        let held = record.withheld.reveal(&self.clearance).is_some();
        record.published_on.as_ref().filter(|on| !held && on.value <= self.as_of.0)
    }

    /// Which site a mistake of a stage can shape: one that is held is on no public page.
    pub(crate) fn reach(&self, exercise: &Exercise, stage: &Stage) -> Reach {
        let held = exercise.held.reveal(&self.clearance).iter().any(|held| held.place == stage.place);
        if held { Reach::Internal } else { exercise.reach }
    }

    /// Whether an item is shown, or was, without the review that must come first: `B102` says so. One that was never in
    /// use is a draft.
    pub(crate) fn lacks_review(&self, item: &Item) -> bool {
        item.was_started() && *item.withheld.reveal(&self.clearance) == Some(Withheld::Unreviewed)
    }

    /// The same of a page: without a date of publication it is a draft.
    pub(crate) fn is_page_unreviewed(&self, page: &TextPage) -> bool {
        page.published_on.is_some() && *page.withheld.reveal(&self.clearance) == Some(Withheld::Unreviewed)
    }

    /// The item of an id.
    pub(crate) fn item(&self, id: &str) -> Option<&'c Item> {
        self.catalog.open.item(id).or_else(|| self.inside.item(id))
    }

    /// Whether an item's file is there, read or not.
    pub(crate) fn has_item(&self, id: &str) -> bool {
        self.catalog.item_ids.reveal(&self.clearance).contains(id)
    }

    /// Every decision to publish statistics, taken or in preparation.
    pub(crate) fn statistics(&self) -> impl Iterator<Item = &'c Statistics> {
        self.catalog.open.statistics.iter().chain(&self.inside.statistics)
    }

    /// What every file mentions: days, offices, items, numbers, titles.
    pub(crate) fn mentions(&self) -> &'c [Mention] {
        self.catalog.mentions.reveal(&self.clearance)
    }

    /// Every waiver.
    pub(crate) fn waivers(&self) -> &'c [Waiver] {
        self.catalog.waivers.reveal(&self.clearance)
    }

    /// The text of a body.
    pub(crate) fn markdown(&self, body: Markdown) -> &'c str {
        self.catalog.source.slice(body.span)
    }

    /// The path of the file that a body stands in.
    pub(crate) fn path(&self, body: Markdown) -> &'c str {
        self.catalog.source.path(body.span.file)
    }

    /// Whether a record is meant for the public, published or not.
    pub(crate) fn is_meant_for_public(&self, record: &Record) -> bool {
        let item = self.item(&record.item).is_some_and(|i| i.audience.value == Audience::Public);
        item && record.audience.as_ref().is_none_or(|a| a.value == Audience::Public)
    }
}
