//! `records/<item>/<id>.md`: one disclosure.

use super::{Address, Annex, Attachment, Internal, Markdown, Review};
use crate::{
    diag::{Reach, Span, Spanned},
    read::{Date, Fields, MISSING_FIELD, Text, WRONG_TYPE},
    text,
    words::{Audience, Channel, ColumnType, Period, RevisionKind, Validity},
};

/// 公开记录
#[derive(Clone, Debug)]
pub struct Record {
    /// File stem.
    pub id: String,
    /// The item's id: the folder's name.
    pub item: String,
    /// Its file.
    pub place: Span,
    /// Which site its mistakes reach.
    pub reach: Reach,
    /// 标题
    pub title: Text,
    /// The period or the event.
    pub occasion: Option<Occasion>,
    /// 成文日期
    pub formed_on: Option<Date>,
    /// 发布日期; without one it is a draft.
    pub published_on: Option<Date>,
    /// 索引号
    pub index_no: Option<Text>,
    /// 文号
    pub doc_no: Option<Text>,
    /// 存档号: it counts what is inside too, so only insiders see it.
    pub archive_no: Internal<Option<Text>>,
    /// 内容概述
    pub summary: Option<Text>,
    /// 关键词
    pub keywords: Vec<Text>,
    /// 公开范围, where it is narrower than the item's.
    pub audience: Option<Spanned<Audience>>,
    /// 本期无发生: a nil return.
    pub nil: bool,
    /// 有效性
    pub validity: Validity,
    /// Who reviewed it before publication.
    pub review: Internal<Option<Review>>,
    /// Why it is kept inside although it was meant for the public.
    pub withheld: Internal<Option<Withheld>>,
    /// How each promised channel was served.
    pub deliveries: Vec<Delivery>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Attachments.
    pub attachments: Vec<Attachment>,
    /// Corrections in the open.
    pub revisions: Vec<Revision>,
    /// The text.
    pub body: Markdown,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// What a record is about.
#[derive(Clone, Debug)]
pub enum Occasion {
    /// A period of a periodic item.
    Period(Spanned<Period>),
    /// The day of an event.
    Event(Date),
}

/// Why something that was meant for the public stays inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// It has no `[review]`.
    Unreviewed,
    /// Its item is important and `[review.superior]` is missing.
    SuperiorMissing,
    /// It is reviewed and has no `published_on` yet.
    Draft,
    /// Its item has no `[review]` itself.
    ItemUnreviewed,
}

/// One channel served.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// 公开形式
    pub channel: Option<Spanned<Channel>>,
    /// From when.
    pub on: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Where.
    pub place: Option<Text>,
    /// 文号 of the document that carried it.
    pub doc_no: Option<Text>,
    /// 发送范围 of that document.
    pub recipients: Vec<Text>,
    /// 影像资料: file name of the attachment that shows it.
    pub photo: Option<Text>,
}

/// A table: a CSV file beside the record.
#[derive(Clone, Debug)]
pub struct Table {
    /// File name.
    pub file: Text,
    /// Title.
    pub title: Text,
    /// 单位 of the figures.
    pub unit: Option<Text>,
    /// A line under the table.
    pub note: Option<Text>,
    /// The ready-made definition that it follows.
    pub like: Option<Text>,
    /// What its columns hold.
    pub columns: Vec<Column>,
    /// Formulas over columns, for every row.
    pub across: Vec<Text>,
    /// Formulas over rows, for every column of figures.
    pub down: Vec<Text>,
    /// Whether every figure was rounded by itself, so that sums may be off by their rounding.
    pub rounded: bool,
    /// What the file holds.
    pub cells: Option<Cells>,
}

/// What a column of a table holds.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in the header.
    pub name: Text,
    /// 类型
    pub kind: Option<Spanned<ColumnType>>,
    /// Decimals of its figures.
    pub places: Option<Spanned<i64>>,
    /// 单位, where it is not the table's.
    pub unit: Option<Text>,
}

/// The cells of a CSV file.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// Its text.
    pub text: Option<Span>,
    /// First row.
    pub header: Vec<String>,
    /// The rows below, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// A correction, withdrawal or supplement.
#[derive(Clone, Debug)]
pub struct Revision {
    /// When.
    pub on: Option<Date>,
    /// Which.
    pub kind: Option<Spanned<RevisionKind>>,
    /// Why.
    pub reason: Text,
    /// What changed.
    pub what: Option<Text>,
    /// Of a withdrawal: what its page is called from then on, where the record's own title is to go too.
    pub title: Option<Text>,
    /// Review of what was corrected; that of the record stays as it was.
    pub review: Internal<Option<Review>>,
}

