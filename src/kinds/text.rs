//! `pages/<id>.md`: a page of text.

use super::{
    Annex, Internal, Markdown, Review, Withheld,
    keys::{AUDIENCE, FORMED_ON, PUBLISHED_ON, SUMMARY, TITLE},
};
use crate::{
    diag::{Reach, Span, Spanned},
    keys,
    read::{Date, FieldText, Fields},
    words::Audience,
};

keys! {
    ORDER = "order" "次序" "order" "10"
        "排列次序，小的在前，默认 100" "its place among the pages, smaller first; 100 without it";
}

/// 文字页: commitments, guide, rules.
#[derive(Clone, Debug)]
pub struct TextPage {
    /// File stem: its address for good.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// Which site its mistakes reach.
    pub reach: Reach,
    /// 标题
    pub title: FieldText,
    /// 公开范围. Where it can't be read: internal.
    pub audience: Spanned<Audience>,
    /// Place among the pages; smaller first.
    pub order: i64,
    /// One or two sentences.
    pub summary: FieldText,
    /// 成文日期
    pub formed_on: Option<Date>,
    /// 发布日期; of a public page: without one it is a draft.
    pub published_on: Option<Date>,
    /// Who reviewed it before publication.
    pub review: Internal<Option<Review>>,
    /// Why it is kept inside although it is meant for the public.
    pub withheld: Internal<Option<Withheld>>,
    /// The text.
    pub body: Markdown,
    /// For insiders.
    pub annex: Internal<Annex>,
}

impl TextPage {
    pub(crate) fn read(
        id: &str,
        reach: Reach,
        body: Markdown,
        annex: Option<Markdown>,
        fields: &mut Fields<'_, '_>,
    ) -> Self {
        let head = fields.head();
        let audience = fields.required(AUDIENCE, Fields::word);
        Self {
            id: id.to_owned(),
            place: head,
            reach,
            title: fields.required_text_of(TITLE, Fields::title),
            audience: audience.unwrap_or(Spanned::new(Audience::Internal, head)),
            order: fields.integer(ORDER).map_or(100, |order| order.value),
            summary: fields.required_text(SUMMARY),
            formed_on: fields.past(FORMED_ON),
            published_on: fields.past(PUBLISHED_ON),
            review: Internal::new(Review::within(fields)),
            withheld: Internal::new(None),
            body,
            annex: Annex::read(fields, annex),
        }
    }
}
