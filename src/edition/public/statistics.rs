//! What the public may see of complaints and opinions: figures that were released, nothing of what they come from.

use std::cmp::Reverse;

use super::{day, opt};
use crate::{
    edition::{BrokenView, LimitView, PartView, StatisticsView},
    kinds::{Parts, Policy, Statistics},
    schedule::usual_answer_limit,
    text::{Lang, Word},
    words::FeedbackKind,
};

/// How soon each kind is answered, unless one case has a limit of its own.
pub(super) fn limits(policy: &Policy, lang: Lang) -> Vec<LimitView> {
    let of = |kind: &FeedbackKind| LimitView {
        kind: kind.label(lang),
        within: usual_answer_limit(Some(*kind), policy).shown(lang),
    };
    FeedbackKind::ALL.iter().map(of).collect()
}

/// The figures of their files, newest first, with each the release that it comes from.
pub(in crate::edition) fn statistics(all: &[Statistics], lang: Lang) -> Vec<(StatisticsView<'_>, &Statistics)> {
    let mut views: Vec<_> = all.iter().filter_map(|one| Some((one.period?, period(one, lang)?, one))).collect();
    views.sort_by_key(|(period, _, _)| Reverse(*period));
    views.into_iter().map(|(_, view, one)| (view, one)).collect()
}

fn period(statistics: &Statistics, lang: Lang) -> Option<StatisticsView<'_>> {
    let Statistics {
        annex: _,
        period,
        place: _,
        reach: _,
        note,
        received,
        answered,
        in_time,
        kinds,
        ways,
        published_on,
        review: _,
        silent: _,
    } = statistics;
    Some(StatisticsView {
        period: period.as_ref()?.shown(lang),
        note: opt(note),
        published_on: day(published_on),
        received: received.as_ref()?.value,
        answered: answered.as_ref().map(|count| count.value),
        in_time: in_time.as_ref().map(|count| count.value),
        kinds: broken(kinds.as_ref(), lang),
        ways: broken(ways.as_ref(), lang),
    })
}

fn broken<W: Word>(parts: Option<&Parts<W>>, lang: Lang) -> BrokenView {
    let Some(Parts { place: _, parts, others }) = parts else { return BrokenView { parts: Vec::new(), others: 0 } };
    let parts = parts.iter().map(|(word, count)| PartView { word: word.label(lang), count: count.value });
    BrokenView { parts: parts.collect(), others: others.as_ref().map_or(0, |others| others.value) }
}
