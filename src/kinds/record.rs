//! `records/<item>/<id>.md`: one disclosure.

use super::{
    Address, Annex, Attachment, Delivery, Internal, Markdown, Review, Table,
    keys::{ARCHIVE_NO, DOC_NO, FORMED_ON, PERIOD, PUBLISHED_ON, SUMMARY, TITLE},
};
use crate::{
    diag::{Reach, Span, Spanned},
    keys,
    read::{Date, FieldText, Fields, Register},
    words::{Audience, Period, RevisionKind, Validity},
};

keys! {
    OCCURRED_ON = "occurred_on" "发生日期" "occurred on" "2026-07-15"
        "随时公开的写发生的日期；定期公开的写 period" "the day of an event; what is periodic has period";
    INDEX_NO = "index_no" "索引号" "index number" r#""11130404MB0000000J/2026-00021""#
        "信息公开索引号，不得重复；对社会公开的应填" "each once; what is for the public should have one";
    KEYWORDS = "keywords" "关键词" "keywords" r#"["会议室", "2026年第三季度"]"#
        "便于查找的词" "words to find it by";
    NARROWER = "audience" "公开范围" "audience" r#""内部公开""#
        "比事项更窄时才写" "where it is narrower than the item’s";
    NIL = "nil" "本期无发生" "nil return" "true"
        "true 表示本期没有发生" "true: there was nothing in the period";
    VALIDITY = "validity" "有效性" "validity" r#""有效""#
        "不写的是有效" "without it: in force";
    DELIVERY = "delivery" "公开落实" "delivery" ""
        "承诺的公开形式，每种写一段" "one table for each promised channel";
    TABLE = "table" "表格" "table" ""
        "一个 CSV 写一段" "one for each CSV file";
    ATTACHMENT = "attachment" "附件" "attachment" ""
        "一个附件写一段" "one table for each attached file";
    REVISION = "revision" "更正说明" "revision" ""
        "更正、撤回、补充、确认，每次写一段" "corrected, withdrawn, supplemented, confirmed: one table each";
    REVISED_ON = "on" "更正日期" "revised on" "2026-11-05"
        "更正、撤回、补充、确认的日期" "the day of the revision";
    REVISION_KIND = "kind" "更正种类" "kind of revision" r#""更正""#
        "更正、撤回、补充或者确认" "corrected, withdrawn, supplemented or confirmed";
    REASON = "reason" "原因" "reason" r#""9月次数统计有误""#
        "为什么；对社会公开的也看得到" "why; the public reads it";
    WHAT = "what" "更正内容" "what changed" r#""9月由36次改为37次""#
        "改了什么" "what changed";
    INSTEAD = "title" "代替的标题" "title instead" r#""2026年上半年经费情况""#
        "撤回的，原标题不宜再公开时写" "of a withdrawal whose own title is to go too";
}

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
    pub title: FieldText,
    /// The period or the event.
    pub occasion: Option<Occasion>,
    /// 成文日期
    pub formed_on: Option<Date>,
    /// 发布日期; without one it is a draft.
    pub published_on: Option<Date>,
    /// 索引号
    pub index_no: Option<FieldText>,
    /// 文号
    pub doc_no: Option<FieldText>,
    /// 存档号: it counts what is inside too, so only insiders see it.
    pub archive_no: Internal<Option<FieldText>>,
    /// 内容概述
    pub summary: Option<FieldText>,
    /// 关键词
    pub keywords: Vec<FieldText>,
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

/// A correction, withdrawal or supplement.
#[derive(Clone, Debug)]
pub struct Revision {
    /// When.
    pub on: Option<Date>,
    /// Which.
    pub kind: Option<Spanned<RevisionKind>>,
    /// Why.
    pub reason: FieldText,
    /// What changed.
    pub what: Option<FieldText>,
    /// Of a withdrawal: what its page is called from then on, where the record's own title is to go too.
    pub title: Option<FieldText>,
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
        Self {
            id: id.to_owned(),
            item: item.to_owned(),
            place: fields.head(),
            reach,
            title: fields.required_text_of(TITLE, Fields::title),
            occasion: Occasion::read(fields),
            formed_on: fields.required(FORMED_ON, Fields::past),
            published_on: fields.past(PUBLISHED_ON),
            index_no: fields.number(INDEX_NO, Register::Index),
            doc_no: fields.doc_no(DOC_NO),
            archive_no: Internal::new(fields.number(ARCHIVE_NO, Register::Archive)),
            summary: fields.text(SUMMARY),
            keywords: fields.texts(KEYWORDS),
            audience: fields.word(NARROWER),
            nil: fields.flag(NIL),
            validity: fields.word(VALIDITY).map_or(Validity::Valid, |v| v.value),
            review: Internal::new(Review::within(fields)),
            withheld: Internal::new(None),
            deliveries: fields.tables(DELIVERY, Delivery::read),
            tables: fields.tables(TABLE, Table::read),
            attachments: fields.tables(ATTACHMENT, Attachment::read),
            revisions: fields.tables(REVISION, Revision::read),
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
    pub fn public_title(&self) -> &FieldText {
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
    pub fn files(&self) -> impl Iterator<Item = &FieldText> {
        self.tables.iter().map(|table| &table.file).chain(self.attachments.iter().map(|attachment| &attachment.file))
    }

    /// Their paths.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.files().map(|file| self.path_of(file))
    }
}

impl Occasion {
    fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let period = Period::read(fields, PERIOD);
        let event = fields.past(OCCURRED_ON);
        let one = fields.choice(&[PERIOD, OCCURRED_ON], 1, 1);
        period.map(Self::Period).or(event.map(Self::Event)).filter(|_| one)
    }
}

impl Revision {
    /// Whether it takes the record back.
    pub fn is_withdrawal(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.value == RevisionKind::Withdrawn)
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            on: fields.required(REVISED_ON, Fields::past),
            kind: fields.required(REVISION_KIND, Fields::word),
            reason: fields.required_text(REASON),
            what: fields.text(WHAT),
            title: fields.title(INSTEAD),
            review: Internal::new(Review::within(fields)),
        }
    }
}
