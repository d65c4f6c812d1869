//! What is derived from a catalog for a day: each made once, when it is first asked for, and handed on.
//!
//! What the public derives comes from the open shelf alone. What comes from both shelves is asked for with a clearance.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};

use crate::{
    calendar::AsOf,
    kinds::Clearance,
    load::Catalog,
    schedule::{Derived, Ledger, obligations},
    supervision::{Reckoning, reckon},
};

/// How far ahead a site's insiders see what will be due.
const AHEAD: Days = Days::new(366);

/// A catalog on a day.
pub struct Day<'c> {
    /// The catalog.
    pub catalog: &'c Catalog,
    /// The day.
    pub as_of: AsOf,
    /// The last day on which a promise may begin.
    pub until: NaiveDate,
    open: OnceLock<Derived<'c>>,
    ledger: OnceLock<Ledger<'c>>,
    whole: OnceLock<Derived<'c>>,
    reckonings: OnceLock<Vec<Reckoning<'c>>>,
}

impl<'c> Day<'c> {
    /// A catalog on a day, with what begins within a year.
    pub fn of(catalog: &'c Catalog, as_of: AsOf) -> Self {
        Self::until(catalog, as_of, as_of.0 + AHEAD)
    }

    /// The same with what begins by another day.
    pub fn until(catalog: &'c Catalog, as_of: AsOf, until: NaiveDate) -> Self {
        let (open, ledger, whole, reckonings) = (OnceLock::new(), OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { catalog, as_of, until: until.max(as_of.0), open, ledger, whole, reckonings }
    }

    /// The promises to the public.
    pub fn open(&self) -> &Derived<'c> {
        self.open.get_or_init(|| obligations(&Ledger::open(self.catalog), self.as_of, self.until))
    }

    /// What all promises are derived from.
    pub fn ledger(&self, clearance: &Clearance) -> &Ledger<'c> {
        self.ledger.get_or_init(|| Ledger::whole(self.catalog, clearance))
    }

    /// All promises, as insiders know them.
    pub fn whole(&self, clearance: &Clearance) -> &Derived<'c> {
        self.whole.get_or_init(|| obligations(self.ledger(clearance), self.as_of, self.until))
    }

    /// The points of every assessment that can be reckoned, by id.
    pub fn reckonings(&self, clearance: &Clearance) -> &[Reckoning<'c>] {
        let reckoned = || reckon(self.catalog, self.ledger(clearance), self.whole(clearance), self.as_of, clearance);
        self.reckonings.get_or_init(reckoned)
    }
}
