//! `items/<id>.toml`: one power.

use super::{Annex, Internal, Markdown, Review, Schedule, Step, Withheld};
use crate::{
    diag::{Reach, Span as Place, Spanned},
    read::{Date, Fields, Text},
    words::{Audience, BasisKind, Category, ChangeKind, Channel, ComplaintKind, Level, Status},
};

/// 职权事项
#[derive(Clone, Debug)]
pub struct Item {
    /// File stem: its address for good.
    pub id: String,
    /// Its file.
    pub place: Place,
    /// Which site its mistakes reach.
    pub reach: Reach,
    /// 职权名称
    pub name: Text,
    /// 职权类别
    pub category: Option<Spanned<Category>>,
    /// 公开范围. Where it can't be read: internal.
    pub audience: Spanned<Audience>,
    /// 承办科室, as written.
    pub office: Text,
    /// 公开形式
    pub channels: Vec<Spanned<Channel>>,
    /// 公开内容
    pub content: Option<Text>,
    /// 收费标准
    pub fee: Option<Fee>,
    /// Whether it is in use.
    pub status: Spanned<Status>,
    /// When it came into use.
    pub started_on: Option<Date>,
    /// When it was suspended.
    pub suspended_on: Option<Date>,
    /// When it came into use again.
    pub resumed_on: Option<Date>,
    /// When it ended.
    pub terminated_on: Option<Date>,
    /// 职权编码
    pub code: Option<Text>,
    /// 备注
    pub remark: Option<Text>,
    /// 公开时间
    pub schedule: Option<Schedule>,
    /// 重要或者非重要
    pub importance: Option<Importance>,
    /// 实施依据
    pub bases: Vec<Basis>,
    /// 基本运行程序
    pub steps: Vec<Step>,
    /// 投诉举报途径
    pub remedies: Vec<Remedy>,
    /// 新增、调整、终止
    pub changes: Vec<Change>,
    /// Fields that the file does not have, of those that only some items need. A field that is there but wrong is not silent.
    pub silent: Vec<&'static str>,
    /// Who reviewed what it says before publication.
    pub review: Internal<Option<Review>>,
    /// Why it is kept inside although it is meant for the public.
    pub withheld: Internal<Option<Withheld>>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 收费标准. Free is said, never left blank.
#[derive(Clone, Debug)]
pub enum Fee {
    /// In a word, such as 不收费.
    Said(Text),
    /// With its basis and standard.
    Set {
        /// 收费依据
        basis: Text,
        /// 收费标准
        standard: Text,
        /// 计费单位
        unit: Option<Text>,
    },
}

/// 重要权力的认定: by whom, by which document, when.
#[derive(Clone, Debug)]
pub struct Importance {
    /// 重要 or 非重要.
    pub level: Option<Spanned<Level>>,
    /// Who decided.
    pub decided_by: Text,
    /// By which document.
    pub document: Text,
    /// When.
    pub on: Option<Date>,
}

/// 实施依据
#[derive(Clone, Debug)]
pub struct Basis {
    /// Its rank.
    pub kind: Option<Spanned<BasisKind>>,
    /// Title, with 《》.
    pub title: Text,
    /// 文号
    pub doc_no: Option<Text>,
    /// 条款
    pub article: Option<Text>,
    /// Date of issue.
    pub date: Option<Date>,
    /// The words themselves.
    pub text: Option<Text>,
}

/// 投诉举报途径 of one item.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// Which way.
    pub kind: Option<Spanned<ComplaintKind>>,
    /// Number or place.
    pub contact: Text,
    /// 答复时限
    pub limit: Option<Text>,
}

/// A change of the item itself (动态管理).
#[derive(Clone, Debug)]
pub struct Change {
    /// When.
    pub on: Option<Date>,
    /// Added, adjusted or terminated.
    pub kind: Option<Spanned<ChangeKind>>,
    /// What.
    pub what: Text,
    /// When it was reported upward.
    pub reported_on: Option<Date>,
    /// By which document.
    pub basis: Option<Text>,
}

