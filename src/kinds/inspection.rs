//! `inspections/<id>.toml`: one inspection, the problems found, and what was reported of it upward.

use super::{
    Annex, Internal,
    keys::{ITEM, OFFICE, SUBMITTED_ON, TITLE},
};
use crate::{
    diag::{Span, Spanned},
    keys,
    read::{Date, FieldText, Fields},
    words::BriefKind,
};

keys! {
    ON = "on" "检查日期" "inspected on" "2026-09-15"
        "检查的日期" "the day of the inspection";
    SCOPE = "scope" "检查内容" "scope" r#""公开栏张贴情况""#
        "查了什么" "what was looked at";
    BY = "by" "检查人" "inspected by" r#""局公开办主任""#
        "检查的岗位，不写姓名" "the posts that inspected, not persons’ names";
    INSPECTED = "office" "被查科室" "office inspected" r#""办公室""#
        "agency.toml 登记的科室；全局一起查的不写" "an office of agency.toml; nothing where all were inspected";
    PROBLEM = "problem" "发现的问题" "problem" ""
        "一个问题写一段，没有问题的不写" "one table for each problem; none where there was none";
    WHAT = "what" "问题" "what" r#""公开栏缺第二季度经费情况""#
        "发现了什么问题" "what was found wrong";
    REPORTED_TO = "reported_to" "报告对象" "reported to" r#""领导小组""#
        "向谁报告，不写的是领导小组" "to whom it is reported; the leading group without it";
    REPORTED_ON = "reported_on" "上报日期" "reported on" "2026-09-16"
        "报告的日期，报告那天填" "the day on which it was reported";
    CORRECT_BY = "correct_by" "整改期限" "to be put right by" "2026-09-30"
        "最迟哪天整改" "the last day for putting it right";
    CORRECTED_ON = "corrected_on" "整改日期" "put right on" "2026-09-22"
        "整改的日期；与整改情况一起写" "the day on which it was put right; goes with correction";
    CORRECTION = "correction" "整改情况" "correction" r#""已补贴，并写明张贴岗位。""#
        "怎样整改的" "how it was put right";
    BRIEF = "report" "反馈" "report" ""
        "向上级反馈的工作动态或者工作经验，一次写一段" "one table for each piece of news or experience reported upward";
    BRIEF_KIND = "kind" "类型" "kind" r#""工作动态""#
        "工作动态或者工作经验" "news or experience";
    TO = "to" "反馈对象" "to" r#""区行政权力公开透明运行工作领导小组办公室""#
        "向谁反馈，不写的是 agency.toml 的上级机构" "to whom; the superior of agency.toml without it";
}

/// 公开情况的检查指导 (实施方案第六部分第（三）项). It stays inside.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// File stem.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// 检查日期
    pub on: Option<Date>,
    /// 检查内容
    pub scope: FieldText,
    /// 检查人: posts.
    pub by: FieldText,
    /// 被查科室
    pub office: Option<FieldText>,
    /// 发现的问题, as they stand.
    pub problems: Vec<Problem>,
    /// What was reported upward of it.
    pub briefs: Vec<Brief>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// One thing that was found wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What it is.
    pub what: FieldText,
    /// Id of the item that it is about.
    pub item: Option<FieldText>,
    /// 责任科室
    pub office: Option<FieldText>,
    /// 报告对象; the leading group where it is not said.
    pub reported_to: Option<FieldText>,
    /// 上报日期
    pub reported_on: Option<Date>,
    /// 整改期限
    pub correct_by: Option<Date>,
    /// 整改日期
    pub corrected_on: Option<Date>,
    /// 整改情况
    pub correction: Option<FieldText>,
}

/// 工作动态、工作经验, reported to the superior office.
#[derive(Clone, Debug)]
pub struct Brief {
    /// Which of the two.
    pub kind: Option<Spanned<BriefKind>>,
    /// Its title.
    pub title: FieldText,
    /// 反馈对象; the superior where it is not said.
    pub to: Option<FieldText>,
    /// 报送日期
    pub submitted_on: Option<Date>,
}

impl Inspection {
    pub(crate) fn read(id: &str, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: id.to_owned(),
            place: fields.head(),
            on: fields.required(ON, Fields::past),
            scope: fields.required_text(SCOPE),
            by: fields.required_text(BY),
            office: fields.office(INSPECTED),
            problems: fields.tables(PROBLEM, Problem::read),
            briefs: fields.tables(BRIEF, Brief::read),
            annex: Annex::read(fields, None),
        }
    }
}

impl Problem {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let problem = Self {
            what: fields.required_text(WHAT),
            item: fields.item(ITEM),
            office: fields.office(OFFICE),
            reported_to: fields.text(REPORTED_TO),
            reported_on: fields.past(REPORTED_ON),
            correct_by: fields.required(CORRECT_BY, Fields::date),
            corrected_on: fields.past(CORRECTED_ON),
            correction: fields.text(CORRECTION),
        };
        fields.choice(&[ITEM, OFFICE], 1, 2);
        problem
    }
}

impl Brief {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required(BRIEF_KIND, Fields::word),
            title: fields.required_text_of(TITLE, Fields::title),
            to: fields.text(TO),
            submitted_on: fields.past(SUBMITTED_ON),
        }
    }
}
