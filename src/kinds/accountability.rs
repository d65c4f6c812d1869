//! `accountability/<id>.toml`: one finding of responsibility, its correction and the report back.

use super::{Annex, Internal, Release};
use crate::{
    diag::{Reach, Span, Spanned},
    read::{Date, Fields, Text},
    words::Responsibility,
};

/// 责任追究 (实施方案第六部分第（五）项). It stays inside unless released.
#[derive(Clone, Debug)]
pub struct Accountability {
    /// File stem.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// 领导责任、直接领导责任、直接责任
    pub level: Option<Spanned<Responsibility>>,
    /// Who bears it: a post, not a person.
    pub post: Text,
    /// 责任科室
    pub office: Text,
    /// Id of the item that it is about.
    pub item: Option<Text>,
    /// 认定日期
    pub found_on: Option<Date>,
    /// 违规情形
    pub finding: Text,
    /// 处理措施
    pub measure: Text,
    /// 移送司法机关的日期, in grave cases.
    pub transferred_on: Option<Date>,
    /// 改正期限
    pub correct_by: Option<Date>,
    /// 改正日期
    pub corrected_on: Option<Date>,
    /// 改正情况
    pub correction: Option<Text>,
    /// 反馈日期: when the correction was reported back to the disclosure office.
    pub reported_on: Option<Date>,
    /// What the public is shown of it.
    pub release: Option<Release>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

impl Accountability {
    pub(crate) fn read(id: &str, released: Reach, fields: &mut Fields<'_, '_>) -> Self {
        let (level, found_on, correct_by) = (fields.word("level"), fields.date("found_on"), fields.date("correct_by"));
        Self {
            id: id.to_owned(),
            place: fields.head(),
            level: fields.require("level", level),
            post: fields.required_text("post"),
            office: fields.required_text("office"),
            item: fields.text("item"),
            found_on: fields.require("found_on", found_on),
            finding: fields.required_text("finding"),
            measure: fields.required_text("measure"),
            transferred_on: fields.date("transferred_on"),
            correct_by: fields.require("correct_by", correct_by),
            corrected_on: fields.date("corrected_on"),
            correction: fields.text("correction"),
            reported_on: fields.date("reported_on"),
            release: Release::within(released, fields),
            annex: Annex::read(fields, None),
        }
    }
}
