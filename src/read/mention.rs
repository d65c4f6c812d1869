//! What a file mentions: days, offices, items, numbers, titles. Rules that hold for all kinds look at these.

use chrono::NaiveDate;

use super::Key;
use crate::diag::{Reach, Span};

/// Something that is named at a place.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The field that it stands in.
    pub key: &'static Key,
    /// Where its value stands.
    pub span: Span,
    /// Which site a mistake in it can shape.
    pub reach: Reach,
    /// What is named.
    pub what: Named,
}

/// What is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A day of something that is written as done.
    Past(NaiveDate),
    /// 科室: an id, a name or an alias.
    Office(Box<str>),
    /// 职权事项: its id, whichever way it was named; what was written, where there is none.
    Item(Box<str>),
    /// A number that only one may have.
    Number(Register, Box<str>),
    /// 发文字号
    DocNo(Box<str>),
    /// A title with marks, in which 《》 and brackets pair; one without them says nothing to any rule.
    Title(Box<str>),
}

/// Whether a day may lie ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Of something that is written as done: not after today.
    Past,
    /// Of what is set or planned: any day.
    Any,
}

/// What gives out numbers, each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// 存档号, of records and exercises together.
    Archive,
    /// 登记编号
    Form,
    /// 备案编号
    Filing,
    /// 索引号
    Index,
    /// 职权编码
    Code,
    /// 科室编号
    OfficeId,
    /// 科室名称, aliases among them.
    OfficeName,
}
