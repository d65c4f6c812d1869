//! A `[release]` table: what the public is shown of something that stays inside, written for it and reviewed.

use super::{Clearance, Internal, Review};
use crate::{
    diag::{Reach, Span},
    read::{Date, Fields, Text},
};

/// 对外公布的内容: masked by whoever wrote it, and public only with its review and a date.
#[derive(Clone, Debug)]
pub struct Release {
    /// Where it stands.
    pub place: Span,
    /// 标题
    pub title: Text,
    /// 摘要, with nobody named.
    pub summary: Text,
    /// 答复或者处理情况, with nobody named.
    pub answer: Option<Text>,
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
        fields.table_within("release", reach, Self::read)
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            place: fields.head(),
            title: fields.required_text("title"),
            summary: fields.required_text("summary"),
            answer: fields.text("answer"),
            published_on: fields.date("published_on"),
            review: Internal::new(fields.table("review", Review::read)),
        }
    }
}
