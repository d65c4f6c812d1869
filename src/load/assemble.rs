//! Source → catalog. Never fails and never stops at the first mistake.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    path::Path,
    sync::Arc,
};

use chrono::Datelike;
use rayon::prelude::*;

use super::{
    Catalog, FILE_MISSING, beside,
    part::is_open,
    registers::{Listed, released},
    root_file, stray,
};
use crate::{
    diag::{FileId, Files, Finding, Reach, Span},
    kinds::{
        Address, Agency, CalendarYear, Item, Kind, Markdown, Part, Record, Side, Site, TextPage, Waiver, item_of_folder,
    },
    read::{Fields, Found, ItemNames, TomlTable, document, hidden_in_prose},
    source::{ENCODING, FILE_NAME, NOT_A_FILE, Source},
    text,
    words::{Audience, Status, year_named},
};

/// Puts the files of a source together into a catalog, with everything that is wrong in it.
pub fn load(mut source: Source) -> (Catalog, Vec<Finding>) {
    let mut findings = source.findings().to_vec();
    let house = [Kind::Site, Kind::Agency].map(|kind| required(&mut source, kind, &mut findings));
    let plan = FilesByKind::of(&source, &mut findings);
    let mut found = Found { findings, ..Found::default() };
    let loaded = Loaded::read(&source, house, &plan, &mut found);
    let Found { mut findings, mentions, .. } = found;
    findings.extend(stray::unnamed(&source, &loaded.records));
    restamp(&source, &loaded, &mut findings);
    findings.extend(root_file::problems(&source));
    let item_ids = plan.item_ids();
    (loaded.part(source, item_ids, mentions), findings)
}

/// The days off of a year from the first file of a source, which need not be of the content. The year is that of the
/// file's name, else of its first date; a file without either is no calendar.
pub fn load_calendar(source: Source) -> (Source, Option<CalendarYear>, Vec<Finding>) {
    let findings = source.findings().to_vec();
    let Some((path, file)) = source.files().next() else { return (source, None, findings) };
    let named = Path::new(path).file_stem().and_then(|stem| year_named(stem.to_str()?));
    if !source.is_read(file) {
        return (source, None, findings);
    }
    let mut found = Found { findings, ..Found::default() };
    let mut year = read_whole(&source, file, &mut found, |f| CalendarYear::read(0, f));
    let mut findings = found.findings;
    let dated = year.holidays.iter().find_map(|holiday| holiday.from.as_ref()).map(|day| day.value.year());
    year.year = named.or(dated).unwrap_or_default();
    if year.year == 0 && findings.is_empty() {
        let message = text!("里面没有放假的日期", "there are no days off in it");
        findings.push(Finding::new(&crate::read::MISSING_FIELD, Reach::Public, Span::head(file), message));
    }
    (source, Some(year), findings)
}

/// A file that every site has.
fn required(source: &mut Source, kind: Kind, findings: &mut Vec<Finding>) -> FileId {
    let path = Address::fixed(kind).path();
    let (file, is_there) = source.file_or_absent(&path);
    if !is_there {
        let message = text!("缺少文件 {path}", "the file {path} is missing");
        findings.push(Finding::new(&FILE_MISSING, Reach::Public, Span::head(file), message));
    }
    file
}

/// Which files are of which kind.
#[derive(Default)]
struct FilesByKind<'s> {
    /// Those of a kind, in the order of their paths.
    files: BTreeMap<Kind, Vec<(Address<'s>, FileId)>>,
    annexes: BTreeMap<String, Markdown>,
    unread_items: BTreeSet<String>,
}

impl<'s> FilesByKind<'s> {
    fn of(source: &'s Source, findings: &mut Vec<Finding>) -> Self {
        let mut plan = Self::default();
        for (path, file) in source.files() {
            match addressed(path, file, source, findings) {
                Some(address) if source.is_read(file) => plan.add(address, file, source, findings),
                Some(Address { kind: Kind::Item, part: Part::Own, id, .. }) => {
                    plan.unread_items.insert(id.to_owned());
                }
                _ => {}
            }
        }
        // A file that is no text: only beside a record, and with a name that can be an address.
        for (path, blob) in source.blobs().filter(|(path, _)| source.file(path).is_none()) {
            addressed(path, blob.file, source, findings);
        }
        plan
    }

