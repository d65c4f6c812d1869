//! Catalog → findings: the rules, the engine that runs them, and waivers.

mod bodies;
mod consequences;
mod engine;
mod facts;
mod numbers;
mod rules;
mod waivers;

pub use bodies::Body;
pub use engine::{Check, check, check_calendar};
pub use facts::Facts;
pub use rules::{WAIVER_RULES, checks};
