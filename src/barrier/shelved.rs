//! On which side each file stands. Open is what was loaded onto the open shelf, and what that names; all else is inside,
//! whatever it is called and whether it could be read or not.

use std::collections::{BTreeSet, HashMap};

use crate::{
    diag::{FileId, Span},
    kinds::{ANNEX, Clearance, Internal, Withheld},
    load::{Catalog, KnownAs},
};

/// What a file is to the barrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// `site.toml`, `agency.toml`: what the house says of itself.
    House,
    /// Something that the public sees.
    Open,
    /// A table of an open record.
    OpenTable,
    /// An attachment of an open record: it is looked through and excuses nothing.
    Attached,
    /// A record that was withdrawn: inside but for its title, its number and the withdrawal itself.
    Withdrawn,
    /// Inside until it is published: its title is no secret.
    Draft,
    /// A complaint or a finding of responsibility: closed but for its `[release]`.
    Case,
    /// A sibling `<id>.internal.md`.
    Annex,
    /// Anything else that is inside.
    Inside,
}

/// The sides of everything authored.
pub(super) struct Shelved {
    files: HashMap<FileId, Stand>,
    /// Stages that wait for their review, in open files too.
    pub(super) held: BTreeSet<Span>,
    /// Tables that are open although their file is not: what was released.
    pub(super) released: BTreeSet<Span>,
    /// Ids of what is open: an address tells them.
    pub(super) ids: Vec<String>,
}

impl Shelved {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut files = HashMap::new();
        // What a file is said to be last holds: a table is one whatever else it is, an attachment only if it is nothing else.
        let known = catalog.known();
        let of = |wanted| known.iter().filter(move |(_, known)| *known == wanted).map(|(file, _)| *file);
        files.extend(of(KnownAs::Attached).map(|file| (file, Stand::Attached)));
        files.extend(of(KnownAs::Own).map(|file| (file, Stand::Open)));
        files.extend(of(KnownAs::Withdrawn).map(|file| (file, Stand::Withdrawn)));
        files.extend(cases(catalog).into_iter().map(|file| (file, Stand::Case)));
        files.extend(drafts(catalog).into_iter().map(|file| (file, Stand::Draft)));
        files.extend(of(KnownAs::House).map(|file| (file, Stand::House)));
        let annexes = catalog.source.files().filter(|(path, _)| path.ends_with(ANNEX));
        files.extend(annexes.map(|(_, file)| (file, Stand::Annex)));
        files.extend(of(KnownAs::Table).map(|file| (file, Stand::OpenTable)));
        Self { files, held: held_stages(catalog), released: released(catalog), ids: ids(catalog) }
    }

    /// The side of a file.
    pub(super) fn file(&self, file: FileId) -> Stand {
        self.files.get(&file).copied().unwrap_or(Stand::Inside)
    }
}

fn cases(catalog: &Catalog) -> Vec<FileId> {
    let clearance = Clearance::grant();
    let registers = catalog.registers.reveal(&clearance);
    let feedback = registers.feedback.iter().map(|f| f.place.file);
    let accountability = registers.accountability.iter().map(|a| a.place.file);
    let inspections = registers.inspections.iter().map(|i| i.place.file);
    feedback.chain(accountability).chain(inspections).collect()
}

/// Items, records and pages that wait for review or publication, and exercises of public items whose stages all do.
fn drafts(catalog: &Catalog) -> Vec<FileId> {
    let clearance = Clearance::grant();
    let shelf = catalog.inside.reveal(&clearance);
    let waits = |withheld: &Internal<Option<Withheld>>| withheld.reveal(&clearance).is_some();
    let items = shelf.items.iter().filter(|i| waits(&i.withheld)).map(|i| i.place.file);
    let records = shelf.records.iter().filter(|r| waits(&r.withheld)).map(|r| r.place.file);
    let texts = shelf.texts.iter().filter(|t| waits(&t.withheld)).map(|t| t.place.file);
    let waiting = shelf.exercises.iter().filter(|e| catalog.open.item(&e.item).is_some()).map(|e| e.place.file);
    items.chain(records).chain(texts).chain(waiting).collect()
}

/// Stages that wait for their review.
fn held_stages(catalog: &Catalog) -> BTreeSet<Span> {
    let clearance = Clearance::grant();
    let all = catalog.open.exercises.iter().chain(&catalog.inside.reveal(&clearance).exercises);
    all.flat_map(|e| e.held.reveal(&clearance)).map(|stage| stage.place).collect()
}

/// `[release]` tables that the public is shown.
fn released(catalog: &Catalog) -> BTreeSet<Span> {
    let open = &catalog.open;
    open.answers.iter().chain(&open.findings).map(|(_, release)| release.place).collect()
}

fn ids(catalog: &Catalog) -> Vec<String> {
    let open = &catalog.open;
    let items = open.items.iter().map(|i| i.id.clone());
    let records = open.records.iter().map(|r| r.id.clone());
    let texts = open.texts.iter().map(|t| t.id.clone());
    items.chain(records).chain(texts).chain(open.exercises.iter().map(|e| e.id.clone())).collect()
}
