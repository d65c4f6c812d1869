//! What the rules about dates share: a day before the one that it follows, what stands alone.

use crate::{
    check::Facts,
    diag::{Findings, Reach, Span},
    kinds::Release,
    read::Date,
    text,
};

/// A date with its name in both languages.
pub(super) type NamedDate<'c> = (&'static str, &'static str, Option<&'c Date>);

/// Each date that is there comes no earlier than those before it; of something that stays inside.
pub(super) fn ordered(dates: &[NamedDate<'_>], findings: &mut Findings<'_>) {
    ordered_at(Reach::Internal, dates, findings);
}

fn ordered_at(reach: Reach, dates: &[NamedDate<'_>], findings: &mut Findings<'_>) {
    let there: Vec<_> = dates.iter().filter_map(|(zh, en, date)| Some((zh, en, (*date)?))).collect();
    for pair in there.windows(2) {
        let [(a_zh, a_en, a), (b_zh, b_en, b)] = pair else { continue };
        if b.value < a.value {
            let (first, then) = (a.value, b.value);
            let message =
                text!("{b_zh}日期 {then} 早于{a_zh}日期 {first}", "{b_en} on {then} comes before {a_en} on {first}");
            findings.at_reach(reach, b.span, message).see(a.span, text!("{a_zh}日期", "{a_en}"));
        }
    }
}

/// Review and publication of what is released, after what it is about. Without a date of publication it is a draft,
/// which shapes no public page.
pub(super) fn released(
    release: Option<&Release>,
    after: NamedDate<'_>,
    facts: &Facts<'_>,
    findings: &mut Findings<'_>,
) {
    let Some(release) = release else { return };
    let reach = if release.published_on.is_some() { Reach::Public } else { Reach::Internal };
    let review = release.review.reveal(&facts.clearance).as_ref();
    let reviewed = review.and_then(|review| review.secrecy.on.as_ref());
    let superior = review.and_then(|review| review.superior.as_ref()?.on.as_ref());
    let (review, superior) = (("审查", "the review", reviewed), ("复核", "the superior's review", superior));
    let published = ("公布", "publication", release.published_on.as_ref());
    ordered_at(reach, &[review, superior, published], findings);
    // When it was answered is known inside alone: it can't hold back what is public.
    let first = [review, superior, published].into_iter().find(|(.., date)| date.is_some());
    ordered(&[after, first.unwrap_or(published)], findings);
}

/// Something is said without what belongs to it.
pub(super) fn incomplete(at: Span, has: &str, lacks: &str, findings: &mut Findings<'_>) {
    findings.at_reach(
        Reach::Internal,
        at,
        text!("写了 {has}，却没有 {lacks}", "there is {has} but {lacks} is missing"),
    );
}
