//! What the public may see of supervision: figures and texts that were released, nothing of what they come from.

use std::cmp::Reverse;

use super::{day, opt};
use crate::{
    edition::{BrokenView, Day, LimitView, PartView, ReleaseView, StatisticsView},
    model::{Catalog, FeedbackKind, Policy, Release, Statistics},
    schedule::usual_answer_limit,
    supervision::{Broken, Counted, counted},
    text::{Lang, Word},
};

/// How soon each kind is answered, unless one case has a limit of its own.
pub(super) fn limits(policy: &Policy, lang: Lang) -> Vec<LimitView> {
    let of = |kind: &FeedbackKind| LimitView {
        kind: kind.label(lang),
        within: usual_answer_limit(Some(*kind), policy).shown(lang),
    };
    FeedbackKind::ALL.iter().map(of).collect()
}

/// With each the release that it comes from.
pub(in crate::edition) fn statistics(catalog: &Catalog, lang: Lang) -> Vec<(StatisticsView<'_>, &Statistics)> {
    counted(catalog).into_iter().map(|counted| period(counted, lang)).collect()
}

fn period(counted: Counted<'_>, lang: Lang) -> (StatisticsView<'_>, &Statistics) {
    let Counted { statistics, period, received, answered, in_time, kinds, ways } = counted;
    let Statistics { period: _, place: _, reach: _, note, received: _, published_on, review: _ } = statistics;
    let view = StatisticsView {
        period: period.shown(lang),
        note: opt(note),
        published_on: day(published_on),
        received,
        answered,
        in_time,
        kinds: broken(kinds, lang),
        ways: broken(ways, lang),
    };
    (view, statistics)
}

fn broken<W: Word>(broken: Broken<W>, lang: Lang) -> BrokenView {
    let Broken { parts, others } = broken;
    let parts = parts.into_iter().map(|(word, count)| PartView { word: word.label(lang), count });
    BrokenView { parts: parts.collect(), others }
}

/// Newest first. The id stays inside, so it does not even order them.
pub(super) fn releases(all: &[(String, Release)]) -> Vec<ReleaseView<'_>> {
    let mut views: Vec<_> = all.iter().map(|(_, released)| release(released)).collect();
    views.sort_by_key(|view: &ReleaseView<'_>| (Reverse(view.published_on), view.title, view.summary, view.answer));
    views
}

pub(in crate::edition) fn release(release: &Release) -> ReleaseView<'_> {
    let Release { place: _, title, summary, answer, published_on, review: _ } = release;
    ReleaseView { title, summary, answer: opt(answer), published_on: published_on.as_ref().map(Day::from) }
}
