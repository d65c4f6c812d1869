//! What a page can hold. Borrowed from the catalog; words are already in the site's language.

use serde::{Serialize, Serializer};

use super::{ActView, RecordRef, Route, SheetRef, StageAnnexView, WaiverView};
use crate::{
    diag::{Files, Span},
    kinds::Address,
    read::Date,
    source::{Blob, Source},
    table::Kind,
    text::Label,
};

/// A day as a page shows it: `2026-07-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub chrono::NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl From<&Date> for Day {
    fn from(date: &Date) -> Self {
        Self(date.value)
    }
}

/// A body of Markdown, rendered when its page is.
#[derive(Clone, Copy)]
pub struct BodyView<'c> {
    /// Its text.
    pub text: &'c str,
    /// The content path of its file, from which its links go.
    pub from: &'c str,
}

impl<'c> BodyView<'c> {
    pub(super) fn of(source: &'c Source, span: Span) -> Self {
        Self { text: source.slice(span), from: source.path(span.file) }
    }
}

/// 站点
#[derive(Clone, Copy, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Site`
pub struct SiteView<'c> {
    pub name: &'c str,
    pub description: &'c str,
    pub base_url: Option<&'c str>,
    pub domain: Option<&'c str>,
    pub site_code: Option<&'c str>,
    pub icp: Option<&'c str>,
    pub police_record: Option<&'c str>,
}

/// 本机关
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Agency`
pub struct AgencyView<'c> {
    pub name: &'c str,
    pub short_name: Option<&'c str>,
    pub address: Option<&'c str>,
    pub postcode: Option<&'c str>,
    pub phone: Option<&'c str>,
    pub hours: Option<&'c str>,
    pub email: Option<&'c str>,
    pub duties: &'c str,
    pub superior: &'c str,
    pub leading_group: Option<LeadingGroupView<'c>>,
    pub disclosure_office: Option<DisclosureOfficeView<'c>>,
    pub supervisors: Vec<SupervisorView<'c>>,
    pub complaints: Vec<ComplaintView<'c>>,
    pub archive: Option<ArchiveView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ArchiveView<'c> {
    pub custodian: &'c str,
    pub place: Option<&'c str>,
    pub retention: &'c str,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct LeadingGroupView<'c> {
    pub duties: &'c str,
    pub members: Vec<MemberView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct MemberView<'c> {
    pub role: Option<Label>,
    pub post: &'c str,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct DisclosureOfficeView<'c> {
    pub name: &'c str,
    pub head: &'c str,
    pub duties: Option<&'c str>,
    pub phone: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct SupervisorView<'c> {
    pub name: &'c str,
    pub note: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ComplaintView<'c> {
    pub kind: Option<Label>,
    pub contact: &'c str,
    pub note: Option<&'c str>,
}

/// 科室
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Office`
pub struct OfficeView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub name: &'c str,
    pub head: Option<&'c str>,
    pub phone: Option<&'c str>,
    pub duties: Option<&'c str>,
}