impl Record {
    /// Reads everything but the files beside it, which `load` fills in.
    pub(crate) fn read(
        item: &str,
        id: &str,
        reach: Reach,
        body: Markdown,
        annex: Option<Markdown>,
        fields: &mut Fields<'_, '_>,
    ) -> Self {
        let formed_on = fields.date("formed_on");
        Self {
            id: id.to_owned(),
            item: item.to_owned(),
            place: fields.head(),
            reach,
            title: fields.required_text("title"),
            occasion: Occasion::read(fields),
            formed_on: fields.require("formed_on", formed_on),
            published_on: fields.date("published_on"),
            index_no: fields.text("index_no"),
            doc_no: fields.text("doc_no"),
            archive_no: Internal::new(fields.text("archive_no")),
            summary: fields.text("summary"),
            keywords: fields.texts("keywords"),
            audience: fields.word("audience"),
            nil: fields.flag("nil"),
            validity: fields.word("validity").map_or(Validity::Valid, |v| v.value),
            review: Internal::new(fields.table("review", Review::read)),
            withheld: Internal::new(None),
            deliveries: fields.tables("delivery", Delivery::read),
            tables: fields.tables("table", Table::read),
            attachments: fields.tables("attachment", Attachment::read),
            revisions: fields.tables("revision", Revision::read),
            body,
            annex: Annex::read(fields, annex),
        }
    }

    /// The withdrawal that took it back: the first, for nothing follows it (`R115`). One that is still to come is an error
    /// (`R106`), so whatever is built counts it. Its date, reason and title stay public, and so do the record's index
    /// number and the days that it was disclosed and is owed; all else of it is inside from then on.
    pub fn withdrawn(&self) -> Option<&Revision> {
        let withdrawals = self.revisions.iter().filter(|revision| revision.is_withdrawal());
        withdrawals.min_by_key(|r| r.on.as_ref().map(|on| on.value))
    }

    /// The title that the public may read: that of its withdrawal, where that has one.
    pub fn public_title(&self) -> &Text {
        self.withdrawn().and_then(|revision| revision.title.as_ref()).unwrap_or(&self.title)
    }

    /// Which site mistakes of its text, its tables and its attachments reach: what was withdrawn shapes no public page.
    pub fn content_reach(&self) -> Reach {
        if self.withdrawn().is_some() { Reach::Internal } else { self.reach }
    }

    /// The path of a file beside it.
    pub fn path_of(&self, file: &str) -> String {
        Address::beside(&self.item, file).path()
    }

    /// The names of the files beside it, as they are written: its tables and its attachments.
    pub fn files(&self) -> impl Iterator<Item = &Text> {
        self.tables.iter().map(|table| &table.file).chain(self.attachments.iter().map(|attachment| &attachment.file))
    }

    /// Their paths.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.files().map(|file| self.path_of(file))
    }
}

impl Occasion {
    fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let text = fields.text("period");
        let event = fields.date("occurred_on");
        let period = text.as_ref().and_then(|text| Period::read(text, fields));
        match (period, event, text.is_some()) {
            (Some(_), Some(event), _) => {
                fields.report(
                    &WRONG_TYPE,
                    event.span,
                    text!("period 与 occurred_on 只能写一个", "write period or occurred_on, not both"),
                );
                None
            }
            (Some(period), None, _) => Some(Self::Period(period)),
            (None, Some(event), _) => Some(Self::Event(event)),
            (None, None, true) => None,
            (None, None, false) if fields.is_misplaced("period") || fields.is_misplaced("occurred_on") => None,
            (None, None, false) => {
                let head = fields.head();
                fields
                    .report(
                        &MISSING_FIELD,
                        head,
                        text!("缺少 period 或 occurred_on", "period or occurred_on is missing"),
                    )
                    .help(text!(
                        "定期公开写 period，随时公开写 occurred_on",
                        "periodic items need period, events occurred_on"
                    ));
                None
            }
        }
    }
}

impl Delivery {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let (channel, on) = (fields.word("channel"), fields.date("on"));
        Self {
            channel: fields.require("channel", channel),
            on: fields.require("on", on),
            until: fields.date("until"),
            place: fields.text("place"),
            doc_no: fields.text("doc_no"),
            recipients: fields.texts("recipients"),
            photo: fields.text("photo"),
        }
    }
}

impl Table {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            file: fields.required_text("file"),
            title: fields.required_text("title"),
            unit: fields.text("unit"),
            note: fields.text("note"),
            like: fields.text("like"),
            columns: fields.tables("column", Column::read),
            across: fields.texts("columns"),
            down: fields.texts("rows"),
            rounded: fields.flag("rounded"),
            cells: None,
        }
    }
}

impl Column {
    /// Most decimals that a column may ask for.
    const MOST_PLACES: i64 = 6;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let places = fields.integer("places");
        let wrong = places.as_ref().filter(|p| !(0..=Self::MOST_PLACES).contains(&p.value)).map(|p| p.span);
        if let Some(span) = wrong {
            fields.report(&WRONG_TYPE, span, text!("places 应是 0 至 6", "places should be 0 to 6"));
        }
        Self {
            name: fields.required_text("name"),
            kind: fields.word("type"),
            places: places.filter(|_| wrong.is_none()),
            unit: fields.text("unit"),
        }
    }
}

impl Revision {
    /// Whether it takes the record back.
    pub fn is_withdrawal(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.value == RevisionKind::Withdrawn)
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let (on, kind) = (fields.date("on"), fields.word("kind"));
        Self {
            on: fields.require("on", on),
            kind: fields.require("kind", kind),
            reason: fields.required_text("reason"),
            what: fields.text("what"),
            title: fields.text("title"),
            review: Internal::new(fields.table("review", Review::read)),
        }
    }
}
