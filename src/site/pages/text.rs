//! `texts.html` and `pages/<id>.html`: commitments, guide, rules.

use std::marker::PhantomData;

use serde::Serialize;

use crate::{
    edition::{Beside, Edition, Readership, Route, TextAnnex, TextView},
    site::{Index, Output, Page, body::Rendered},
};

#[derive(Serialize)]
#[serde(bound = "")]
struct PageOfText<'e, A: Readership> {
    text: &'e TextView<'e>,
    body: Rendered<'e, A>,
    annex: Beside<'e, A, TextAnnex<'e>>,
    annex_body: Option<Rendered<'e, A>>,
}

#[derive(Serialize)]
struct Texts<'e, A> {
    texts: Vec<&'e TextView<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Readership>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let texts = edition.texts.iter().map(|t| &t.view).collect();
    out.push(Box::new(Texts { texts, route: Route::new("texts.html"), audience: PhantomData::<A> }));
    for entry in &edition.texts {
        let body = |view| Rendered::of(view, &entry.view.route, index);
        let annex_body = entry.beside().get().and_then(|beside| beside.annex.body).map(body);
        out.push(Box::new(PageOfText::<A> {
            text: &entry.view,
            body: body(entry.view.body),
            annex: entry.beside(),
            annex_body,
        }));
    }
}

impl<A: Readership> Page<A> for PageOfText<'_, A> {
    const TEMPLATE: &'static str = "text.html";
    const SECTION: &'static str = "texts";
    fn route(&self) -> &Route {
        &self.text.route
    }
}

impl<A: Readership> Page<A> for Texts<'_, A> {
    const TEMPLATE: &'static str = "texts.html";
    const SECTION: &'static str = "texts";
    fn route(&self) -> &Route {
        &self.route
    }
}
