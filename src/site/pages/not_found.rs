//! `404.html`

use std::marker::PhantomData;

use serde::Serialize;

use crate::{
    edition::{Edition, Readership, Route},
    site::{Output, Page, Sited},
};

#[derive(Serialize)]
struct NotFound<A> {
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    root: String,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Sited>(edition: &Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    let root = if A::IS_SERVED { folder(edition.site.view.base_url) } else { String::new() };
    out.push(Box::new(NotFound { route: Route::new("404.html"), root, audience: PhantomData::<A> }));
}

/// The folder of its host that the public site stands in: a server shows this page in place of any other, however deep,
/// so its addresses begin there. Without `base_url` that is the host's top.
fn folder(base_url: Option<&str>) -> String {
    let host = base_url.and_then(|url| url.split_once("://")).map_or("", |(_, host)| host);
    host.find('/').map_or("/", |at| &host[at..]).to_owned()
}

impl<A: Readership> Page<A> for NotFound<A> {
    const TEMPLATE: &'static str = "404.html";
    const SECTION: &'static str = "";
    fn route(&self) -> &Route {
        &self.route
    }
    fn root(&self) -> String {
        self.root.clone()
    }
}
