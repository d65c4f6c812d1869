//! All findings of one run, in the order of files and places.

use super::{Files, Finding, Reach, Severity};

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notes.
    pub note: usize,
}

/// All findings, sorted by path, place and code.
#[derive(Clone, Debug)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Sorts findings into a report; the same finding twice counts once.
    pub fn new(mut findings: Vec<Finding>, files: &dyn Files) -> Self {
        let key = |f: &Finding| (f.span.start, f.span.end, f.rule.code);
        findings.sort_by(|a, b| {
            files
                .path(a.span.file)
                .cmp(files.path(b.span.file))
                .then_with(|| key(a).cmp(&key(b)))
                .then_with(|| a.message.en.cmp(&b.message.en))
        });
        findings.dedup_by(|a, b| a.span == b.span && a.rule.code == b.rule.code && a.message == b.message);
        Self { findings }
    }

    /// The findings in order.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many of each severity.
    pub fn counts(&self) -> Counts {
        let count = |severity| self.findings.iter().filter(|f| f.rule.severity == severity).count();
        Counts { error: count(Severity::Error), warning: count(Severity::Warning), note: count(Severity::Note) }
    }

    /// The report without the findings that can't shape the given site.
    pub fn within(&self, reach: Reach) -> Self {
        let keep = |f: &&Finding| reach == Reach::Internal || f.reach == Reach::Public;
        Self { findings: self.findings.iter().filter(keep).cloned().collect() }
    }

    /// Whether something here forbids publication.
    pub fn blocks(&self) -> bool {
        self.counts().error > 0
    }
}
