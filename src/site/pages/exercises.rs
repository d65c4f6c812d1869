//! `exercises.html` and `exercises/<id>.html`: how important powers were exercised, stage by stage.

use std::marker::PhantomData;

use serde::Serialize;

use super::pager::{ListPage, cut};
use crate::{
    edition::{Beside, Edition, ExerciseAnnex, ExerciseView, Readership, Route},
    site::{
        Output, Page,
        archive::{first_published, page_of},
    },
};

/// Exercises on one page of the list.
const LENGTH: usize = 100;

#[derive(Serialize)]
struct ExerciseList<'e, A> {
    listing: ListPage<&'e ExerciseView<'e>>,
    #[serde(skip)]
    route: Route,
    #[serde(skip)]
    audience: PhantomData<A>,
}

#[derive(Serialize)]
#[serde(bound = "")]
struct ExercisePage<'e, A: Readership> {
    exercise: &'e ExerciseView<'e>,
    annex: Beside<'e, A, ExerciseAnnex<'e>>,
    /// The page of the archive that lists it.
    archive: Option<Route>,
}

/// The list.
pub(super) fn route() -> Route {
    Route::new("exercises.html")
}

pub(super) fn list<'e, A: Readership>(edition: &'e Edition<'_, A>, out: &mut Vec<Box<dyn Output<A> + 'e>>) {
    if edition.exercises.is_empty() {
        return;
    }
    let views: Vec<&'e ExerciseView<'e>> = edition.exercises.iter().map(|entry| &entry.view).collect();
    for (route, listing) in cut(&views, LENGTH, &route(), |view| *view) {
        out.push(Box::new(ExerciseList { listing, route, audience: PhantomData::<A> }));
    }
    for entry in &edition.exercises {
        let archive = page_of(first_published(&entry.view));
        out.push(Box::new(ExercisePage::<A> { exercise: &entry.view, annex: entry.beside(), archive }));
    }
}

impl<A: Readership> Page<A> for ExerciseList<'_, A> {
    const TEMPLATE: &'static str = "exercises.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl<A: Readership> Page<A> for ExercisePage<'_, A> {
    const TEMPLATE: &'static str = "exercise.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.exercise.route
    }
}
