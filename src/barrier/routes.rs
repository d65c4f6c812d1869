//! Addresses of pages and files that only insiders have.

use crate::{
    diag::Span,
    edition::Route,
    kinds::{Address, Clearance, Kind},
    load::Catalog,
};

/// Each with the file that it comes from.
pub(super) fn internal(catalog: &Catalog) -> Vec<(String, Span)> {
    let clearance = Clearance::grant();
    let shelf = catalog.inside.reveal(&clearance);
    let mut all = Vec::new();
    let mut add = |address: Address<'_>, place: Span| all.extend(address.page().map(|page| (page, place)));
    for item in &shelf.items {
        add(Address::of(Kind::Item, &item.id), item.place);
    }
    for text in &shelf.texts {
        add(Address::of(Kind::Page, &text.id), text.place);
    }
    for record in &shelf.records {
        add(Address::record(&record.item, &record.id), record.place);
    }
    for exercise in &shelf.exercises {
        add(Address::of(Kind::Exercise, &exercise.id), exercise.place);
    }
    for feedback in &catalog.registers.reveal(&clearance).feedback {
        add(Address::of(Kind::Feedback, &feedback.id), feedback.place);
    }
    for finding in &catalog.registers.reveal(&clearance).accountability {
        add(Address::of(Kind::Accountability, &finding.id), finding.place);
    }
    for assessment in &catalog.registers.reveal(&clearance).assessments {
        add(Address::of(Kind::Assessment, &assessment.id), assessment.place);
    }
    for filing in &catalog.registers.reveal(&clearance).filings {
        let page = Route::of(Address::of(Kind::Filing, &filing.id));
        all.extend([(page.with_end("csv").to_string(), filing.place), (page.to_string(), filing.place)]);
    }
    for folder in ["boards", "documents", "exercises", "filings"] {
        all.push((format!("print/{folder}/"), catalog.site.name.span)); // nothing to print is public
    }
    all
}
