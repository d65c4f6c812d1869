//! What a page can hold, by kind. Borrowed from the catalog; words are already in the site's language.

mod agency;
mod calendar;
mod exercise;
mod item;
mod promise;
mod record;
mod release;
mod site;
mod statistics;
mod text;

pub use agency::*;
pub use calendar::*;
pub use exercise::*;
pub use item::*;
pub use promise::*;
pub use record::*;
pub use release::*;
pub use site::*;
pub use statistics::*;
pub use text::*;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    diag::{Files, Span},
    source::Source,
};

/// What everyone may see of a thing.
pub trait Viewed {
    /// What insiders see beside it.
    type Annex: Serialize + Sync + Send;
}

/// A body of Markdown, rendered when its page is.
#[derive(Clone, Copy)]
pub struct BodyView<'c> {
    /// Its text.
    pub text: &'c str,
    /// The content path of its file, from which its links go.
    pub from: &'c str,
}

impl<'c> BodyView<'c> {
    pub(in crate::edition) fn of(source: &'c Source, span: Span) -> Self {
        Self { text: source.slice(span), from: source.path(span.file) }
    }
}

/// What insiders see beside anything: its `[internal]` table and the sibling text.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Annex`
pub struct AnnexView<'c> {
    pub note: Option<&'c str>,
    pub handler: Option<&'c str>,
    pub phone: Option<&'c str>,
    #[serde(skip)]
    pub body: Option<BodyView<'c>>,
}

/// Who reviewed a thing.
#[derive(Clone, Default, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Review`
pub struct ReviewsView<'c> {
    pub secrecy_review: Option<SignView<'c>>,
    pub superior_review: Option<SignView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct SignView<'c> {
    pub by: &'c str,
    pub on: Option<NaiveDate>,
}
