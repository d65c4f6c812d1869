//! How many complaints and opinions a period had, where someone reviewed that this may be published.
//!
//! The one place where something inside shapes a public figure, and on purpose: the release of the period says so. What
//! passes is numbers of cases; where few cases could tell who is behind them, they are not broken down.

use chrono::NaiveDate;

use crate::{
    calendar::Calendar,
    model::{Catalog, Clearance, ComplaintKind, Feedback, FeedbackKind, Period, Policy, Statistics},
    schedule::answer_limit,
    text::Word,
};

/// The least number of cases that may stand for itself.
pub const FEWEST: usize = 5;

/// The figures of a released period.
#[derive(Debug)]
pub struct Counted<'c> {
    /// The release.
    pub statistics: &'c Statistics,
    /// The period.
    pub period: Period,
    /// 收到
    pub received: usize,
    /// 已答复 by the day of publication; absent where there are too few cases.
    pub answered: Option<usize>,
    /// 按期答复; absent where there are too few cases.
    pub in_time: Option<usize>,
    /// By kind.
    pub kinds: Broken<FeedbackKind>,
    /// By way.
    pub ways: Broken<ComplaintKind>,
}

/// Cases by word. Empty where that would tell too much.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken<W> {
    /// Words with at least [`FEWEST`] cases each.
    pub parts: Vec<(W, usize)>,
    /// All others together: none, or at least [`FEWEST`].
    pub others: usize,
}

/// The figures of every released period, newest first.
pub fn counted(catalog: &Catalog) -> Vec<Counted<'_>> {
    let clearance = Clearance::grant();
    let feedback = catalog.feedback.reveal(&clearance);
    let calendar = Calendar::of(&catalog.calendars);
    let count = |statistics| count(statistics, feedback, &calendar, &catalog.site.policy);
    let mut all: Vec<_> = catalog.open.statistics.iter().filter_map(count).collect();
    all.sort_by_key(|counted| std::cmp::Reverse(counted.period));
    all
}

fn count<'c>(
    statistics: &'c Statistics,
    feedback: &[Feedback],
    calendar: &Calendar,
    policy: &Policy,
) -> Option<Counted<'c>> {
    let (period, published) = (statistics.period?, statistics.published_on.as_ref()?.value);
    let day = |f: &Feedback| f.received_on.as_ref().map(|on| on.value);
    let within = |on: NaiveDate| period.contains(on);
    let cases: Vec<&Feedback> = feedback.iter().filter(|f| day(f).is_some_and(within)).collect();
    let answered = |f: &Feedback| f.answered_on.as_ref().map(|on| on.value).filter(|on| *on <= published);
    let in_time = |f: &&&Feedback| {
        let due = day(f).and_then(|on| calendar.after(on, answer_limit(f, policy)).ok());
        due.zip(answered(f)).is_some_and(|(due, on)| on <= due.on)
    };
    let enough = cases.len() >= FEWEST;
    Some(Counted {
        statistics,
        period,
        received: cases.len(),
        answered: enough.then(|| cases.iter().filter(|f| answered(f).is_some()).count()),
        in_time: enough.then(|| cases.iter().filter(in_time).count()),
        kinds: broken(&cases, |f| f.kind.as_ref().map(|kind| kind.value)),
        ways: broken(&cases, |f| f.way.as_ref().map(|way| way.value)),
    })
}

/// Words with few cases are put together; where even that is few, nothing is broken down: the rest would tell it. Nor is
/// anything where each of the few has as many cases as it can: their sum would tell each.
fn broken<W: Word + PartialEq>(cases: &[&Feedback], word: impl Fn(&Feedback) -> Option<W>) -> Broken<W> {
    let counts = W::ALL.iter().map(|w| (*w, cases.iter().filter(|f| word(f) == Some(*w)).count()));
    let parts: Vec<(W, usize)> = counts.filter(|(_, count)| *count >= FEWEST).collect();
    let others = cases.len() - parts.iter().map(|(_, count)| count).sum::<usize>();
    let most = (W::ALL.len() - parts.len()) * (FEWEST - 1);
    if (1..FEWEST).contains(&others) || others == most {
        return Broken { parts: Vec::new(), others: 0 };
    }
    Broken { parts, others }
}
