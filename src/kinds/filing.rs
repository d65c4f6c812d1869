//! `filings/<id>.toml`: a period's exercises of ordinary powers, filed upward.

use super::{
    Annex, Internal,
    keys::{CHANNELS, ITEM, PERIOD, PUBLISHED_ON, REMARK, SUBMITTED_ON},
};
use crate::{
    diag::{Span, Spanned},
    keys,
    read::{Date, FieldText, Fields, Register},
    words::{Channel, Period},
};

keys! {
    REG_NO = "reg_no" "备案编号" "filing number" r#""复机管备〔2026〕3号""#
        "备案表的编号，不得重复" "the filing’s number, each once";
    FILLED_BY = "filled_by" "填表岗位" "filled by" r#""局公开办备案岗""#
        "填表的岗位，不写姓名" "the post that filled it in, not a person’s name";
    FILLED_ON = "filled_on" "填表日期" "filled on" "2026-10-09"
        "填表的日期，期满以后" "the day on which it was filled in, after the period";
    ROW = "row" "备案事项" "row" ""
        "一个非重要事项写一段" "one table for each ordinary power";
    COUNT = "count" "行使次数" "count" "1"
        "行使了几次，没有行使的写 0" "how often it was exercised, 0 where it was not";
    BRIEF = "summary" "简况" "summary" r#""制定印章使用管理规定""#
        "行使的简要情况" "what was done, in short";
}

/// 非重要行政权力动态运行情况备案表 (实施方案第五部分第（二）项). It goes to the superior office, so it stays inside.
#[derive(Clone, Debug)]
pub struct Filing {
    /// File stem.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// 备案编号
    pub reg_no: Option<FieldText>,
    /// 备案期间
    pub period: Option<Spanned<Period>>,
    /// 填表人: a post.
    pub filled_by: FieldText,
    /// 填表日期
    pub filled_on: Option<Date>,
    /// 报备日期
    pub submitted_on: Option<Date>,
    /// 备注
    pub remark: Option<FieldText>,
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
    pub item: FieldText,
    /// 行使次数; none where it could not be read.
    pub count: Option<Spanned<i64>>,
    /// 简况
    pub summary: FieldText,
    /// 公开形式
    pub channels: Vec<Spanned<Channel>>,
    /// 公开时间
    pub published_on: Option<Date>,
}

impl Filing {
    pub(crate) fn read(id: &str, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: id.to_owned(),
            place: fields.head(),
            reg_no: fields.number(REG_NO, Register::Filing),
            period: fields.required(PERIOD, Period::read),
            filled_by: fields.required_text(FILLED_BY),
            filled_on: fields.required(FILLED_ON, Fields::past),
            submitted_on: fields.past(SUBMITTED_ON),
            remark: fields.text(REMARK),
            rows: fields.required_tables(ROW, FilingRow::read),
            annex: Annex::read(fields, None),
        }
    }
}

impl FilingRow {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            place: fields.head(),
            item: fields.required_text_of(ITEM, Fields::item),
            count: fields.required(COUNT, Fields::integer),
            summary: fields.required_text(BRIEF),
            channels: fields.words(CHANNELS),
            published_on: fields.past(PUBLISHED_ON),
        }
    }
}
