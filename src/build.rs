//! The pipeline from a catalog to published sites, the arrows in their order.

mod inspect;
mod leaked;

use std::{collections::HashSet, path::Path};

use rayon::prelude::*;

pub use inspect::{inspect, rehearse};

use crate::{
    barrier::{Barrier, Guarded},
    calendar::AsOf,
    check::check,
    day::Day,
    diag::{Finding, Reach, Report, Rule, Span},
    edition::{Edition, Insiders, Public, Readership, Route, project},
    kinds::{Address, Kind, root_files},
    load::Catalog,
    publish::{self, CopyError, Observer, Options, Publication, PublishError, Publisher, Sink, Staging},
    rule,
    site::{Index, Plan, RenderError, Sited, Theme, ThemeFiles, plan},
    source::{Blob, ROOT},
    text,
};

rule!(/// Two files of a site claim the same address.
    pub COLLISION = "L001" "address-collision" Error, "site/rules/address_collision.md");

rule!(/// The theme can't be used.
    pub THEME = "L002" "theme" Error, "site/rules/theme.md");

/// What is to be built, and where.
#[derive(Clone, Copy)]
pub struct Request<'r> {
    /// The folder that holds `content/`.
    pub root: &'r Path,
    /// The folder that gets `public` and `internal`.
    pub output: &'r Path,
    /// The day that counts as today.
    pub as_of: AsOf,
    /// Which sites.
    pub sides: Sides,
    /// How to publish.
    pub options: Options,
    /// Told of every step of publishing.
    pub observer: Observer<'r>,
}

/// Which sites are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Both or neither.
    Both,
    /// The public one, even where internal content is broken or absent.
    Public,
    /// The internal one.
    Internal,
}

/// Sites that were published.
#[derive(Debug)]
pub struct Built {
    /// One for each site.
    pub releases: Vec<Publication>,
    /// Everything found: warnings, and mistakes that could not shape what was built.
    pub report: Report,
    /// What the byte barrier looked for; `None` where no public site was built.
    pub guarded: Option<Guarded>,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong in the content.
    Findings(Report),
    /// A file of a site could not be made.
    Render(RenderError),
    /// The disk refused.
    Publish(PublishError),
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

impl Sides {
    fn has_public(self) -> bool {
        self != Self::Internal
    }

    fn has_internal(self) -> bool {
        self != Self::Public
    }

    /// The findings that forbid it.
    fn reach(self) -> Reach {
        if self == Self::Public { Reach::Public } else { Reach::Internal }
    }
}

fn theme_files(catalog: &Catalog, root: &Path) -> Result<ThemeFiles, RenderError> {
    ThemeFiles::read(root, catalog.site.theme.as_ref().map(|theme| theme.value.as_str()))
}

fn collisions<A: Readership>(catalog: &Catalog, plan: &Plan<'_, A>) -> Vec<Finding> {
    let place = |route: &str| {
        let source = &catalog.source;
        let of_root = root_files(source, A::NAME).find(|(name, _)| *name == route).map(|(_, blob)| blob.file);
        let [beside, site] = [format!("{ROOT}{route}"), Address::fixed(Kind::Site).path()];
        of_root.or_else(|| source.file(&beside)).or_else(|| source.file(&site))
    };
    let routes = plan.collisions().into_iter();
    routes
        .filter_map(|route| {
            let message = text!("两个文件都要占用地址 {route}", "two files claim the address {route}");
            let help = text!("删去或者改名其中一个", "delete or rename one of them");
            let mut finding = Finding::new(&COLLISION, A::REACH, Span::head(place(route.as_str())?), message);
            finding.help(help);
            Some(finding)
        })
        .collect()
}

/// Checks, renders and publishes: every site asked for, or none.
///
/// # Errors
/// Findings that forbid it, a template that fails, or the disk. The published sites are then untouched.
pub fn build(catalog: &Catalog, found: Vec<Finding>, request: &Request<'_>) -> Result<Built, Failure> {
    let day = Day::of(catalog, request.as_of);
    let report = Report::new(check(&day, found), &catalog.source);
    if report.within(request.sides.reach()).blocks() {
        return Err(Failure::Findings(report));
    }
    let theme = theme_files(catalog, request.root)?;
    let options = Options { day: Some(request.as_of.0), ..request.options };
    let publisher = publish::open(request.output, options, request.observer)?;
    let (mut stages, mut guarded) = (Vec::new(), None);
    if request.sides.has_public() {
        let (stage, guards) = public(&day, &report, &theme, &publisher)?;
        guarded = Some(guards);
        stages.push(stage);
    }
    if request.sides.has_internal() {
        stages.push(internal(&day, &theme, &publisher)?);
    }
    let releases = publisher.commit(stages)?;
    Ok(Built { releases, report, guarded })
}

/// Stages the public site, past the barrier.
fn public(
    day: &Day<'_>,
    report: &Report,
    files: &ThemeFiles,
    publisher: &Publisher<'_>,
) -> Result<(Staging, Guarded), Failure> {
    let catalog = day.catalog;
    let edition = project::<Public>(day);
    let theme = Theme::of(files, &edition)?;
    let (barrier, named) = Barrier::of(catalog, theme.own_texts(), &HashSet::new());
    let refuse = |more: Vec<Finding>| {
        let all = report.findings().iter().cloned().chain(more).collect();
        Failure::Findings(Report::new(all, &catalog.source))
    };
    if !named.is_empty() {
        return Err(refuse(named));
    }
    let sink = Sink::guarded(publisher.stage(Public::NAME)?, &barrier);
    render(catalog, &edition, &theme, &sink)?;
    let stage = sink.close(|leaks| leaked::leaked(catalog, day.as_of, &barrier, leaks)).map_err(refuse)?;
    Ok((stage, barrier.guards()))
}

/// Stages the internal site.
fn internal(day: &Day<'_>, files: &ThemeFiles, publisher: &Publisher<'_>) -> Result<Staging, Failure> {
    let edition = project::<Insiders>(day);
    let theme = Theme::of(files, &edition)?;
    let sink = Sink::open(publisher.stage(Insiders::NAME)?);
    render(day.catalog, &edition, &theme, &sink)?;
    Ok(sink.close(|_| Vec::new()).expect("nothing is internal to insiders"))
}

/// Streams every file of a site to its sink.
fn render<A: Sited>(
    catalog: &Catalog,
    edition: &Edition<'_, A>,
    theme: &Theme<A>,
    sink: &Sink<'_, A>,
) -> Result<(), Failure> {
    let index = Index::of(edition);
    let plan = plan(edition, &index, theme);
    let collisions = collisions(catalog, &plan);
    if !collisions.is_empty() {
        return Err(Failure::Findings(Report::new(collisions, &catalog.source)));
    }
    plan.outputs().par_iter().try_for_each_init(Vec::new, |bytes, output| {
        if let Some(blob) = output.copied() {
            return copy(output.route(), blob, sink);
        }
        bytes.clear();
        output.render(theme, bytes)?;
        sink.put(output.route(), bytes)?;
        Ok(())
    })
}

/// Passes a file of the content on.
fn copy<A: Readership>(route: &Route, blob: &Blob, sink: &Sink<'_, A>) -> Result<(), Failure> {
    sink.copy(route, blob).map_err(|error| match error {
        CopyError::Read(error) => Failure::Render(RenderError::unread(route, &error)),
        CopyError::Write(error) => Failure::Publish(error),
    })
}

/// The rules of the planning stage.
pub const RULES: &[&Rule] = &[&COLLISION, &THEME];
