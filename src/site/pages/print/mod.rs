//! `print/…`: forms and sheets to print on A4 paper. Of the internal site alone.

mod fit;
mod sheet;

use serde::Serialize;

use crate::{
    edition::{AgencyView, Edition, ExerciseAnnex, ExerciseView, FilingView, Insiders, ItemView, Route, Seen},
    site::{Index, Output, Page},
    words::Audience,
};

/// 重要行政权力动态运行情况登记表
#[derive(Serialize)]
struct ExerciseForm<'e> {
    agency: &'e AgencyView<'e>,
    item: Option<&'e ItemView<'e>>,
    exercise: &'e ExerciseView<'e>,
    annex: &'e ExerciseAnnex<'e>,
    public_address: Option<String>,
    #[serde(skip)]
    route: Route,
}

/// 非重要行政权力动态运行情况备案表
#[derive(Serialize)]
struct FilingForm<'e> {
    agency: &'e AgencyView<'e>,
    filing: &'e FilingView<'e>,
    #[serde(skip)]
    route: Route,
}

pub(in crate::site) fn print<'e>(
    edition: &'e Edition<'_, Insiders>,
    index: &'e Index<'e, Insiders>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    let agency = &edition.agency.view;
    for entry in &edition.exercises {
        out.push(Box::new(exercise_form(edition, entry)));
    }
    for filing in &edition.inside.filings {
        out.push(Box::new(FilingForm { agency, filing, route: super::filings::form(filing) }));
    }
    for entry in &edition.records {
        sheet::list(edition, index, entry, out);
    }
}

fn item<'e>(edition: &'e Edition<'_, Insiders>, id: &str) -> Option<&'e ItemView<'e>> {
    let at = edition.items.binary_search_by(|entry| entry.view.id.cmp(id)).ok()?;
    Some(&edition.items[at].view)
}

/// Where the public finds what stands on its site.
fn public_address(edition: &Edition<'_, Insiders>, route: &Route) -> Option<String> {
    edition.site.view.base_url.map(|base| format!("{base}{route}"))
}

fn exercise_form<'e>(
    edition: &'e Edition<'_, Insiders>,
    entry: &'e Seen<Insiders, ExerciseView<'_>>,
) -> ExerciseForm<'e> {
    let exercise = &entry.view;
    ExerciseForm {
        agency: &edition.agency.view,
        item: item(edition, exercise.item),
        exercise,
        annex: &entry.annex,
        public_address: public_address(edition, &exercise.route).filter(|_| exercise.audience.is(Audience::Public)),
        route: Route::new(format!("print/exercises/{}.html", exercise.id)),
    }
}

impl Page<Insiders> for ExerciseForm<'_> {
    const TEMPLATE: &'static str = "print_exercise.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl Page<Insiders> for FilingForm<'_> {
    const TEMPLATE: &'static str = "print_filing.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}
