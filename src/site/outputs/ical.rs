//! `calendars/<office>.ics`: the deadlines of an office, on the internal site alone.

use crate::{
    edition::{Edition, Insiders, OfficeRef, Route},
    site::{Output, RenderError, Theme, ical},
};

struct OfficeCalendar<'e, 'c> {
    edition: &'e Edition<'c, Insiders>,
    office: &'e OfficeRef<'c>,
    route: Route,
}

/// The calendar of an office; `None` where the agency has no such office.
pub(in crate::site) fn route(office: &OfficeRef<'_>) -> Option<Route> {
    (!office.id.is_empty()).then(|| Route::new(format!("calendars/{}.ics", office.id)))
}

/// One for each office that has a promise.
pub(in crate::site) fn list<'e>(edition: &'e Edition<'_, Insiders>, out: &mut Vec<Box<dyn Output<Insiders> + 'e>>) {
    let Some(promises) = &edition.promises else { return };
    let mut seen = std::collections::HashSet::new();
    for office in promises.list.iter().map(|promise| &promise.view.office) {
        if let Some(route) = route(office).filter(|route| seen.insert(route.clone())) {
            out.push(Box::new(OfficeCalendar { edition, office, route }));
        }
    }
}

impl Output<Insiders> for OfficeCalendar<'_, '_> {
    fn route(&self) -> &Route {
        &self.route
    }

    fn render(&self, _: &Theme<Insiders>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let Some(promises) = &self.edition.promises else { return Ok(()) };
        let own = promises.list.iter().filter(|promise| promise.view.office.id == self.office.id);
        out.extend_from_slice(ical::calendar(self.office.name, own, ical::Made::of(self.edition)).as_bytes());
        Ok(())
    }
}
