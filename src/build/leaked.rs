//! Whether what the barrier found in a page was brought there by anything internal.

use std::collections::HashSet;

use crate::{
    barrier::{Barrier, Leak},
    calendar::AsOf,
    day::Day,
    diag::Finding,
    edition::{Public, Route, project},
    load::Catalog,
    site::{Index, RenderError, Theme, ThemeFiles, plan},
};

/// Of what seems to have leaked, what did: what a page has that the open content alone does not put there. A page
/// that says by itself what someone also wrote inside tells nothing.
pub(super) fn leaked(catalog: &Catalog, as_of: AsOf, barrier: &Barrier, leaks: &[(Route, Leak)]) -> Vec<Finding> {
    let routes: HashSet<&Route> = leaks.iter().map(|(route, _)| route).collect();
    let said = said(&catalog.opened(), as_of, barrier, &routes).unwrap_or_default();
    let told = leaks.iter().filter(|leak| !said.contains(*leak));
    told.map(|(route, leak)| barrier.finding(*leak, route)).collect()
}

/// What some pages have by themselves: made by the program's own theme of a catalog without an inside.
fn said(
    open: &Catalog,
    as_of: AsOf,
    barrier: &Barrier,
    routes: &HashSet<&Route>,
) -> Result<HashSet<(Route, Leak)>, RenderError> {
    let day = Day::of(open, as_of);
    let edition = project::<Public>(&day);
    let theme = Theme::of(&ThemeFiles::embedded(), &edition)?;
    let index = Index::of(&edition);
    let mut said = HashSet::new();
    for output in plan(&edition, &index, &theme).outputs() {
        if routes.contains(output.route()) && output.copied().is_none() {
            let mut bytes = Vec::new();
            output.render(&theme, &mut bytes)?;
            said.extend(barrier.scan(&bytes).into_iter().map(|leak| (output.route().clone(), leak)));
        }
    }
    Ok(said)
}
