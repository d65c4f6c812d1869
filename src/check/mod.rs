//! Catalog → findings: the rules, the engine that runs them, and waivers.

mod bodies;
mod consequences;
mod engine;
mod facts;
mod numbers;
mod rules;
mod waivers;

pub use bodies::Body;
pub(crate) use engine::Check;
pub use engine::{check, check_calendar};
pub(crate) use facts::Facts;
pub use rules::WAIVER_RULES;
pub(crate) use rules::checks;
