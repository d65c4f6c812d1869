//! `filings/<id>.toml`: a period's exercises of ordinary powers, filed upward.

use super::{Annex, Internal};
use crate::{
    diag::{Span, Spanned},
    read::{Date, Fields, Text},
    words::{Channel, Period},
};

/// 非重要行政权力动态运行情况备案表 (实施方案第五部分第（二）项). It goes to the superior office, so it stays inside.
#[derive(Clone, Debug)]
pub struct Filing {
    /// File stem.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// 备案编号
    pub reg_no: Option<Text>,
    /// 备案期间
    pub period: Option<Spanned<Period>>,
    /// 填表人: a post.
    pub filled_by: Text,
    /// 填表日期
    pub filled_on: Option<Date>,
    /// 报备日期
    pub submitted_on: Option<Date>,
    /// 备注
    pub remark: Option<Text>,
    /// One for each item.
    pub rows: Vec<FilingRow>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// How an item was exercised in the period.
#[derive(Clone, Debug)]
pub struct FilingRow {
    /// Where it stands.
    pub place: Span,
    /// Id of the item.
    pub item: Text,
    /// 行使次数; none where it could not be read.
    pub count: Option<Spanned<i64>>,
    /// 简况
    pub summary: Text,
    /// 公开形式
    pub channels: Vec<Spanned<Channel>>,
    /// 公开时间
    pub published_on: Option<Date>,
}

impl Filing {
    pub(crate) fn read(id: &str, fields: &mut Fields<'_, '_>) -> Self {
        let text = fields.text("period");
        let period = text.as_ref().and_then(|text| Period::read(text, fields));
        let filled_on = fields.date("filled_on");
        Self {
            id: id.to_owned(),
            place: fields.head(),
            reg_no: fields.text("reg_no"),
            period: fields.require("period", period),
            filled_by: fields.required_text("filled_by"),
            filled_on: fields.require("filled_on", filled_on),
            submitted_on: fields.date("submitted_on"),
            remark: fields.text("remark"),
            rows: fields.required_tables("row", "[[row]]", FilingRow::read),
            annex: Annex::read(fields, None),
        }
    }
}

impl FilingRow {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let count = fields.integer("count");
        Self {
            place: fields.head(),
            item: fields.required_text("item"),
            count: fields.require("count", count),
            summary: fields.required_text("summary"),
            channels: fields.words("channels"),
            published_on: fields.date("published_on"),
        }
    }
}
