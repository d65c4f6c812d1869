//! A `[release]` table: what the public is shown of something that stays inside, written for it and reviewed.

use super::{Clearance, Internal, Review};
use crate::{
    diag::{Reach, Span},
    keys,
    read::{Date, FieldText, Fields},
};

keys! {
    RELEASE = "release" "对外公布" "release" ""
        "对外公布的内容，隐去个人信息；审查并公布后公开" "what the public is shown of it, masked, once reviewed and dated";
    TITLE = "title" "公布标题" "title" r#""关于大厅东门关闭时间的答复""#
        "对外公布的标题" "the title that the public reads";
    SUMMARY = "summary" "公布摘要" "summary" r#""有群众反映东门傍晚关闭过早。""#
        "对外公布的摘要，不写是谁" "a summary, with nobody named";
    ANSWER = "answer" "公布的答复" "answer" r#""今后检修提前一天张贴通知。""#
        "对外公布的答复或者处理情况，不写是谁" "the answer or what was done, with nobody named";
    RELEASED_ON = "published_on" "公布日期" "published on" "2026-09-04"
        "对外公布的日期，公布那天填" "the day of its publication, written on that day";
}

/// 对外公布的内容: masked by whoever wrote it, and public only with its review and a date.
#[derive(Clone, Debug)]
pub struct Release {
    /// Where it stands.
    pub place: Span,
    /// 标题
    pub title: FieldText,
    /// 摘要, with nobody named.
    pub summary: FieldText,
    /// 答复或者处理情况, with nobody named.
    pub answer: Option<FieldText>,
    /// 公布日期
    pub published_on: Option<Date>,
    /// Review before publication.
    pub review: Internal<Option<Review>>,
}

impl Release {
    /// Reviewed and dated: what the public is shown.
    pub fn is_out(&self, clearance: &Clearance) -> bool {
        self.published_on.is_some() && self.review.reveal(clearance).is_some()
    }

    /// Where the file has a date of publication for it, its mistakes reach the public site, the others' do not.
    pub(crate) fn within(reach: Reach, fields: &mut Fields<'_, '_>) -> Option<Self> {
        fields.table_within(RELEASE, reach, Self::read)
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            place: fields.head(),
            title: fields.required_text_of(TITLE, Fields::title),
            summary: fields.required_text(SUMMARY),
            answer: fields.text(ANSWER),
            published_on: fields.past(RELEASED_ON),
            review: Internal::new(Review::within(fields)),
        }
    }
}
