//! `feedback/<id>.toml`: one complaint, report or opinion, how it was handled and answered.

use super::{
    Annex, Internal, Release,
    keys::{CONTACT, ITEM, OFFICE},
};
use crate::{
    diag::{Reach, Span, Spanned},
    keys,
    read::{Date, FieldText, Fields},
    words::{ComplaintKind, FeedbackKind, Outcome, Within},
};

keys! {
    KIND = "kind" "类型" "kind" r#""投诉""#
        "投诉、举报、意见建议或者评议" "complaint, report, suggestion or appraisal";
    WAY = "way" "途径" "way" r#""举报电话""#
        "从哪种途径来的" "which way it came";
    RECEIVED_ON = "received_on" "收到日期" "received on" "2026-08-17"
        "收到的日期；答复的时限从次日起算" "the day of receipt; the limit of the answer counts from the next";
    SUBJECT = "subject" "事由" "subject" r#""大厅自动门傍晚锁得太早""#
        "事由，一句话" "what it is about, in a sentence";
    CONTENT = "content" "反映内容" "content" r#""来电人17时10分来取材料，东门已经上锁。""#
        "反映的内容" "what was said";
    LIMIT = "limit" "办理时限" "limit" r#""10个工作日""#
        "这一件的时限；不写的用站点的" "its own limit, where it is not the site’s";
    ANSWERED_ON = "answered_on" "答复日期" "answered on" "2026-08-25"
        "答复的日期；与答复内容、处理结果一起写" "the day of the answer; goes with answer and outcome";
    ANSWER = "answer" "答复内容" "answer" r#""当天因检修临时关闭，今后提前一天张贴通知。""#
        "怎样答复的" "what was answered";
    OUTCOME = "outcome" "处理结果" "outcome" r#""属实""#
        "处理的结果" "what became of it";
    COMPLAINANT = "complainant" "投诉举报人" "complainant" ""
        "匿名的不写；公众看不到" "who complained; never for the public";
    NAME = "name" "姓名或者单位" "name" r#""某单位""#
        "投诉举报人的姓名或者单位" "a person or a body";
}

/// 投诉举报、评议意见 (实施方案第六部分第（二）项、第八部分). It stays inside; what is released of it is a [`Release`].
#[derive(Clone, Debug)]
pub struct Feedback {
    /// File stem.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// 投诉、举报、意见建议、评议
    pub kind: Option<Spanned<FeedbackKind>>,
    /// Which way it came.
    pub way: Option<Spanned<ComplaintKind>>,
    /// 收到日期
    pub received_on: Option<Date>,
    /// Id of the item that it is about.
    pub item: Option<FieldText>,
    /// 事由
    pub subject: FieldText,
    /// 内容
    pub content: Option<FieldText>,
    /// 承办科室
    pub office: FieldText,
    /// 办理时限, where it is not the site's.
    pub limit: Option<Within>,
    /// 答复日期
    pub answered_on: Option<Date>,
    /// 答复内容
    pub answer: Option<FieldText>,
    /// 处理结果
    pub outcome: Option<Spanned<Outcome>>,
    /// Who complained: a name, or that it was anonymous. Never for the public.
    pub complainant: Option<Complainant>,
    /// What the public is shown of it, masked.
    pub release: Option<Release>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 投诉举报人
#[derive(Clone, Debug)]
pub struct Complainant {
    /// 姓名或者单位; absent where it was anonymous.
    pub name: Option<FieldText>,
    /// 联系方式
    pub contact: Option<FieldText>,
}

impl Feedback {
    pub(crate) fn read(id: &str, released: Reach, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: id.to_owned(),
            place: fields.head(),
            kind: fields.required(KIND, Fields::word),
            way: fields.required(WAY, Fields::word),
            received_on: fields.required(RECEIVED_ON, Fields::past),
            item: fields.item(ITEM),
            subject: fields.required_text(SUBJECT),
            content: fields.text(CONTENT),
            office: fields.required_text_of(OFFICE, Fields::office),
            limit: Within::read(fields, LIMIT).map(|limit| limit.value),
            answered_on: fields.past(ANSWERED_ON),
            answer: fields.text(ANSWER),
            outcome: fields.word(OUTCOME),
            complainant: fields.table(COMPLAINANT, |f| Complainant { name: f.text(NAME), contact: f.text(CONTACT) }),
            release: Release::within(released, fields),
            annex: Annex::read(fields, None),
        }
    }
}