    fn add(&mut self, address: Address<'s>, file: FileId, source: &Source, findings: &mut Vec<Finding>) {
        match address.part {
            Part::Own => self.files.entry(address.kind).or_default().push((address, file)),
            Part::Annex => self.annex(address.owner().path(), file, source, findings),
            Part::Beside => {}
        }
    }

    fn annex(&mut self, of: String, file: FileId, source: &Source, findings: &mut Vec<Finding>) {
        if source.file(&of).is_none() {
            findings.push(stray::annex(&of, file));
        }
        let text = source.text(file);
        findings.extend(hidden_in_prose(text, Span::head(file), Reach::Internal));
        self.annexes.insert(of, Markdown { span: Span::new(file, 0..text.len()) });
    }

    fn of_kind(&self, kind: Kind) -> &[(Address<'s>, FileId)] {
        self.files.get(&kind).map_or(&[], Vec::as_slice)
    }

    fn item_ids(&self) -> BTreeSet<String> {
        let read = self.of_kind(Kind::Item).iter().map(|(item, _)| item.id.to_owned());
        read.chain(self.unread_items.iter().cloned()).collect()
    }

    fn annex_of(&self, source: &Source, file: FileId) -> Option<Markdown> {
        self.annexes.get(source.path(file)).copied()
    }
}

/// The address of a file, where it is of a kind and may be called so.
fn addressed<'s>(path: &'s str, file: FileId, source: &Source, findings: &mut Vec<Finding>) -> Option<Address<'s>> {
    let Some(address) = Address::parse(path) else {
        if source.is_read(file) {
            findings.push(stray::finding(source, file));
        }
        return None;
    };
    let problem = address.problem();
    findings.extend(problem.iter().map(|why| Finding::new(&FILE_NAME, Reach::Public, Span::head(file), why.clone())));
    problem.is_none().then_some(address)
}

/// Everything read, not yet parted.
pub(super) struct Loaded {
    pub(super) site: Site,
    pub(super) agency: Agency,
    pub(super) calendars: Vec<CalendarYear>,
    pub(super) items: Vec<Item>,
    pub(super) records: Vec<Record>,
    pub(super) texts: Vec<TextPage>,
    pub(super) listed: Listed,
    pub(super) waivers: Vec<Waiver>,
}

impl Loaded {
    fn read(source: &Source, house: [FileId; 2], plan: &FilesByKind<'_>, found: &mut Found) -> Self {
        let items = each(plan.of_kind(Kind::Item), found, |(address, file), found| {
            read_item(source, address.id, *file, plan.annex_of(source, *file), found)
        });
        found.items = Arc::new(names(&items, plan));
        let audiences: BTreeMap<&str, Audience> = items.iter().map(|i| (i.id.as_str(), i.audience.value)).collect();
        let records = each(plan.of_kind(Kind::Record), found, |(address, file), found| {
            let inward = audiences.get(address.item) == Some(&Audience::Internal);
            read_record(source, *address, *file, inward, plan.annex_of(source, *file), found)
        });
        let texts = each(plan.of_kind(Kind::Page), found, |(address, file), found| {
            read_page(source, address.id, *file, plan.annex_of(source, *file), found)
        });
        let listed = Listed::read(source, |kind| plan.of_kind(kind), &audiences, found);
        let calendars = each(plan.of_kind(Kind::Calendar), found, |(address, file), found| {
            let year = year_named(address.id).unwrap_or_default();
            read_whole(source, *file, found, |f| CalendarYear::read(year, f))
        });
        let waivers =
            each(plan.of_kind(Kind::Waivers), found, |(_, file), found| read_whole(source, *file, found, Waiver::all));
        let [site, agency] = house;
        Self {
            site: read_whole(source, site, found, Site::read),
            agency: read_whole(source, agency, found, Agency::read),
            calendars,
            items,
            records,
            texts,
            listed,
            waivers: waivers.into_iter().flatten().collect(),
        }
    }
}

/// What the fields of other files may call the items.
fn names(items: &[Item], plan: &FilesByKind<'_>) -> ItemNames {
    let mut names = ItemNames::default();
    plan.unread_items.iter().for_each(|id| names.add_id(id));
    items.iter().for_each(|item| names.add(&item.id, &item.name, is_open(item)));
    names
}

