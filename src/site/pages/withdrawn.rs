//! The address of a record that was withdrawn: when and why, and nothing else of it.

use std::marker::PhantomData;

use serde::Serialize;

use crate::{
    edition::{Edition, Readership, Route, WithdrawnView},
    site::{Output, Page},
};

#[derive(Serialize)]
struct Withdrawn<'e, A> {
    record: &'e WithdrawnView<'e>,
    #[serde(skip)]
    audience: PhantomData<A>,
}

pub(super) fn list<'e, A: Readership>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    for record in &edition.withdrawn {
        out.push(Box::new(Withdrawn { record, audience: PhantomData::<A> }));
    }
}

impl<A: Readership> Page<A> for Withdrawn<'_, A> {
    const TEMPLATE: &'static str = "withdrawn.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.record.route
    }
}
