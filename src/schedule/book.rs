//! Writing promises down: how each stands, what waived it, and what has to be done next.

use chrono::NaiveDate;

use super::{Derived, Ledger, Obligation, Owed, Subject, Undated, basis};
use crate::{
    calendar::{Deadline, MissingYear},
    kinds::Record,
    words::{Act, Audience, State},
};

/// The promises of a ledger on a day, being written.
pub(super) struct Book<'l, 'c> {
    pub ledger: &'l Ledger<'c>,
    pub as_of: NaiveDate,
    pub until: NaiveDate,
    pub out: Derived<'c>,
}

/// A promise before it is known how it stands.
#[derive(Clone, Copy)]
pub(super) struct Claim<'c> {
    pub subject: Subject<'c>,
    pub audience: Audience,
    pub owed: Owed<'c>,
    pub opens: NaiveDate,
    pub due: Result<Deadline, MissingYear>,
    /// When it was met, and by which record, if by one.
    pub came: Option<(NaiveDate, Option<&'c Record>)>,
    /// What had met it and was withdrawn.
    pub withdrawn: Option<&'c Record>,
    /// What is being prepared.
    pub draft: Option<&'c Record>,
}

impl<'c> Book<'_, 'c> {
    /// `act` says what has to be done next, by how it stands.
    pub(super) fn write(&mut self, claim: Claim<'c>, act: impl FnOnce(State) -> Option<Act>) {
        let (ledger, as_of) = (self.ledger, self.as_of);
        let Claim { subject, audience, owed, opens, due, came, withdrawn, draft } = claim;
        let due = match due {
            Ok(due) => due,
            Err(year) => return self.out.undated.push(Undated { subject, audience, owed, year }),
        };
        let met = came.map(|(on, record)| (on, record.is_some_and(|record| record.nil)));
        let waiver = if met.is_none() { ledger.waiver(&subject, &owed, as_of) } else { None };
        let unwaived = ledger.state(due.on, met, as_of);
        let state = if waiver.is_some() { State::Waived } else { unwaived };
        let published_on = met.map(|(on, _)| on);
        self.out.obligations.push(Obligation {
            subject,
            audience,
            owed,
            opens,
            due,
            state,
            unwaived,
            record: came.and_then(|(_, record)| record),
            withdrawn,
            published_on,
            days_late: u32::try_from((published_on.unwrap_or(as_of) - due.on).num_days()).unwrap_or(0),
            draft: draft.filter(|_| met.is_none()),
            act: act(state),
            waiver,
            basis: basis::of(&subject, &owed, &ledger.policy),
        });
    }
}