/// What an item needs by its audience or its status.
const NEEDED_BY_SOME: [&str; 8] =
    ["basis", "fee", "category", "content", "started_on", "suspended_on", "resumed_on", "terminated_on"];

impl Item {
    /// Whether the file does not have a field that only some items need.
    pub fn lacks(&self, key: &str) -> bool {
        self.silent.contains(&key)
    }

    /// Whether the file says who may see it. Where it does not, it counts as internal.
    pub fn says_audience(&self) -> bool {
        self.audience.span != self.place
    }

    pub(crate) fn read(id: &str, reach: Reach, body: Option<Markdown>, fields: &mut Fields<'_, '_>) -> Self {
        let head = fields.head();
        let audience = fields.word("audience");
        let status = fields.word("status");
        let schedule = Schedule::read(fields);
        Self {
            id: id.to_owned(),
            place: head,
            reach,
            name: fields.required_text("name"),
            category: fields.word("category"),
            audience: fields.require("audience", audience).unwrap_or(Spanned::new(Audience::Internal, head)),
            office: fields.required_text("office"),
            channels: fields.required_words("channels"),
            content: fields.text("content"),
            fee: Fee::read(fields),
            status: fields.require("status", status).unwrap_or(Spanned::new(Status::InForce, head)),
            started_on: fields.date("started_on"),
            suspended_on: fields.date("suspended_on"),
            resumed_on: fields.date("resumed_on"),
            terminated_on: fields.date("terminated_on"),
            code: fields.text("code"),
            remark: fields.text("remark"),
            schedule: fields.require("schedule", schedule),
            importance: fields.table("importance", Importance::read),
            bases: fields.tables("basis", Basis::read),
            steps: fields.tables("step", Step::read),
            remedies: fields.tables("remedy", Remedy::read),
            changes: fields.tables("change", Change::read),
            silent: NEEDED_BY_SOME.into_iter().filter(|key| !fields.says(key)).collect(),
            review: Internal::new(fields.table("review", Review::read)),
            withheld: Internal::new(None),
            annex: Annex::read(fields, body),
        }
    }

    /// Whether it was ever in use: what it says about itself has to be public then.
    pub fn was_started(&self) -> bool {
        self.status.value != Status::NotStarted
    }

    /// Whether someone decided that it is important.
    pub fn is_important(&self) -> bool {
        self.importance.as_ref().and_then(|i| i.level.as_ref()).is_some_and(|l| l.value == Level::Important)
    }
}

impl Fee {
    fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        if !fields.is_table("fee") {
            return fields.text("fee").map(Self::Said);
        }
        fields.table("fee", |f| Self::Set {
            basis: f.required_text("basis"),
            standard: f.required_text("standard"),
            unit: f.text("unit"),
        })
    }
}

impl Importance {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let (level, on) = (fields.word("level"), fields.date("on"));
        Self {
            level: fields.require("level", level),
            decided_by: fields.required_text("decided_by"),
            document: fields.required_text("document"),
            on: fields.require("on", on),
        }
    }
}

impl Basis {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let kind = fields.word("kind");
        Self {
            kind: fields.require("kind", kind),
            title: fields.required_text("title"),
            doc_no: fields.text("doc_no"),
            article: fields.text("article"),
            date: fields.date("date"),
            text: fields.text("text"),
        }
    }
}

impl Remedy {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let kind = fields.word("kind");
        Self {
            kind: fields.require("kind", kind),
            contact: fields.required_text("contact"),
            limit: fields.text("limit"),
        }
    }
}

impl Change {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let (on, kind) = (fields.date("on"), fields.word("kind"));
        Self {
            on: fields.require("on", on),
            kind: fields.require("kind", kind),
            what: fields.required_text("what"),
            reported_on: fields.date("reported_on"),
            basis: fields.text("basis"),
        }
    }
}
