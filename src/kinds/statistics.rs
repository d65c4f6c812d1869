//! `statistics/<period>.toml`: how many complaints and opinions a period had, as it is published.

use super::{Annex, Internal, Review, assessment::count};
use crate::{
    diag::{Reach, Span, Spanned},
    read::{Date, Fields, Text, WRONG_TYPE},
    text,
    text::Word,
    words::{ComplaintKind, FeedbackKind, Period},
};

/// 投诉举报和评议意见统计: every figure that the public is shown stands here, and someone reviewed it. Without review and
/// date it is not published.
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
    /// 收到
    pub received: Option<Spanned<u32>>,
    /// 已答复 by the day of publication.
    pub answered: Option<Spanned<u32>>,
    /// 按期答复
    pub in_time: Option<Spanned<u32>>,
    /// 按类型
    pub kinds: Option<Parts<FeedbackKind>>,
    /// 按途径
    pub ways: Option<Parts<ComplaintKind>>,
    /// 发布日期
    pub published_on: Option<Date>,
    /// Review before publication.
    pub review: Internal<Option<Review>>,
    /// For insiders.
    pub annex: Internal<Annex>,
    /// Figures that the file does not have. One that is there but wrong is not silent.
    pub silent: Vec<&'static str>,
}

/// Cases by word, as they are published.
#[derive(Clone, Debug)]
pub struct Parts<W> {
    /// Where they stand.
    pub place: Span,
    /// In the order of the vocabulary.
    pub parts: Vec<(W, Spanned<u32>)>,
    /// 其他: all other words together.
    pub others: Option<Spanned<u32>>,
}

impl Statistics {
    pub(crate) fn read(stem: &str, reach: Reach, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            period: Period::parse(&stem.to_uppercase()),
            place: fields.head(),
            reach,
            note: fields.text("note"),
            received: figure(fields, "received"),
            answered: figure(fields, "answered"),
            in_time: figure(fields, "in_time"),
            kinds: fields.table("kinds", Parts::read),
            ways: fields.table("ways", Parts::read),
            published_on: fields.date("published_on"),
            review: Internal::new(fields.table("review", Review::read)),
            annex: Annex::read(fields, None),
            silent: ["received", "answered", "in_time"].into_iter().filter(|key| !fields.says(key)).collect(),
        }
    }
}

impl<W: Word> Parts<W> {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let place = fields.head();
        let parts = W::ALL.iter().filter_map(|w| Some((*w, either(fields, w.zh(), w.token())?))).collect();
        Self { place, parts, others: either(fields, "其他", "others") }
    }

    /// All of them, and those that stand together.
    pub fn sum(&self) -> u64 {
        let all = self.parts.iter().map(|(_, count)| count).chain(&self.others);
        all.map(|count| u64::from(count.value)).sum()
    }
}

/// A figure under its Chinese or its English key.
fn either(fields: &mut Fields<'_, '_>, zh: &'static str, token: &'static str) -> Option<Spanned<u32>> {
    let (first, second) = (figure(fields, zh), figure(fields, token));
    if let (Some(_), Some(again)) = (&first, &second) {
        fields.report(
            &WRONG_TYPE,
            again.span,
            text!("{zh} 和 {token} 是一回事，只写一个", "{zh} and {token} are one: write it once"),
        );
    }
    first.or(second)
}

fn figure(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<Spanned<u32>> {
    let count = count(fields, key)?;
    fields.place_of(key).map(|place| Spanned::new(count, place))
}
