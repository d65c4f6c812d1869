//! `feedback/<id>.toml`: one complaint, report or opinion, how it was handled and answered.

use super::{Annex, Internal, Release};
use crate::{
    diag::{Reach, Span, Spanned},
    read::{Date, Fields, Text},
    words::{ComplaintKind, FeedbackKind, Outcome, Within},
};

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
    pub item: Option<Text>,
    /// 事由
    pub subject: Text,
    /// 内容
    pub content: Option<Text>,
    /// 承办科室
    pub office: Text,
    /// 办理时限, where it is not the site's.
    pub limit: Option<Within>,
    /// 答复日期
    pub answered_on: Option<Date>,
    /// 答复内容
    pub answer: Option<Text>,
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
    pub name: Option<Text>,
    /// 联系方式
    pub contact: Option<Text>,
}

impl Feedback {
    pub(crate) fn read(id: &str, released: Reach, fields: &mut Fields<'_, '_>) -> Self {
        let (kind, way, received_on) = (fields.word("kind"), fields.word("way"), fields.date("received_on"));
        Self {
            id: id.to_owned(),
            place: fields.head(),
            kind: fields.require("kind", kind),
            way: fields.require("way", way),
            received_on: fields.require("received_on", received_on),
            item: fields.text("item"),
            subject: fields.required_text("subject"),
            content: fields.text("content"),
            office: fields.required_text("office"),
            limit: Within::read(fields, "limit"),
            answered_on: fields.date("answered_on"),
            answer: fields.text("answer"),
            outcome: fields.word("outcome"),
            complainant: fields
                .table("complainant", |f| Complainant { name: f.text("name"), contact: f.text("contact") }),
            release: Release::within(released, fields),
            annex: Annex::read(fields, None),
        }
    }
}
