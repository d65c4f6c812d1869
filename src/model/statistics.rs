//! `statistics/<period>.toml`: the decision to publish how many complaints and opinions a period had.

use super::{Date, Internal, Period, Review, Text};
use crate::{
    diag::{Reach, Span},
    source::Fields,
};

/// 投诉举报和评议意见统计. The figures are counted, never written; this file says which period is published, and who
/// reviewed that. Without review and date it is not.
#[derive(Clone, Debug)]
pub struct Statistics {
    /// The period, from the file's name.
    pub period: Option<Period>,
    /// Its file.
    pub place: Span,
    /// Which site its mistakes reach.
    pub reach: Reach,
    /// 说明
    pub note: Option<Text>,
    /// 发布日期
    pub published_on: Option<Date>,
    /// Review before publication.
    pub review: Internal<Option<Review>>,
}

impl Statistics {
    pub(super) fn read(stem: &str, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            period: Period::parse(&stem.to_uppercase()),
            place: fields.head(),
            reach: Reach::Public,
            note: fields.text("note"),
            published_on: fields.date("published_on"),
            review: Internal::new(fields.table("review", Review::read)),
        }
    }
}
