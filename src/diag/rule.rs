//! A rule: plain data. What it checks is a function that stands beside it.

use std::fmt;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is wrong or would leak: nothing is published.
    Error,
    /// Publishing goes on; `--strict` makes it fail.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`, as in the JSON report.
    pub fn token(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The word of the Chinese report.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Note => "提示",
        }
    }
}

/// One rule. Its code is never reused for another.
pub struct Rule {
    /// Family letter and number, such as `B102`.
    pub code: &'static str,
    /// Short name in kebab case.
    pub name: &'static str,
    /// Severity of every finding of this rule.
    pub severity: Severity,
    /// Whether `content/waivers.toml` may excuse it. The boundary family never may be.
    pub waivable: bool,
    /// The explanation: what, why (article, 文号), how to fix, a bad and a good example with the exact report.
    pub doc: &'static str,
}

/// Its code and name: the whole page would bury whatever is printed beside it.
impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}

impl Rule {
    /// The explanation's first heading without its code: the rule in a few words, in both languages.
    pub fn title(&self) -> &'static str {
        let line = self.doc.lines().next().unwrap_or_default().trim_start_matches("# ");
        line.strip_prefix(self.code).unwrap_or(line).trim()
    }
}
