//! What the public may see of cases: texts that were released, nothing of what they come from.

use std::cmp::Reverse;

use super::{day, opt};
use crate::{edition::ReleaseView, kinds::Release};

/// Newest first. The id stays inside, so it does not even order them.
pub(super) fn releases(all: &[(String, Release)]) -> Vec<ReleaseView<'_>> {
    let mut views: Vec<_> = all.iter().map(|(_, released)| release(released)).collect();
    views.sort_by_key(|view: &ReleaseView<'_>| (Reverse(view.published_on), view.title, view.summary, view.answer));
    views
}

pub(in crate::edition) fn release(release: &Release) -> ReleaseView<'_> {
    let Release { place: _, title, summary, answer, published_on, review: _ } = release;
    ReleaseView { title, summary, answer: opt(answer), published_on: day(published_on) }
}
