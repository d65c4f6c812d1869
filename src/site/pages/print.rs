//! `print/…`: forms and sheets to print on A4 paper. Of the internal site alone.

use serde::Serialize;

use crate::{
    edition::{
        AgencyView, AnnexView, DeliveryView, Edition, Entry, ExerciseView, FilingView, Internal, ItemView, RecordView,
        Route, SheetRef, SignView,
    },
    site::{Index, Output, Page, body::Body, charts::qr},
};

/// 重要行政权力动态运行情况登记表
#[derive(Serialize)]
struct ExerciseForm<'e> {
    agency: &'e AgencyView<'e>,
    item: Option<&'e ItemView<'e>>,
    exercise: &'e ExerciseView<'e>,
    annex: &'e AnnexView<'e>,
    /// The last of each over all stages.
    secrecy: Option<&'e SignView<'e>>,
    superior: Option<&'e SignView<'e>>,
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

/// 公开栏张贴件 or 下发文件 of a record.
#[derive(Serialize)]
struct Sheet<'e> {
    agency: &'e AgencyView<'e>,
    item: Option<&'e ItemView<'e>>,
    record: &'e RecordView<'e>,
    /// The delivery on the board, or as a document.
    delivery: Option<&'e DeliveryView<'e>>,
    code: Option<qr::Code>,
    body: Body<'e>,
    #[serde(skip)]
    route: Route,
}

/// The board's sheet and the document are the same facts in another form.
#[derive(Serialize)]
struct Board<'e>(Sheet<'e>);
#[derive(Serialize)]
struct Document<'e>(Sheet<'e>);

pub(in crate::site) fn print<'e>(
    edition: &'e Edition<'_, Internal>,
    index: &'e Index<'e>,
    out: &mut Vec<Box<dyn Output<Internal> + 'e>>,
) {
    let agency = &edition.agency.view;
    for entry in &edition.exercises {
        out.push(Box::new(exercise_form(edition, entry)));
    }
    for filing in &edition.inside.filings {
        out.push(Box::new(FilingForm { agency, filing, route: super::filings::form(filing) }));
    }
    for entry in &edition.records {
        for printed in &entry.annex.sheets {
            if printed.kind == "boards" {
                out.push(Box::new(Board(sheet(edition, index, &entry.view, "notice-board", printed))));
            } else {
                out.push(Box::new(Document(sheet(edition, index, &entry.view, "document", printed))));
            }
        }
    }
}

fn item<'e>(edition: &'e Edition<'_, Internal>, id: &str) -> Option<&'e ItemView<'e>> {
    let at = edition.items.binary_search_by(|entry| entry.view.id.cmp(id)).ok()?;
    Some(&edition.items[at].view)
}

/// Where the public finds it, if it does.
fn public_address(edition: &Edition<'_, Internal>, audience: &str, route: &Route) -> Option<String> {
    let base = edition.site.base_url.filter(|_| audience == "public")?;
    Some(format!("{base}{route}"))
}

fn exercise_form<'e>(
    edition: &'e Edition<'_, Internal>,
    entry: &'e Entry<'_, Internal, ExerciseView<'_>>,
) -> ExerciseForm<'e> {
    let (exercise, stages) = (&entry.view, entry.annex.stages.iter().rev());
    ExerciseForm {
        agency: &edition.agency.view,
        item: item(edition, exercise.item),
        exercise,
        annex: &entry.annex,
        secrecy: stages.clone().find_map(|stage| stage.secrecy_review.as_ref()),
        superior: stages.clone().find_map(|stage| stage.superior_review.as_ref()),
        public_address: public_address(edition, exercise.audience.id, &exercise.route),
        route: Route::new(format!("print/exercises/{}.html", exercise.id)),
    }
}

fn sheet<'e>(
    edition: &'e Edition<'_, Internal>,
    index: &'e Index<'e>,
    record: &'e RecordView<'_>,
    channel: &str,
    printed: &SheetRef,
) -> Sheet<'e> {
    let is_public = record.audience.id == "public" && record.published_on.is_some();
    let address = public_address(edition, if is_public { "public" } else { "" }, &record.route);
    let route = printed.route.clone();
    Sheet {
        agency: &edition.agency.view,
        item: item(edition, record.item),
        record,
        body: Body::of(record.body, &route, index),
        delivery: record.deliveries.iter().find(|d| d.channel.is_some_and(|c| c.id == channel)),
        code: address.and_then(qr::code),
        route,
    }
}

impl Page<Internal> for ExerciseForm<'_> {
    const TEMPLATE: &'static str = "print_exercise.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl Page<Internal> for FilingForm<'_> {
    const TEMPLATE: &'static str = "print_filing.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.route
    }
}

impl Page<Internal> for Board<'_> {
    const TEMPLATE: &'static str = "print_board.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.0.route
    }
}

impl Page<Internal> for Document<'_> {
    const TEMPLATE: &'static str = "print_document.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.0.route
    }
}
