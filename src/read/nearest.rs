//! What a mistyped word most likely meant.

/// The candidate that a word most likely meant.
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let score = |c: &str| strsim::jaro_winkler(&word.to_lowercase(), c);
    candidates
        .map(|c| (score(c), c))
        .filter(|(s, _)| *s >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, c)| c)
}
