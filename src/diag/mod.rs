//! Findings: what is wrong, where, what would be right, and how that is shown.

mod discreet;
mod finding;
mod json;
mod lines;
mod report;
mod retired;
mod rule;
mod span;
mod terminal;

pub use finding::{Finding, Findings, Note, Reach};
pub use report::{Counts, Report};
pub use retired::{RETIRED, Retired};
pub use rule::{Rule, Severity};
pub use span::{FileId, Files, Position, Span, Spanned};

/// Declares a [`Rule`] whose explanation is a Markdown file beside the code.
#[macro_export]
macro_rules! rule {
    ($(#[$meta:meta])* $vis:vis $ident:ident = $code:literal $name:literal $severity:ident $(waivable $waivable:literal)?, $doc:literal) => {
        $(#[$meta])*
        $vis static $ident: $crate::diag::Rule = $crate::diag::Rule {
            code: $code,
            name: $name,
            severity: $crate::diag::Severity::$severity,
            waivable: false $(|| $waivable)?,
            doc: include_str!($doc),
        };
    };
}
