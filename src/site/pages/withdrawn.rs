//! The address of a record that was withdrawn: when and why, and nothing else of it.

use serde::Serialize;

use crate::{
    edition::{Audience, Edition, Route, WithdrawnView},
    site::{Output, Page},
};

#[derive(Serialize)]
struct Withdrawn<'e> {
    record: &'e WithdrawnView<'e>,
}

pub(super) fn list<'e, A: Audience>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    out.extend(edition.withdrawn.iter().map(|record| Box::new(Withdrawn { record }) as Box<dyn Output<A> + 'e>));
}

impl<A: Audience> Page<A> for Withdrawn<'_> {
    const TEMPLATE: &'static str = "withdrawn.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.record.route
    }
}
