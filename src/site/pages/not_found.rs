//! `404.html`

use std::marker::PhantomData;

use serde::Serialize;

use crate::{
    edition::{Audience, Route},
    site::{Output, Page},
};

#[derive(Serialize)]
struct NotFound<A> {
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Audience>(out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    out.push(Box::new(NotFound { route: Route::new("404.html"), audience: PhantomData::<A> }));
}

impl<A: Audience> Page<A> for NotFound<A> {
    const TEMPLATE: &'static str = "404.html";
    const SECTION: &'static str = "";
    fn route(&self) -> &Route {
        &self.route
    }
}
