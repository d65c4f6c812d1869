//! Everything that was authored, parted once into what is open and what is inside.

use std::collections::BTreeSet;

use super::Registers;
use crate::{
    kinds::{Agency, CalendarYear, Exercise, Internal, Item, Record, Release, Site, Statistics, TextPage, Waiver},
    read::Mention,
    source::Source,
};

/// Items, records and pages of one side.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// By id.
    pub items: Vec<Item>,
    /// By item and id.
    pub records: Vec<Record>,
    /// By order and id.
    pub texts: Vec<TextPage>,
    /// By id.
    pub exercises: Vec<Exercise>,
    /// Decisions to publish how many complaints and opinions a period had, by file.
    pub statistics: Vec<Statistics>,
    /// What was released of feedback, by id of the feedback.
    pub answers: Vec<(String, Release)>,
    /// What was released of findings of responsibility, by id.
    pub findings: Vec<(String, Release)>,
}

impl Shelf {
    /// The item of an id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.binary_search_by(|i| i.id.as_str().cmp(id)).ok().map(|at| &self.items[at])
    }

    /// The records of an item, by id.
    pub fn records_of<'s>(&'s self, item: &'s str) -> impl Iterator<Item = &'s Record> {
        let first = self.records.partition_point(|r| r.item.as_str() < item);
        self.records[first..].iter().take_while(move |r| r.item == item)
    }

    /// One record.
    pub fn record<'s>(&'s self, item: &'s str, id: &'s str) -> Option<&'s Record> {
        let at = self.records.binary_search_by(|r| (r.item.as_str(), r.id.as_str()).cmp(&(item, id))).ok()?;
        Some(&self.records[at])
    }
}

/// The typed model of a whole tree.
///
/// What only insiders may see lies behind [`Internal`], so the public projection, which has no
/// clearance, can't even count it.
#[derive(Debug)]
pub struct Catalog {
    /// The texts that everything here points into.
    pub source: Source,
    /// 站点
    pub site: Site,
    /// 本机关
    pub agency: Agency,
    /// 节假日安排, by year.
    pub calendars: Vec<CalendarYear>,
    /// What the public may see.
    pub open: Shelf,
    /// What only insiders may see.
    pub inside: Internal<Shelf>,
    /// The registers that the house keeps for itself.
    pub registers: Internal<Registers>,
    /// 豁免
    pub waivers: Internal<Vec<Waiver>>,
    /// Ids of every item file, read or not: a reference to a broken file is not a second mistake.
    pub item_ids: Internal<BTreeSet<String>>,
    /// What all files mention, in no set order: for rules that hold for every kind.
    pub mentions: Internal<Vec<Mention>>,
}
