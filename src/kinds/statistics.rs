//! `statistics/<period>.toml`: how many complaints and opinions a period had, as it is published.

use super::{
    Annex, Internal, Review,
    keys::{NOTE, PUBLISHED_ON},
};
use crate::{
    diag::{Reach, Span, Spanned},
    keys,
    read::{Date, FieldText, Fields, Key, Vocable},
    text::Word,
    words::{ComplaintKind, FeedbackKind, Period},
};

keys! {
    RECEIVED = "received" "收到" "received" "12"
        "收到的件数；公布的必填" "how many came; required once published";
    ANSWERED = "answered" "已答复" "answered" "12"
        "到发布那天已经答复的件数；收到不足 5 件的不写" "answered by the day of publication; not where fewer than 5 came";
    IN_TIME = "in_time" "按期答复" "in time" "11"
        "其中按期答复的件数；收到不足 5 件的不写" "of them in time; not where fewer than 5 came";
    KINDS = "kinds" "按类型" "by kind" r#"{ "投诉" = 7, "其他" = 5 }"#
        "各类型的件数，每项不少于 5 件" "by kind, each 5 at least";
    WAYS = "ways" "按途径" "by way" r#"{ "举报电话" = 6, "其他" = 6 }"#
        "各途径的件数，每项不少于 5 件" "by way, each 5 at least";
}

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
    pub note: Option<FieldText>,
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

/// All other words together.
const OTHERS: Vocable = Vocable { token: "others", zh: "其他", en: "Other", aliases: &[] };

impl Statistics {
    pub(crate) fn read(stem: &str, reach: Reach, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            period: Period::parse(&stem.to_uppercase()),
            place: fields.head(),
            reach,
            note: fields.text(NOTE),
            received: fields.count(RECEIVED),
            answered: fields.count(ANSWERED),
            in_time: fields.count(IN_TIME),
            kinds: Parts::read(fields, KINDS),
            ways: Parts::read(fields, WAYS),
            published_on: fields.past(PUBLISHED_ON),
            review: Internal::new(Review::within(fields)),
            annex: Annex::read(fields, None),
            silent: [RECEIVED, ANSWERED, IN_TIME].iter().filter(|key| !fields.says(key)).map(|key| key.name).collect(),
        }
    }
}

impl<W: Word> Parts<W> {
    fn read(fields: &mut Fields<'_, '_>, key: &'static Key) -> Option<Self> {
        let words = [Vocable::all::<W>(), vec![OTHERS]].concat();
        let (place, mut counts) = fields.counts(key, &words)?;
        let others = counts.pop().flatten();
        let parts = W::ALL.iter().zip(counts).filter_map(|(word, count)| Some((*word, count?))).collect();
        Some(Self { place, parts, others })
    }

    /// All of them, and those that stand together.
    pub fn sum(&self) -> u64 {
        let all = self.parts.iter().map(|(_, count)| count).chain(&self.others);
        all.map(|count| u64::from(count.value)).sum()
    }
}
