//! How many complaints and opinions a period had, counted from the cases, for who writes and reviews what is published.
//!
//! What is published stands in `statistics/<period>.toml`, and no case shapes it. Where few cases could tell who is behind
//! them, they are not broken down.

use chrono::NaiveDate;

use crate::{
    calendar::Calendar,
    kinds::{Feedback, Parts, Policy, Statistics},
    schedule::answer_limit,
    text::Word,
    words::{ComplaintKind, FeedbackKind, Period},
};

/// The least number of cases that may stand for itself.
pub const FEWEST: u32 = 5;

/// What the cases of a period give.
#[derive(Debug, PartialEq, Eq)]
pub struct CaseFigures {
    /// 收到
    pub received: u32,
    /// 已答复; absent where there are too few cases.
    pub answered: Option<u32>,
    /// 按期答复; absent where there are too few cases.
    pub in_time: Option<u32>,
    /// By kind.
    pub kinds: Broken<FeedbackKind>,
    /// By way.
    pub ways: Broken<ComplaintKind>,
}

/// Cases by word. Empty where that would tell too much.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken<W> {
    /// Words with at least [`FEWEST`] cases each.
    pub parts: Vec<(W, u32)>,
    /// All others together: none, or at least [`FEWEST`].
    pub others: u32,
}

/// Counts the cases of a period, answered as far as they were on a day.
pub fn count(
    feedback: &[Feedback],
    period: Period,
    day: NaiveDate,
    calendar: &Calendar,
    policy: &Policy,
) -> CaseFigures {
    let received = |f: &Feedback| f.received_on.as_ref().map(|on| on.value);
    let cases: Vec<&Feedback> = feedback.iter().filter(|f| received(f).is_some_and(|on| period.contains(on))).collect();
    let answered = |f: &Feedback| f.answered_on.as_ref().map(|on| on.value).filter(|on| *on <= day);
    let in_time = |f: &&&Feedback| {
        let due = received(f).and_then(|on| calendar.after(on, answer_limit(f, policy)).ok());
        due.zip(answered(f)).is_some_and(|(due, on)| on <= due.on)
    };
    let enough = number(cases.len()) >= FEWEST;
    CaseFigures {
        received: number(cases.len()),
        answered: enough.then(|| number(cases.iter().filter(|f| answered(f).is_some()).count())),
        in_time: enough.then(|| number(cases.iter().filter(in_time).count())),
        kinds: broken(&cases, |f| f.kind.as_ref().map(|kind| kind.value)),
        ways: broken(&cases, |f| f.way.as_ref().map(|way| way.value)),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Words with few cases are put together; where even that is few, nothing is broken down: the rest would tell it. Nor is
/// anything where each of the few has as many cases as it can: their sum would tell each.
fn broken<W: Word>(cases: &[&Feedback], word: impl Fn(&Feedback) -> Option<W>) -> Broken<W> {
    let counts = W::ALL.iter().map(|w| (*w, number(cases.iter().filter(|f| word(f) == Some(*w)).count())));
    let parts: Vec<(W, u32)> = counts.filter(|(_, count)| *count >= FEWEST).collect();
    let others = number(cases.len()) - parts.iter().map(|(_, count)| count).sum::<u32>();
    if parts.is_empty() || tells::<W>(parts.len(), others) {
        return Broken { parts: Vec::new(), others: 0 };
    }
    Broken { parts, others }
}

/// Whether what stands together beside some parts tells of its words: it is few, or as many as its words can have.
pub fn tells<W: Word>(parts: usize, others: u32) -> bool {
    let most = W::ALL.len().saturating_sub(parts) * (FEWEST as usize - 1);
    others != 0 && (others < FEWEST || others as usize == most)
}

impl CaseFigures {
    /// The figures that a file has.
    pub fn of(statistics: &Statistics) -> Self {
        let value = |figure: &Option<crate::diag::Spanned<u32>>| figure.as_ref().map(|figure| figure.value);
        Self {
            received: value(&statistics.received).unwrap_or_default(),
            answered: value(&statistics.answered),
            in_time: value(&statistics.in_time),
            kinds: Broken::of(statistics.kinds.as_ref()),
            ways: Broken::of(statistics.ways.as_ref()),
        }
    }

    /// The figures as a file has them, line by line.
    pub fn lines(&self) -> Vec<String> {
        let line = |key: &str, count: u32| format!("{key} = {count}");
        let mut lines = vec![line("received", self.received)];
        lines.extend(self.answered.map(|count| line("answered", count)));
        lines.extend(self.in_time.map(|count| line("in_time", count)));
        lines.extend(self.kinds.line("kinds"));
        lines.extend(self.ways.line("ways"));
        lines
    }
}

impl<W: Word> Broken<W> {
    fn of(parts: Option<&Parts<W>>) -> Self {
        let Some(Parts { place: _, parts, others }) = parts.filter(|parts| !parts.parts.is_empty()) else {
            return Self { parts: Vec::new(), others: 0 };
        };
        let parts = parts.iter().map(|(word, count)| (*word, count.value)).collect();
        Self { parts, others: others.as_ref().map_or(0, |others| others.value) }
    }

    fn line(&self, key: &str) -> Option<String> {
        let parts = self.parts.iter().map(|(word, count)| format!("\"{}\" = {count}", word.zh()));
        let others = (self.others > 0).then(|| format!("\"其他\" = {}", self.others));
        let all: Vec<String> = parts.chain(others).collect();
        (!all.is_empty()).then(|| format!("{key} = {{ {} }}", all.join(", ")))
    }
}