/// 公开记录
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Record`
pub struct RecordView<'c> {
    pub id: &'c str,
    pub item: &'c str,
    pub route: Route,
    pub title: &'c str,
    pub audience: Label,
    /// The period or the day of the event, in words.
    pub occasion: Option<String>,
    /// The year that lists put it under.
    pub year: i32,
    /// The day that lists sort it by: of publication, else of formation.
    pub listed_on: Day,
    pub formed_on: Option<Day>,
    pub published_on: Option<Day>,
    pub index_no: Option<&'c str>,
    pub doc_no: Option<&'c str>,
    pub summary: Option<&'c str>,
    pub keywords: Vec<&'c str>,
    pub nil: bool,
    pub validity: Label,
    pub deliveries: Vec<DeliveryView<'c>>,
    pub tables: Vec<TableView<'c>>,
    pub attachments: Vec<AttachmentView<'c>>,
    pub revisions: Vec<RevisionView<'c>>,
    /// The withdrawal that took it back. Only insiders still see such a record.
    pub withdrawn: Option<RevisionView<'c>>,
    #[serde(skip)]
    pub body: BodyView<'c>,
}

/// What the public sees of a record that was withdrawn: that it was, and nothing else.
#[derive(Clone, Serialize)]
pub struct WithdrawnView<'c> {
    /// Where it was written.
    #[serde(skip)]
    pub address: Address<'c>,
    /// Its address.
    pub route: Route,
    /// Its title, or the one that was put in its place.
    pub title: &'c str,
    /// When it was withdrawn.
    pub on: Option<Day>,
    /// Why.
    pub reason: &'c str,
    /// 索引号
    pub index_no: Option<&'c str>,
    /// When it had been disclosed: for the archive alone.
    #[serde(skip)]
    pub published_on: Option<Day>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct DeliveryView<'c> {
    pub channel: Option<Label>,
    pub on: Option<Day>,
    pub until: Option<Day>,
    pub place: Option<&'c str>,
    pub doc_no: Option<&'c str>,
    pub recipients: Vec<&'c str>,
    pub photo: Option<Route>,
}

/// A table as a page shows it.
#[derive(Clone, Serialize)]
pub struct TableView<'c> {
    /// Its title.
    pub title: &'c str,
    /// 单位
    pub unit: Option<&'c str>,
    /// A line below it.
    pub note: Option<&'c str>,
    /// Its columns.
    pub columns: Vec<ColumnView<'c>>,
    /// Its rows.
    pub rows: &'c [Vec<String>],
    /// What its figures have to do with each other: its formulas.
    pub formulas: Vec<String>,
    /// Rows that are reckoned from others, by position: totals.
    #[serde(skip)]
    pub results: Vec<usize>,
    /// Columns that others add up to, by position.
    #[serde(skip)]
    pub sums: Vec<usize>,
    /// Columns that are reckoned from others in any way, by position.
    #[serde(skip)]
    pub reckoned: Vec<usize>,
    /// The CSV file.
    pub route: Route,
    /// The same as an XLSX file, where the table's name leaves room for one.
    pub xlsx: Option<Route>,
    /// Where the CSV file is read from.
    #[serde(skip)]
    pub file: Option<&'c Blob>,
}

/// A column's head.
#[derive(Clone, Serialize)]
pub struct ColumnView<'c> {
    /// Its name.
    pub name: &'c str,
    /// Whether every cell is a figure: set to the right.
    pub figures: bool,
    /// 单位, where it is not the table's.
    pub unit: Option<&'c str>,
    /// What it holds.
    #[serde(skip)]
    pub kind: Kind,
}

/// An attachment as a page shows it.
#[derive(Clone, Serialize)]
pub struct AttachmentView<'c> {
    /// Its title.
    pub title: &'c str,
    /// Its file name.
    pub name: &'c str,
    /// What it is.
    pub kind: Option<Label>,
    /// Length, such as `12 KB`.
    pub size: String,
    /// SHA-256.
    pub sha256: &'c str,
    /// The file.
    pub route: Route,
    /// Where the file is read from.
    #[serde(skip)]
    pub file: Option<&'c Blob>,
}

/// A file that stands at the site's root.
#[derive(Clone)]
pub struct RootFileView<'c> {
    /// Its address.
    pub route: Route,
    /// Where it is read from.
    pub file: &'c Blob,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct RevisionView<'c> {
    pub on: Option<Day>,
    pub kind: Option<Label>,
    pub reason: &'c str,
    pub what: Option<&'c str>,
}

/// 文字页
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::TextPage`
pub struct TextView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub title: &'c str,
    pub audience: Label,
    pub summary: &'c str,
    pub formed_on: Option<Day>,
    pub published_on: Option<Day>,
    #[serde(skip)]
    pub body: BodyView<'c>,
}

/// What only insiders see of a thing.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Annex` and the closed ones of `kinds::Record`
pub struct AnnexView<'c> {
    pub note: Option<&'c str>,
    pub handler: Option<&'c str>,
    pub phone: Option<&'c str>,
    #[serde(skip)]
    pub body: Option<BodyView<'c>>,
    pub secrecy_review: Option<SignView<'c>>,
    pub superior_review: Option<SignView<'c>>,
    /// 存档号 of a record or an exercise.
    pub archive_no: Option<&'c str>,
    /// 登记编号 of an exercise.
    pub reg_no: Option<&'c str>,
    /// Why it is not on the public site although it was meant to be: `draft`, `unreviewed`, `superior-missing`,
    /// `item-unreviewed`.
    pub withheld: Option<&'static str>,
    /// Of a record: sheets to print.
    pub sheets: Vec<SheetRef>,
    /// Of an exercise: every stage, with its reviews.
    pub stages: Vec<StageAnnexView<'c>>,
    /// Of a promise: what has to be done next, and by whom.
    pub act: Option<ActView<'c>>,
    /// Of a promise: the record that is being prepared.
    pub draft: Option<RecordRef<'c>>,
    /// Of a promise: who waived it, and why.
    pub waiver: Option<WaiverView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct SignView<'c> {
    pub by: &'c str,
    pub on: Option<Day>,
}
