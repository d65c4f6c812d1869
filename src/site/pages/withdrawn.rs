//! The address of a record that was withdrawn: when and why, and nothing else of it.

use std::marker::PhantomData;

use serde::Serialize;

use crate::{
    edition::{Audience, Edition, Route, WithdrawnView},
    site::{Output, Page},
};

#[derive(Serialize)]
struct Withdrawn<'e, A> {
    record: &'e WithdrawnView<'e>,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Audience>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    for record in &edition.withdrawn {
        out.push(Box::new(Withdrawn { record, audience: PhantomData::<A> }));
    }
}

impl<A: Audience> Page<A> for Withdrawn<'_, A> {
    const TEMPLATE: &'static str = "withdrawn.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.record.route
    }
}
