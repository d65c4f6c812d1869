//! When a promise is due, how it stands on a day, and who waived it.

use chrono::{Days, NaiveDate};

use super::{Ledger, OVERDUE, Owed, Subject};
use crate::{
    calendar::{Deadline, MissingYear},
    kinds::Waiver,
    words::{Limit, State},
};

impl<'c> Ledger<'c> {
    /// The deadline of what is owed for a period, by its own limit or the site's.
    pub(super) fn after_period(&self, end: NaiveDate, limit: Option<Limit>) -> Result<Deadline, MissingYear> {
        match limit {
            Some(Limit::By(named)) => Ok(Deadline::fixed(named.after(end))),
            Some(Limit::Within(within)) => self.calendar.after(end, within),
            None => self.calendar.after(end, self.policy.periodic_within),
        }
    }

    /// The state of a promise, waivers aside: when it came, if it did, and whether that was a nil return.
    pub(super) fn state(&self, due: NaiveDate, came: Option<(NaiveDate, bool)>, as_of: NaiveDate) -> State {
        let soon = Days::new(u64::from(self.policy.due_soon_days));
        match came {
            Some((on, _)) if on > due => State::Late,
            Some((_, true)) => State::Nil,
            Some(_) => State::OnTime,
            None if due < as_of => State::Overdue,
            None if due <= as_of + soon => State::DueSoon,
            None => State::Upcoming,
        }
    }

    /// The waiver in force of the rule about what is overdue, for this promise.
    pub(super) fn waiver(&self, subject: &Subject<'_>, owed: &Owed<'_>, as_of: NaiveDate) -> Option<&'c Waiver> {
        self.waivers.iter().find(|waiver| {
            waiver.rule.value == OVERDUE
                && waiver.until.as_ref().is_some_and(|until| as_of <= until.value)
                && waiver.is_of(owed.period())
                && *waiver.file == owed.address(subject).below()
        })
    }
}
