//! Addresses of pages and files that only insiders have.

use crate::{diag::Span, kinds::Clearance, load::Catalog};

/// Each with the file that it comes from.
pub(super) fn internal(catalog: &Catalog) -> Vec<(String, Span)> {
    let clearance = Clearance::grant();
    let shelf = catalog.inside.reveal(&clearance);
    let mut all = Vec::new();
    let mut add = |path: String, place: Span| all.push((path, place));
    for item in &shelf.items {
        add(format!("items/{}.html", item.id), item.place);
    }
    for text in &shelf.texts {
        add(format!("pages/{}.html", text.id), text.place);
    }
    for record in &shelf.records {
        add(format!("records/{}/{}.html", record.item, record.id), record.place);
    }
    for exercise in &shelf.exercises {
        add(format!("exercises/{}.html", exercise.id), exercise.place);
    }
    for folder in ["boards", "documents", "exercises", "filings"] {
        add(format!("print/{folder}/"), catalog.site.name.span); // nothing to print is public
    }
    for filing in catalog.filings.reveal(&clearance) {
        for path in ["filings/ID.html", "filings/ID.csv"] {
            add(path.replace("ID", &filing.id), filing.place);
        }
    }
    let feedback = catalog.feedback.reveal(&clearance).iter().map(|f| ("feedback", &f.id, f.place));
    let findings = catalog.accountability.reveal(&clearance).iter().map(|a| ("accountability", &a.id, a.place));
    let assessments = catalog.assessments.reveal(&clearance).iter().map(|a| ("assessments", &a.id, a.place));
    for (folder, id, place) in feedback.chain(findings).chain(assessments) {
        add(format!("{folder}/{id}.html"), place);
    }
    all
}
