//! `accountability/<id>.toml`: one finding of responsibility, its correction and the report back.

use super::{
    Annex, Internal, Release,
    keys::{ITEM, OFFICE},
};
use crate::{
    diag::{Reach, Span, Spanned},
    keys,
    read::{Date, FieldText, Fields},
    words::Responsibility,
};

keys! {
    LEVEL = "level" "责任" "responsibility" r#""直接责任""#
        "承担哪种责任" "which responsibility is borne";
    POST = "post" "责任岗位" "post" r#""财务室会计岗""#
        "承担责任的岗位；写岗位，不写姓名" "the post that bears it: not a person’s name";
    FOUND_ON = "found_on" "认定日期" "found on" "2026-05-12"
        "认定责任的日期" "the day on which it was found";
    FINDING = "finding" "违规情形" "finding" r#""拆分采购，规避集体研究。""#
        "违反了什么" "what was done wrong";
    MEASURE = "measure" "处理措施" "measure" r#""批评教育，限期改正。""#
        "怎样处理" "what was done about it";
    TRANSFERRED_ON = "transferred_on" "移送日期" "transferred on" "2026-05-20"
        "移送司法机关的日期；没有移送的不写" "the day of the transfer to the judiciary, in grave cases";
    CORRECT_BY = "correct_by" "改正期限" "to be corrected by" "2026-06-12"
        "最迟哪天改正并反馈；到期没有反馈的逾期" "the last day for the correction and its report";
    CORRECTED_ON = "corrected_on" "改正日期" "corrected on" "2026-06-05"
        "改正的日期；与改正情况一起写" "the day of the correction; goes with correction";
    CORRECTION = "correction" "改正情况" "correction" r#""已补办集体研究手续。""#
        "怎样改正的" "how it was put right";
    REPORTED_ON = "reported_on" "反馈日期" "reported back on" "2026-06-08"
        "向局公开办反馈的日期" "the day on which the correction was reported back";
}

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
    pub post: FieldText,
    /// 责任科室
    pub office: FieldText,
    /// Id of the item that it is about.
    pub item: Option<FieldText>,
    /// 认定日期
    pub found_on: Option<Date>,
    /// 违规情形
    pub finding: FieldText,
    /// 处理措施
    pub measure: FieldText,
    /// 移送司法机关的日期, in grave cases.
    pub transferred_on: Option<Date>,
    /// 改正期限
    pub correct_by: Option<Date>,
    /// 改正日期
    pub corrected_on: Option<Date>,
    /// 改正情况
    pub correction: Option<FieldText>,
    /// 反馈日期: when the correction was reported back to the disclosure office.
    pub reported_on: Option<Date>,
    /// What the public is shown of it.
    pub release: Option<Release>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

impl Accountability {
    pub(crate) fn read(id: &str, released: Reach, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: id.to_owned(),
            place: fields.head(),
            level: fields.required(LEVEL, Fields::word),
            post: fields.required_text(POST),
            office: fields.required_text_of(OFFICE, Fields::office),
            item: fields.item(ITEM),
            found_on: fields.required(FOUND_ON, Fields::past),
            finding: fields.required_text(FINDING),
            measure: fields.required_text(MEASURE),
            transferred_on: fields.past(TRANSFERRED_ON),
            correct_by: fields.required(CORRECT_BY, Fields::date),
            corrected_on: fields.past(CORRECTED_ON),
            correction: fields.text(CORRECTION),
            reported_on: fields.past(REPORTED_ON),
            release: Release::within(released, fields),
            annex: Annex::read(fields, None),
        }
    }
}
