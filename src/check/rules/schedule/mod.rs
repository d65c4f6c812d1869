//! Family S: schedules, promises and deadlines.

mod before_period_end;
mod calendar_ahead;
mod calendar_days;
mod calendar_missing;
mod due_soon;
mod late;
mod longer_than_law;
mod overdue;
mod promise;
mod start_unknown;
mod unpromised_period;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    calendar_days::CHECK,
    calendar_missing::CHECK,
    overdue::CHECK,
    late::CHECK,
    due_soon::CHECK,
    before_period_end::CHECK,
    before_period_end::FILINGS,
    unpromised_period::CHECK,
    start_unknown::CHECK,
    longer_than_law::CHECK,
    calendar_ahead::CHECK,
];

/// Those whose findings are each about one period: a waiver of them may be for that alone.
pub(super) const BY_PERIOD: &[Check] =
    &[overdue::CHECK, late::CHECK, due_soon::CHECK, before_period_end::CHECK, unpromised_period::CHECK];
