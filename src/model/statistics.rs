//! `statistics/<period>.toml`: the decision to publish how many complaints and opinions a period had.

use super::{Date, Internal, Period, Review, Text};
use crate::{
    diag::{Reach, Span, Spanned},
    source::Fields,
};

/// 投诉举报和评议意见统计. The figures are counted; this file says which period is published, how many cases the
/// review saw, and who reviewed that. Without review and date it is not.
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
    /// 收到件数, as the review confirmed it: a count that differs is not published.
    pub received: Option<Spanned<i64>>,
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
            received: fields.integer("received"),
            published_on: fields.date("published_on"),
            review: Internal::new(fields.table("review", Review::read)),
        }
    }
}
