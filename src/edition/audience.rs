//! The two audiences, as types.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AnnexView, BodyView, Edition, Inside, Promises, internal, public};
use crate::{day::Day, diag::Reach, text::Lang};

mod sealed {
    pub trait Sealed {}
}

/// Who an edition, a plan, a sink and a release are for.
pub trait Audience: sealed::Sealed + Sized + Send + Sync + 'static {
    /// Name of its folder below the output.
    const NAME: &'static str;
    /// The findings that can shape its site.
    const REACH: Reach;
    /// What only this audience sees of a thing.
    type Annex<'c>: Serialize + Sync + Send;
    /// What only this audience knows of at all.
    type Inside<'c>: Sync + Send;
    /// Its edition of a catalog on a day.
    fn project<'d>(day: &'d Day<'_>) -> Edition<'d, Self>;
    /// The promises that it may know of and that began by a day.
    fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Self>;
    /// An annex, where this audience has any.
    fn opened<'s>(annex: &'s Self::Annex<'_>) -> Option<&'s AnnexView<'s>>;
    /// The annex's Markdown.
    fn annex_body<'s>(annex: &'s Self::Annex<'_>) -> Option<BodyView<'s>>;
    /// The same annex, borrowed for as long as a page needs it.
    fn borrow<'s>(annex: &'s Self::Annex<'_>) -> Self::Annex<'s>;
}

/// 社会
#[derive(Clone, Copy, Debug)]
pub enum Public {}

/// 内部公开: a superset of the public edition.
#[derive(Clone, Copy, Debug)]
pub enum Internal {}

impl sealed::Sealed for Public {}
impl sealed::Sealed for Internal {}

impl Audience for Public {
    const NAME: &'static str = "public";
    const REACH: Reach = Reach::Public;
    /// Nothing.
    type Annex<'c> = ();
    /// Nothing.
    type Inside<'c> = ();
    fn project<'d>(day: &'d Day<'_>) -> Edition<'d, Self> {
        public::edition(day)
    }
    fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Self> {
        public::promises(day, by, lang)
    }
    fn opened((): &()) -> Option<&AnnexView<'_>> {
        None
    }
    fn annex_body((): &()) -> Option<BodyView<'_>> {
        None
    }
    fn borrow((): &()) {}
}

impl Audience for Internal {
    const NAME: &'static str = "internal";
    const REACH: Reach = Reach::Internal;
    type Annex<'c> = AnnexView<'c>;
    type Inside<'c> = Inside<'c>;
    fn project<'d>(day: &'d Day<'_>) -> Edition<'d, Self> {
        internal::edition(day)
    }
    fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Self> {
        internal::promises(day, by, lang)
    }
    fn opened<'s>(annex: &'s AnnexView<'_>) -> Option<&'s AnnexView<'s>> {
        Some(annex)
    }
    fn annex_body<'s>(annex: &'s AnnexView<'_>) -> Option<BodyView<'s>> {
        annex.body
    }
    fn borrow<'s>(annex: &'s AnnexView<'_>) -> AnnexView<'s> {
        annex.clone()
    }
}
