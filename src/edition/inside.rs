//! What insiders see of the registers: every stage with its reviews, and the filings.

use super::{
    AnnexView, Entry, ExerciseView, FilingRowView, FilingView, Inside, Internal, Route, SheetRef, StageAnnexView,
    internal::{act, annex, sign},
    public::{self, day, opt},
    watched::Desk,
};
use crate::{
    calendar::AsOf,
    kinds::{Address, Agency, Clearance, Exercise, Filing, FilingRow, Item, Kind, Record, Stage},
    load::Catalog,
    read::Text,
    text::{Lang, Word},
    words::{Act, Audience, Channel},
};

/// Every exercise whose item is there, newest first.
pub(super) fn exercises<'c>(
    catalog: &'c Catalog,
    lang: Lang,
    clearance: &Clearance,
) -> Vec<Entry<'c, Internal, ExerciseView<'c>>> {
    let inside = catalog.inside.reveal(clearance);
    let open = catalog.open.exercises.iter().map(|e| (e, Audience::Public));
    let closed = inside.exercises.iter().map(|e| (e, Audience::Internal));
    let entries = open.chain(closed).filter_map(|(exercise, audience)| {
        let item = item(catalog, &exercise.item, clearance)?;
        let mut view = public::exercise(exercise, item, audience, &catalog.agency, lang);
        let annex = AnnexView {
            archive_no: opt(exercise.archive_no.reveal(clearance)),
            reg_no: opt(exercise.reg_no.reveal(clearance)),
            stages: stages(exercise, item, catalog, lang, clearance),
            ..annex(&exercise.annex, catalog, clearance)
        };
        view.listed_on = annex.stages.iter().filter_map(|s| s.stage.on).min().unwrap_or(view.listed_on);
        Some(Entry { view, annex })
    });
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by(|a, b| (b.view.listed_on, a.view.id).cmp(&(a.view.listed_on, b.view.id)));
    entries
}

pub(super) fn item<'c>(catalog: &'c Catalog, id: &str, clearance: &Clearance) -> Option<&'c Item> {
    catalog.open.item(id).or_else(|| catalog.inside.reveal(clearance).item(id))
}

/// All stages as they stand in the file.
fn stages<'c>(
    exercise: &'c Exercise,
    item: &'c Item,
    catalog: &'c Catalog,
    lang: Lang,
    clearance: &Clearance,
) -> Vec<StageAnnexView<'c>> {
    let office = exercise.office.as_ref().unwrap_or(&item.office);
    let mut all: Vec<&Stage> = exercise.stages.iter().chain(exercise.held.reveal(clearance)).collect();
    all.sort_by_key(|stage| stage.place.range().start);
    all.into_iter().map(|stage| stage_annex(stage, office, &catalog.agency, lang, clearance)).collect()
}

/// The step that a stage waits for.
fn next(stage: &Stage, clearance: &Clearance) -> Option<Act> {
    let review = stage.review.reveal(clearance).as_ref();
    match review {
        None => Some(Act::Review),
        Some(_) if stage.submitted_on.is_none() => Some(Act::Submit),
        Some(review) if review.superior.is_none() => Some(Act::SuperiorReview),
        Some(_) if stage.published_on.is_none() => Some(Act::Publish),
        Some(_) => None,
    }
}

fn stage_annex<'c>(
    stage: &'c Stage,
    office: &'c Text,
    agency: &'c Agency,
    lang: Lang,
    clearance: &Clearance,
) -> StageAnnexView<'c> {
    let review = stage.review.reveal(clearance).as_ref();
    StageAnnexView {
        stage: public::stage(stage, lang),
        recorded_on: day(&stage.recorded_on),
        submitted_on: day(&stage.submitted_on),
        secrecy_review: review.map(|r| sign(&r.secrecy)),
        superior_review: review.and_then(|r| r.superior.as_ref()).map(sign),
        act: next(stage, clearance).map(|next| act(next, office, agency, lang)),
    }
}

/// A sheet for each channel on paper that was promised or served. What was withdrawn may neither hang nor go out.
pub(super) fn sheets(record: &Record, catalog: &Catalog, clearance: &Clearance) -> Vec<SheetRef> {
    if record.withdrawn().is_some() {
        return Vec::new();
    }
    let promised = item(catalog, &record.item, clearance).into_iter().flat_map(|item| &item.channels);
    let served = record.deliveries.iter().filter_map(|delivery| delivery.channel.as_ref());
    let channels: Vec<Channel> = promised.chain(served).map(|channel| channel.value).collect();
    let kinds = [(Channel::NoticeBoard, "boards"), (Channel::Document, "documents")];
    let sheet = |kind| SheetRef { kind, route: Route::new(format!("print/{kind}/{}/{}.html", record.item, record.id)) };
    kinds.into_iter().filter(|(channel, _)| channels.contains(channel)).map(|(_, kind)| sheet(kind)).collect()
}

/// What only insiders know of.
pub(super) fn inside<'c>(catalog: &'c Catalog, as_of: AsOf, lang: Lang, clearance: &Clearance) -> Inside<'c> {
    let filings = catalog.filings.reveal(clearance);
    let mut filings: Vec<_> = filings.iter().map(|f| filing(f, catalog, lang, clearance)).collect();
    filings.sort_by(|a, b| (b.filled_on, b.id).cmp(&(a.filled_on, a.id)));
    let desk = Desk { catalog, lang, clearance };
    Inside {
        filings,
        feedback: desk.feedback(),
        statistics: desk.held_statistics(as_of),
        accountability: desk.accountability(),
        assessments: desk.assessments(as_of),
    }
}

fn filing<'c>(filing: &'c Filing, catalog: &'c Catalog, lang: Lang, clearance: &Clearance) -> FilingView<'c> {
    FilingView {
        id: &filing.id,
        route: Route::of(Address::of(Kind::Filing, &filing.id)),
        reg_no: opt(&filing.reg_no),
        period: filing.period.as_ref().map(|p| p.value.shown(lang)),
        filled_by: &filing.filled_by,
        filled_on: day(&filing.filled_on),
        submitted_on: day(&filing.submitted_on),
        remark: opt(&filing.remark),
        rows: filing.rows.iter().map(|r| row(r, catalog, lang, clearance)).collect(),
        annex: annex(&filing.annex, catalog, clearance),
    }
}

fn row<'c>(row: &'c FilingRow, catalog: &'c Catalog, lang: Lang, clearance: &Clearance) -> FilingRowView<'c> {
    let item = item(catalog, &row.item, clearance);
    FilingRowView {
        item: &row.item,
        item_name: item.map_or(&row.item, |i| &i.name),
        item_route: item.map(|i| Route::of(Address::of(Kind::Item, &i.id))),
        count: row.count.as_ref().map(|n| n.value),
        summary: &row.summary,
        channels: row.channels.iter().map(|c| c.value.label(lang)).collect(),
        audience: item.map(|i| i.audience.value.label(lang)),
        published_on: day(&row.published_on),
    }
}
