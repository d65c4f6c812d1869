//! `agency.html`: the body, its offices, how to complain.

use serde::Serialize;

use crate::{
    edition::{AgencyView, AnnexView, Beside, Edition, OfficeView, Readership, Route},
    site::{Output, Page},
};

#[derive(Serialize)]
#[serde(bound = "")]
struct AgencyPage<'e, A: Readership> {
    agency: &'e AgencyView<'e>,
    annex: Beside<'e, A, AnnexView<'e>>,
    offices: Vec<&'e OfficeView<'e>>,
    #[serde(skip)]
    route: Route,
}

pub(super) fn list<'e, A: Readership>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    out.push(Box::new(AgencyPage::<A> {
        agency: &edition.agency.view,
        annex: edition.agency.beside(),
        offices: edition.offices.iter().map(|o| &o.view).collect(),
        route: Route::new("agency.html"),
    }));
}

impl<A: Readership> Page<A> for AgencyPage<'_, A> {
    const TEMPLATE: &'static str = "agency.html";
    const SECTION: &'static str = "agency";
    fn route(&self) -> &Route {
        &self.route
    }
}
