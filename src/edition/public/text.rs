//! What the public may see of a text.

use super::day;
use crate::{
    edition::{BodyView, Route, TextView},
    kinds::{Address, Kind, TextPage},
    source::Source,
    text::{Lang, Word},
};

pub(in crate::edition) fn text<'c>(text: &'c TextPage, source: &'c Source, lang: Lang) -> TextView<'c> {
    let TextPage {
        id,
        place: _,
        reach: _,
        title,
        audience,
        order: _,
        summary,
        formed_on,
        published_on,
        review: _,
        withheld: _,
        body,
        annex: _,
    } = text;
    TextView {
        id,
        route: Route::of(Address::of(Kind::Page, id)),
        title,
        audience: audience.value.label(lang),
        summary,
        formed_on: day(formed_on),
        published_on: day(published_on),
        body: BodyView::of(source, body.span),
    }
}
