//! Family G, from G201: complaints and opinions, accountability, assessment, statistics.

mod accountability_level;
mod assessment_period;
mod assessment_quiz;
mod assessment_weights;
mod statistics_differ;
mod statistics_period;
mod weights_late;

pub(in crate::check) use statistics_differ::CODE as STATISTICS_DIFFER;

use crate::check::Check;

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    accountability_level::CHECK,
    assessment_weights::CHECK,
    weights_late::CHECK,
    assessment_quiz::CHECK,
    statistics_period::CHECK,
    assessment_period::CHECK,
    statistics_differ::CHECK,
];
