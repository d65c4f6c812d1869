//! `filings.html` and `filings/<id>.html`: what was filed upward of ordinary powers. Of the internal site alone.

use serde::Serialize;

use crate::{
    edition::{Edition, FilingView, Internal, Route},
    site::{Output, Page},
};

#[derive(Serialize)]
struct Filings<'e> {
    filings: &'e [FilingView<'e>],
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct Filing<'e> {
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

pub(in crate::site) fn filings<'e>(edition: &'e Edition<'_, Internal>, out: &mut Vec<Box<dyn Output<Internal> + 'e>>) {
    let filings = edition.inside.filings.as_slice();
    out.push(Box::new(Filings { filings, route: Route::new("filings.html") }));
    for filing in filings {
        out.push(Box::new(Filing { filing, table: table(filing), form: form(filing) }));
    }
}

impl Page<Internal> for Filings<'_> {
    const TEMPLATE: &'static str = "filings.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl Page<Internal> for Filing<'_> {
    const TEMPLATE: &'static str = "filing.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.filing.route
    }
}
