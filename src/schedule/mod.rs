//! Obligations: what was promised, to whom, by when, and whether it came. A pure function of a [`Ledger`] and a day.

mod basis;
mod book;
mod case;
mod derive;
mod in_use;
mod ledger;
mod obligation;
mod registers;
mod state;

pub use case::{Case, Sort};
pub use derive::{Derived, Undated, obligations};
pub use in_use::InUse;
pub(crate) use in_use::started_later;
pub use ledger::{Account, Entry, Filings, Ledger, Reported};
pub use obligation::{Obligation, Owed, Subject};
pub use registers::{INFORM, RECTIFY, in_charge, limit as answer_limit, usual_limit as usual_answer_limit, waits_for};

/// Code of the rule that reports what is overdue: a waiver of it waives the promise itself.
pub const OVERDUE: &str = "S102";

/// Code of the rule that reports a missing year.
pub const CALENDAR_MISSING: &str = "S101";

/// Code of the rule that reports what is due soon: what is waived is not.
pub const DUE_SOON: &str = "S104";
