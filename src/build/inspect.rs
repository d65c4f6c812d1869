//! `check`: what `build` would refuse, without building.

use std::path::Path;

use rayon::prelude::*;

use super::{THEME, collisions, leaked::leaked, theme_files};
use crate::{
    barrier::{Barrier, Leak},
    calendar::AsOf,
    check::check,
    day::Day,
    diag::{Finding, Reach, Report, Severity},
    edition::{Insiders, Public, Route, project},
    load::Catalog,
    site::{Index, Output, Plan, RenderError, Sited, Theme, ThemeFiles, plan},
};

/// Checks a catalog without building: the rules, the names that public texts must not have, and the addresses of both
/// sites.
pub fn inspect(catalog: &Catalog, found: Vec<Finding>, as_of: AsOf, root: &Path) -> Report {
    inspected(catalog, found, as_of, root, false)
}

/// The same, and every page of both sites is made and thrown away: a site's own theme may fail, or say what it must not.
pub fn rehearse(catalog: &Catalog, found: Vec<Finding>, as_of: AsOf, root: &Path) -> Report {
    inspected(catalog, found, as_of, root, true)
}

fn inspected(catalog: &Catalog, found: Vec<Finding>, as_of: AsOf, root: &Path, render: bool) -> Report {
    let day = Day::of(catalog, as_of);
    let findings = check(&day, found);
    let (barrier, named) = named(catalog, &findings);
    let report = Report::new(findings.into_iter().chain(named).collect(), &catalog.source);
    if report.blocks() {
        return report;
    }
    let mut findings = report.findings().to_vec();
    match theme_files(catalog, root) {
        Ok(files) => {
            let trial = Trial { day: &day, catalog, files: &files, render };
            findings.extend(trial.site::<Public>(Some(&barrier)));
            findings.extend(trial.site::<Insiders>(None));
        }
        Err(error) => findings.push(unusable(catalog, &error)),
    }
    Report::new(findings, &catalog.source)
}

/// Public texts that name something internal, and public files that have it. A file whose mistakes hold back the public
/// site may be on the wrong side only for them: its name is no second mistake.
fn named(catalog: &Catalog, findings: &[Finding]) -> (Barrier, Vec<Finding>) {
    let is_broken = |f: &&Finding| f.rule.severity == Severity::Error && f.reach == Reach::Public;
    let broken = findings.iter().filter(is_broken).map(|f| f.span.file).collect();
    let (barrier, mut named) = Barrier::of(catalog, std::iter::empty(), &broken);
    named.extend(barrier.attached(catalog));
    (barrier, named)
}

/// A site that is made to see whether it can be.
struct Trial<'t, 'c> {
    day: &'t Day<'c>,
    catalog: &'t Catalog,
    files: &'t ThemeFiles,
    render: bool,
}

impl Trial<'_, '_> {
    fn site<A: Sited>(&self, barrier: Option<&Barrier>) -> Vec<Finding> {
        let edition = project::<A>(self.day);
        let index = Index::of(&edition);
        let theme = match Theme::of(self.files, &edition) {
            Ok(theme) => theme,
            Err(error) => return vec![unusable(self.catalog, &error)],
        };
        let plan = plan(&edition, &index, &theme);
        let collisions = collisions(self.catalog, &plan);
        if collisions.is_empty() && self.render { self.render(&plan, &theme, barrier) } else { collisions }
    }

    fn render<A: Sited>(&self, plan: &Plan<'_, A>, theme: &Theme<A>, barrier: Option<&Barrier>) -> Vec<Finding> {
        let make = |output: &dyn Output<A>| -> Result<Vec<(Route, Leak)>, RenderError> {
            if output.copied().is_some() {
                return Ok(Vec::new()); // looked into where it lies
            }
            let mut bytes = Vec::new();
            output.render(theme, &mut bytes)?;
            let leaks = barrier.map(|barrier| barrier.scan(&bytes)).unwrap_or_default();
            Ok(leaks.into_iter().map(|leak| (output.route().clone(), leak)).collect())
        };
        let outputs: Vec<_> = plan.outputs().par_iter().map(|output| make(output.as_ref())).collect();
        let (mut leaks, mut findings) = (Vec::new(), Vec::new());
        for one in outputs {
            match one {
                Ok(found) => leaks.extend(found),
                Err(error) => findings.push(unusable(self.catalog, &error)),
            }
        }
        if let Some(barrier) = barrier.filter(|_| !leaks.is_empty()) {
            findings.extend(leaked(self.catalog, self.day.as_of, barrier, &leaks));
        }
        findings
    }
}

/// A theme that can't be used, at the setting that names it.
fn unusable(catalog: &Catalog, error: &RenderError) -> Finding {
    let site = &catalog.site;
    let span = site.theme.as_ref().map_or(site.name.span, |theme| theme.span);
    Finding::new(&THEME, Reach::Public, span, error.message())
}
