//! What obligations are derived from: the items with their records, the days off, and the site's numbers.

use crate::{
    calendar::Calendar,
    kinds::{Agency, Clearance, Exercise, Filing, FilingDuty, Item, Policy, Record, Review, Stage, Waiver, Withheld},
    load::{Catalog, Registers, Shelf},
    words::Audience,
};

/// Everything that obligations are a function of, but for the day.
pub struct Ledger<'c> {
    /// The days off.
    pub calendar: Calendar,
    /// Numbers that items leave to the site.
    pub policy: Policy,
    /// Every item, by id.
    pub accounts: Vec<Account<'c>>,
    /// Stages of exercises that have to be reported upward. None for the public.
    pub stages: Vec<Reported<'c>>,
    /// What is filed upward. None for the public.
    pub filings: Option<Filings<'c>>,
    /// What the house keeps for itself. None for the public.
    pub registers: Option<&'c Registers>,
    /// Waivers that count. None for the public: a promise to it can't be waived inside the house.
    pub waivers: &'c [Waiver],
}

/// A stage with what it is a stage of.
#[derive(Clone, Copy)]
pub struct Reported<'c> {
    /// The item that was exercised.
    pub item: &'c Item,
    /// The form.
    pub exercise: &'c Exercise,
    /// The stage.
    pub stage: &'c Stage,
    /// Its reviews, as far as they are written down.
    pub review: Option<&'c Review>,
}

/// 备案: who files, how often, and what was filed.
#[derive(Clone, Copy)]
pub struct Filings<'c> {
    /// The house.
    pub agency: &'c Agency,
    /// How often, by when.
    pub duty: &'c FilingDuty,
    /// What is there.
    pub filed: &'c [Filing],
}

/// An item with its records.
pub struct Account<'c> {
    /// The item.
    pub item: &'c Item,
    /// Its records, by id.
    pub entries: Vec<Entry<'c>>,
}

/// A record as far as obligations look at it.
#[derive(Clone, Copy)]
pub struct Entry<'c> {
    /// The record.
    pub record: &'c Record,
    /// For whom it is meant.
    pub audience: Audience,
    /// Why it is not published although it was meant for the public.
    pub withheld: Option<Withheld>,
}

impl<'c> Ledger<'c> {
    /// What the public may know of: public items and their published records.
    pub fn open(catalog: &'c Catalog) -> Self {
        Self::new(catalog, &catalog.open.items, |item| entries(&catalog.open, item, Audience::Public, None))
    }

    /// Everything, for insiders.
    pub fn whole(catalog: &'c Catalog, clearance: &Clearance) -> Self {
        let inside = catalog.inside.reveal(clearance);
        let all = Self::new(catalog, catalog.open.items.iter().chain(&inside.items), |item| {
            let mut all = entries(&catalog.open, item, Audience::Public, None);
            all.extend(entries(inside, item, Audience::Internal, Some(clearance)));
            all.sort_by(|a, b| a.record.id.cmp(&b.record.id));
            all
        });
        let exercises = catalog.open.exercises.iter().chain(&inside.exercises);
        let stages = exercises.filter_map(|exercise| {
            let item = all.account(&exercise.item)?.item;
            let stages = exercise.stages.iter().chain(exercise.held.reveal(clearance));
            let review = |stage: &'c Stage| stage.review.reveal(clearance).as_ref();
            Some(stages.map(move |stage| Reported { item, exercise, stage, review: review(stage) }))
        });
        let stages = stages.flatten().collect();
        let registers = catalog.registers.reveal(clearance);
        let (agency, filed) = (&catalog.agency, registers.filings.as_slice());
        let filings = catalog.site.filing.as_ref().map(|duty| Filings { agency, duty, filed });
        let waivers = catalog.waivers.reveal(clearance).as_slice();
        Self { stages, filings, registers: Some(registers), waivers, ..all }
    }

    /// An item with its records.
    pub fn account(&self, item: &str) -> Option<&Account<'c>> {
        self.accounts.binary_search_by(|a| a.item.id.as_str().cmp(item)).ok().map(|at| &self.accounts[at])
    }

    fn new(
        catalog: &'c Catalog,
        items: impl IntoIterator<Item = &'c Item>,
        entries: impl Fn(&'c Item) -> Vec<Entry<'c>>,
    ) -> Self {
        let mut accounts: Vec<_> = items.into_iter().map(|item| Account { item, entries: entries(item) }).collect();
        accounts.sort_by(|a, b| a.item.id.cmp(&b.item.id));
        Self {
            calendar: Calendar::of(&catalog.calendars),
            policy: catalog.site.policy,
            accounts,
            stages: Vec::new(),
            filings: None,
            registers: None,
            waivers: &[],
        }
    }
}

/// The records of an item on one shelf. One that was withheld is meant for the public all the same.
fn entries<'c>(shelf: &'c Shelf, item: &'c Item, audience: Audience, clearance: Option<&Clearance>) -> Vec<Entry<'c>> {
    let entry = |record: &'c Record| {
        let withheld = clearance.and_then(|clearance| *record.withheld.reveal(clearance));
        let audience = if withheld.is_some() { Audience::Public } else { audience };
        Entry { record, audience, withheld }
    };
    shelf.records_of(&item.id).map(entry).collect()
}
