//! What a page can hold of a text.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, BodyView, ReviewsView, Viewed};
use crate::{edition::Route, text::Label};

/// 文字页
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::TextPage`
pub struct TextView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub title: &'c str,
    pub audience: Label,
    pub summary: &'c str,
    pub formed_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
    #[serde(skip)]
    pub body: BodyView<'c>,
}

/// What insiders see beside a text.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)]
pub struct TextAnnex<'c> {
    #[serde(flatten)]
    pub annex: AnnexView<'c>,
    #[serde(flatten)]
    pub reviews: ReviewsView<'c>,
    /// Why it is not on the public site although it was meant to be.
    pub withheld: Option<&'static str>,
}

impl<'c> Viewed for TextView<'c> {
    type Annex = TextAnnex<'c>;
}
