//! What is counted and reckoned for those who supervise: complaint statistics, and the assessment's points.

mod assessment;
mod statistics;

pub use assessment::{Aspect, ItemScore, Lowered, OfficeScore, Points, Reckoning, name, reckon, total};
pub use statistics::{Broken, CaseFigures, FEWEST, count, tells};