/// Reads files in parallel; what is found comes in the order of the files.
fn each<K: Sync, T: Send>(files: &[K], found: &mut Found, read: impl Fn(&K, &mut Found) -> T + Sync) -> Vec<T> {
    let known = found.anew();
    let read_one = |key: &K| {
        let mut own = known.anew();
        (read(key, &mut own), own)
    };
    let read: Vec<(T, Found)> = files.par_iter().map(read_one).collect();
    let mut values = Vec::with_capacity(read.len());
    for (value, own) in read {
        values.push(value);
        found.append(own);
    }
    values
}

/// Reads a file whose mistakes reach the public site.
fn read_whole<T>(source: &Source, file: FileId, found: &mut Found, read: impl FnOnce(&mut Fields<'_, '_>) -> T) -> T {
    let missing = found.findings.iter().any(|f| f.span.file == file && std::ptr::eq(f.rule, &raw const FILE_MISSING));
    let mut own = found.anew();
    let document = document(source, file, &mut own.findings);
    let mut fields = document.table.fields(Reach::Public, &mut own);
    let value = read(&mut fields);
    fields.finish();
    if !missing {
        found.append(own);
    }
    value
}

fn read_item(source: &Source, id: &str, file: FileId, annex: Option<Markdown>, found: &mut Found) -> Item {
    let document = document(source, file, &mut found.findings);
    let table = &document.table;
    let draft = table.peek("status") == Some(Status::NotStarted) && !table.has("review") && !table.is_broken();
    let reach = if draft { Reach::Internal } else { declared(table) };
    stamp(&mut found.findings, reach);
    let mut fields = table.fields(reach, found);
    let item = Item::read(id, reach, annex, &mut fields);
    fields.finish();
    item
}

fn read_page(source: &Source, id: &str, file: FileId, annex: Option<Markdown>, found: &mut Found) -> TextPage {
    let document = document(source, file, &mut found.findings);
    let reach = declared_of_dated(&document.table);
    stamp(&mut found.findings, reach);
    let mut fields = document.table.fields(reach, found);
    let page = TextPage::read(id, reach, Markdown { span: document.body }, annex, &mut fields);
    fields.finish();
    page
}

fn read_record(
    source: &Source,
    address: Address<'_>,
    file: FileId,
    inward: bool,
    annex: Option<Markdown>,
    found: &mut Found,
) -> Record {
    let document = document(source, file, &mut found.findings);
    let table = &document.table;
    let reach = if inward { Reach::Internal } else { declared_of_dated(table) };
    stamp(&mut found.findings, reach);
    let mut fields = table.fields(reach, found);
    let mut record =
        Record::read(address.item, address.id, reach, Markdown { span: document.body }, annex, &mut fields);
    fields.finish();
    beside::attach(&mut record, source, &mut found.findings);
    record
}

/// The site that a file's mistakes reach by its own word. Where it says nothing: the public one, so that it blocks.
fn declared(table: &TomlTable<'_>) -> Reach {
    if table.peek("audience") == Some(Audience::Internal) { Reach::Internal } else { Reach::Public }
}

/// The same of what is a draft until it is dated.
fn declared_of_dated(table: &TomlTable<'_>) -> Reach {
    let draft = !table.has("published_on") && !table.is_broken();
    if draft { Reach::Internal } else { declared(table) }
}

pub(super) fn stamp(findings: &mut [Finding], reach: Reach) {
    for finding in findings {
        finding.reach = reach;
    }
}

/// What was found before a file's side was known: what lies in the folder of an internal item, annexes, and what is only
/// filed or assessed reach the internal site alone, whatever it is. Where nobody can tell: the public one.
fn restamp(source: &Source, loaded: &Loaded, findings: &mut [Finding]) {
    let inward: HashSet<&str> =
        loaded.items.iter().filter(|i| i.audience.value == Audience::Internal).map(|i| i.id.as_str()).collect();
    let unread = [&ENCODING, &FILE_NAME, &NOT_A_FILE];
    for finding in findings {
        let (path, text) = (source.path(finding.span.file), source.text(finding.span.file));
        let address = Address::parse(path);
        let side = address.map(|address| address.kind.def().side);
        finding.reach = match address.map(|address| address.part) {
            _ if item_of_folder(path).is_some_and(|item| inward.contains(item)) => Reach::Internal,
            Some(Part::Annex) => Reach::Internal,
            _ if side == Some(Side::Inside) => Reach::Internal,
            // What it releases would be lost.
            _ if side == Some(Side::Case)
                && !text.is_empty()
                && unread.iter().any(|rule| rule.code == finding.rule.code) =>
            {
                released(text)
            }
            _ => finding.reach,
        };
    }
}
