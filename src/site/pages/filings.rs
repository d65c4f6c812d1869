//! `filings.html` and `filings/<id>.html`: what was filed upward of ordinary powers. Of the internal site alone.

use serde::Serialize;

use crate::{
    edition::{Edition, FilingView, Insiders, Route},
    site::{Output, Page},
};

#[derive(Serialize)]
struct FilingList<'e> {
    filings: &'e [FilingView<'e>],
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct FilingPage<'e> {
    filing: &'e FilingView<'e>,
    table: Route,
    form: Route,
}

/// The form of a filing.
pub(in crate::site) fn form(filing: &FilingView<'_>) -> Route {
    Route::new(format!("print/filings/{}.html", filing.id))
}

/// The table of a filing.
pub(in crate::site) fn table(filing: &FilingView<'_>) -> Route {
    filing.route.with_end("csv")
}

pub(in crate::site) fn filings<'e>(edition: &'e Edition<'_, Insiders>, out: &mut Vec<Box<dyn Output<Insiders> + 'e>>) {
    let filings = edition.inside.filings.as_slice();
    out.push(Box::new(FilingList { filings, route: Route::new("filings.html") }));
    for filing in filings {
        out.push(Box::new(FilingPage { filing, table: table(filing), form: form(filing) }));
    }
}

impl Page<Insiders> for FilingList<'_> {
    const TEMPLATE: &'static str = "filings.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl Page<Insiders> for FilingPage<'_> {
    const TEMPLATE: &'static str = "filing.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.filing.route
    }
}
