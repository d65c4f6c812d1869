//! What a page can hold of a record and of the files beside it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, BodyView, ReviewsView, Viewed};
use crate::{edition::Route, kinds::Address, source::Blob, table::ColumnKind, text::Label};

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
    pub listed_on: NaiveDate,
    pub formed_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
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
    pub on: Option<NaiveDate>,
    /// Why.
    pub reason: &'c str,
    /// 索引号
    pub index_no: Option<&'c str>,
    /// When it had been disclosed: for the archive alone.
    #[serde(skip)]
    pub published_on: Option<NaiveDate>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct DeliveryView<'c> {
    pub channel: Option<Label>,
    pub on: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
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
    pub kind: ColumnKind,
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

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct RevisionView<'c> {
    pub on: Option<NaiveDate>,
    pub kind: Option<Label>,
    pub reason: &'c str,
    pub what: Option<&'c str>,
}

/// A record that a promise points at.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct RecordRef<'c> {
    pub id: &'c str,
    pub title: &'c str,
    pub route: Route,
}

/// A withdrawn record that a promise points at: without its title, which stands on its own page alone.
#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct WithdrawnRef<'c> {
    pub id: &'c str,
    pub route: Route,
}

/// A sheet to print of a record.
#[derive(Clone, Serialize)]
pub struct SheetRef {
    /// `boards` for 公开栏, `documents` for 下发文件.
    pub kind: &'static str,
    /// Its page.
    pub route: Route,
}

/// What insiders see beside a record.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)] // the fields are the closed ones of `kinds::Record`
pub struct RecordAnnex<'c> {
    #[serde(flatten)]
    pub annex: AnnexView<'c>,
    #[serde(flatten)]
    pub reviews: ReviewsView<'c>,
    pub archive_no: Option<&'c str>,
    /// Why it is not on the public site although it was meant to be: `draft`, `unreviewed`, `superior-missing`,
    /// `item-unreviewed`.
    pub withheld: Option<&'static str>,
    /// Sheets to print.
    pub sheets: Vec<SheetRef>,
}

impl<'c> Viewed for RecordView<'c> {
    type Annex = RecordAnnex<'c>;
}
