//! The two audiences, as types.

use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Edition, InsideView, Promises, Viewed, internal, public};
use crate::{day::Day, diag::Reach, text::Lang};

mod sealed {
    pub trait Sealed {}
}

/// Who an edition, a plan, a sink and a release are for.
pub trait Readership: sealed::Sealed + Sized + Send + Sync + 'static {
    /// Name of its folder below the output.
    const NAME: &'static str;
    /// The findings that can shape its site.
    const REACH: Reach;
    /// What only this audience sees beside a thing.
    type Annex<T: Serialize + Sync + Send>: Sync + Send;
    /// What only this audience knows of at all.
    type Inside<'c>: Sync + Send;
    /// Its edition of a catalog on a day.
    fn project<'d>(day: &'d Day<'_>) -> Edition<'d, Self>;
    /// The promises that it may know of and that began by a day.
    fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Self>;
    /// An annex, where this audience has any.
    fn opened<T: Serialize + Sync + Send>(annex: &Self::Annex<T>) -> Option<&T>;
}

/// 社会
#[derive(Clone, Copy, Debug)]
pub enum Public {}

/// 内部公开: a superset of the public edition.
#[derive(Clone, Copy, Debug)]
pub enum Insiders {}

impl sealed::Sealed for Public {}
impl sealed::Sealed for Insiders {}

impl Readership for Public {
    const NAME: &'static str = "public";
    const REACH: Reach = Reach::Public;
    /// Nothing.
    type Annex<T: Serialize + Sync + Send> = ();
    /// Nothing.
    type Inside<'c> = ();
    fn project<'d>(day: &'d Day<'_>) -> Edition<'d, Self> {
        public::edition(day)
    }
    fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Self> {
        public::promises(day, by, lang)
    }
    fn opened<T: Serialize + Sync + Send>((): &()) -> Option<&T> {
        None
    }
}

impl Readership for Insiders {
    const NAME: &'static str = "internal";
    const REACH: Reach = Reach::Internal;
    type Annex<T: Serialize + Sync + Send> = T;
    type Inside<'c> = InsideView<'c>;
    fn project<'d>(day: &'d Day<'_>) -> Edition<'d, Self> {
        internal::edition(day)
    }
    fn promises<'d>(day: &'d Day<'_>, by: NaiveDate, lang: Lang) -> Promises<'d, Self> {
        internal::promises(day, by, lang)
    }
    fn opened<T: Serialize + Sync + Send>(annex: &T) -> Option<&T> {
        Some(annex)
    }
}

/// Something that `A` may see, with what only `A` may see beside it.
pub struct Seen<A: Readership, V: Viewed> {
    /// What everyone may see of it.
    pub view: V,
    /// What only this audience may see beside it.
    pub annex: A::Annex<V::Annex>,
}

impl<A: Readership, V: Viewed> Seen<A, V> {
    /// What a page shows beside it.
    pub fn beside(&self) -> Beside<'_, A, V::Annex> {
        Beside { annex: A::opened(&self.annex), audience: PhantomData }
    }
}

/// What a page of audience `A` shows beside a thing: nothing on a public page, for only [`Seen::beside`] makes it.
#[derive(Serialize)]
#[serde(transparent, bound = "T: Serialize")]
pub struct Beside<'e, A, T> {
    annex: Option<&'e T>,
    #[serde(skip)]
    audience: PhantomData<A>,
}

impl<'e, A, T> Beside<'e, A, T> {
    /// The annex itself, where the audience has any.
    pub fn get(&self) -> Option<&'e T> {
        self.annex
    }
}
