//! On which side each file stands. Open is what was loaded onto the open shelf, and what that names; all else is inside,
//! whatever it is called and whether it could be read or not.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::{
    diag::{FileId, Span},
    kinds::{CalendarYear, Clearance, Internal, Record, Withheld},
    load::Catalog,
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
    /// Paths of the tables, and of the attachments, that open records name.
    tables: HashSet<String>,
    attached: HashSet<String>,
    /// Stages that wait for their review, in open files too.
    pub(super) held: BTreeSet<Span>,
    /// Tables that are open although their file is not: what was released.
    pub(super) released: BTreeSet<Span>,
    /// Ids of what is open: an address tells them.
    pub(super) ids: Vec<String>,
}

impl Shelved {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut shelved = Self {
            files: HashMap::new(),
            tables: named(catalog, |r| r.tables.iter().map(|t| t.file.as_str()).collect()),
            attached: named(catalog, |r| r.attachments.iter().map(|a| a.file.as_str()).collect()),
            held: held_stages(catalog),
            released: released(catalog),
            ids: ids(catalog),
        };
        for (stand, files) in [
            (Stand::Open, open(catalog)),
            (Stand::Withdrawn, withdrawn(catalog)),
            (Stand::Case, cases(catalog)),
            (Stand::Draft, drafts(catalog)),
        ] {
            shelved.files.extend(files.into_iter().map(|file| (file, stand)));
        }
        let house =
            ["content/site.toml", "content/agency.toml"].into_iter().filter_map(|path| catalog.source.file(path));
        shelved.files.extend(house.map(|file| (file, Stand::House)));
        shelved
    }

    /// The side of a file that is text.
    pub(super) fn file(&self, path: &str, file: FileId) -> Stand {
        if self.tables.contains(path) {
            return Stand::OpenTable;
        }
        if path.ends_with(".internal.md") {
            return Stand::Annex;
        }
        self.files.get(&file).copied().unwrap_or_else(|| self.blob(path))
    }

    /// The side of a file that is none.
    pub(super) fn blob(&self, path: &str) -> Stand {
        if self.attached.contains(path) || path.starts_with("content/static/public/") {
            Stand::Attached
        } else {
            Stand::Inside
        }
    }
}

/// Files beside open records that they name, by path.
fn named<'c>(catalog: &'c Catalog, of: fn(&'c Record) -> Vec<&'c str>) -> HashSet<String> {
    let paths = |r: &'c Record| of(r).into_iter().map(move |file| format!("{}/{file}", r.folder()));
    let shown = catalog.open.records.iter().filter(|r| r.withdrawn().is_none());
    shown.flat_map(paths).collect()
}

fn open(catalog: &Catalog) -> Vec<FileId> {
    let open = &catalog.open;
    let items = open.items.iter().map(|i| i.place.file);
    let records = open.records.iter().filter(|r| r.withdrawn().is_none()).map(|r| r.place.file);
    let texts = open.texts.iter().map(|t| t.place.file);
    let exercises = open.exercises.iter().map(|e| e.place.file);
    let statistics = open.statistics.iter().map(|s| s.place.file);
    let calendars = catalog.source.files().filter(|(path, file)| {
        let is_its = |calendar: &CalendarYear| *path == format!("content/calendars/{}.toml", calendar.year);
        catalog.source.is_read(*file) && catalog.calendars.iter().any(is_its)
    });
    let calendars = calendars.map(|(_, file)| file);
    items.chain(records).chain(texts).chain(exercises).chain(statistics).chain(calendars).collect()
}

fn withdrawn(catalog: &Catalog) -> Vec<FileId> {
    catalog.open.records.iter().filter(|r| r.withdrawn().is_some()).map(|r| r.place.file).collect()
}

fn cases(catalog: &Catalog) -> Vec<FileId> {
    let clearance = Clearance::grant();
    let feedback = catalog.feedback.reveal(&clearance).iter().map(|f| f.place.file);
    feedback.chain(catalog.accountability.reveal(&clearance).iter().map(|a| a.place.file)).collect()
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
