//! From a ledger and a day to every promise.

use chrono::{Days, NaiveDate};
use rayon::prelude::*;

use super::{
    Account, Entry, InUse, Ledger, Obligation, Owed, Subject,
    book::{Book, Claim},
    in_use::started_later,
};
use crate::{
    calendar::{AsOf, Deadline, MissingYear},
    kinds::{Occasion, Policy, Record, Withheld},
    words::{Act, Audience, Limit, On, Period, State, Timing, Validity, Within},
};

/// What was derived.
#[derive(Debug, Default)]
pub struct Derived<'c> {
    /// Every promise whose deadline is known: by deadline, item and what it is about.
    pub obligations: Vec<Obligation<'c>>,
    /// Promises whose deadline can't be told, for want of a calendar.
    pub undated: Vec<Undated<'c>>,
}

impl<'c> Derived<'c> {
    /// The promises that had begun by a day.
    pub fn begun(&self, by: NaiveDate) -> impl Iterator<Item = &Obligation<'c>> {
        self.obligations.iter().filter(move |promise| promise.owed.begins() <= by)
    }

    /// The same of those whose deadline can't be told.
    pub fn undated_by(&self, by: NaiveDate) -> impl Iterator<Item = &Undated<'c>> {
        self.undated.iter().filter(move |undated| undated.owed.begins() <= by)
    }
}

/// A promise whose deadline can't be told.
#[derive(Clone, Copy, Debug)]
pub struct Undated<'c> {
    /// Whose it is.
    pub subject: Subject<'c>,
    /// Owed to whom.
    pub audience: Audience,
    /// For what.
    pub owed: Owed<'c>,
    /// The year whose days off are missing.
    pub year: MissingYear,
}

/// Every promise that began by `until`, as it stands on a day.
///
/// `until` is usually that day; a later one adds the promises of the time to come. What was published after the day
/// does not count yet.
pub fn obligations<'c>(ledger: &Ledger<'c>, AsOf(as_of): AsOf, until: NaiveDate) -> Derived<'c> {
    let until = until.max(as_of);
    let each = ledger.accounts.par_iter().map(|account| {
        let mut duties = Duties { account, book: Book { ledger, as_of, until, out: Derived::default() } };
        duties.fill();
        duties.book.out
    });
    let mut book = Book { ledger, as_of, until, out: Derived::default() };
    for derived in each.collect::<Vec<_>>() {
        book.out.obligations.extend(derived.obligations);
        book.out.undated.extend(derived.undated);
    }
    book.registers();
    let mut all = book.out;
    all.obligations.sort_by_cached_key(|o| (o.due.on, o.subject.id(), o.owed.key()));
    all
}

/// The promises of one item being written.
struct Duties<'l, 'c> {
    account: &'l Account<'c>,
    book: Book<'l, 'c>,
}

/// How a promise was met, if it was.
#[derive(Clone, Copy)]
struct Met<'c> {
    on: NaiveDate,
    entry: Entry<'c>,
}

/// What there is of what was promised.
struct Came<'c> {
    /// How it was met.
    met: Option<Met<'c>>,
    /// What had met it and was withdrawn.
    withdrawn: Option<&'c Record>,
    /// What is being prepared.
    draft: Option<Entry<'c>>,
}

impl<'c> Duties<'_, 'c> {
    fn fill(&mut self) {
        let item = self.account.item;
        let (Some(schedule), Some(in_use)) = (&item.schedule, InUse::of(self.account, self.book.as_of)) else {
            return;
        };
        match schedule.timing {
            Timing::Every(every) => self.periods(Period::containing(every, in_use.from), in_use),
            Timing::On(On::Event) => self.events(),
            Timing::On(On::Standing) => self.standing(in_use),
        }
        let start = if schedule.timing == Timing::On(On::Standing) { Some(in_use.from) } else { started_later(item) };
        if let Some(start) = start.filter(|start| *start <= self.book.until) {
            self.start(start);
        }
    }

    fn policy(&self) -> &Policy {
        &self.book.ledger.policy
    }

    fn limit(&self) -> Option<Limit> {
        self.account.item.schedule.as_ref()?.limit.as_ref().map(|limit| limit.value)
    }

    /// The entries that can meet what the item promised, as far as they are published on the day.
    fn published(&self) -> impl Iterator<Item = Met<'c>> + '_ {
        let owed_to = self.account.item.audience.value;
        let stands = move |e: &&Entry<'c>| e.audience == owed_to && !self.is_withdrawn(e);
        self.account.entries.iter().filter(stands).filter_map(|e| self.came(e))
    }

    /// The publication of an entry, if it was by the day.
    fn came(&self, entry: &Entry<'c>) -> Option<Met<'c>> {
        let on = entry.record.published_on.as_ref()?.value;
        (on <= self.book.as_of && entry.withheld.is_none()).then_some(Met { on, entry: *entry })
    }

    /// The day on which an entry was withdrawn, if it was by the day that is looked at.
    fn withdrawal(&self, entry: &Entry<'_>) -> Option<NaiveDate> {
        let on = entry.record.withdrawn()?.on.as_ref()?.value;
        (on <= self.book.as_of).then_some(on)
    }

    fn is_withdrawn(&self, entry: &Entry<'_>) -> bool {
        self.withdrawal(entry).is_some()
    }

    /// The last record, of some, that had met what the item promised and was withdrawn.
    fn withdrawn(&self, of: impl Fn(&Entry<'_>) -> bool) -> Option<&'c Record> {
        let owed_to = self.account.item.audience.value;
        let own = self.account.entries.iter().filter(|e| of(e) && e.audience == owed_to && self.came(e).is_some());
        let last = own.filter_map(|entry| Some((self.withdrawal(entry)?, entry.record))).max_by_key(|(on, _)| *on);
        last.map(|(_, record)| record)
    }

    /// Each period in which the item was in use, be it for a day.
    fn periods(&mut self, first: Period, in_use: InUse) {
        let last = in_use.to.map_or(self.book.until, |to| to.min(self.book.until));
        let periods = std::iter::successors(Some(first), |period| Some(period.next()));
        for period in periods.take_while(|period| period.first_day() <= last) {
            if in_use.touches(period.first_day(), period.last_day()) {
                self.period(period);
            }
        }
    }

    fn period(&mut self, period: Period) {
        let about =
            |entry: &Entry<'_>| matches!(&entry.record.occasion, Some(Occasion::Period(p)) if p.value == period);
        let met = self.published().filter(|met| about(&met.entry)).min_by_key(|met| met.on);
        let (draft, withdrawn) = (self.draft(about), self.withdrawn(about));
        let end = period.last_day();
        let due = self.book.ledger.after_period(end, self.limit());
        let came = Came { met, withdrawn, draft };
        self.write(Owed::Period(period), self.account.item.audience.value, end + Days::new(1), due, came);
    }

    /// Each record of something that happened, draft or not, is owed to those it is meant for. What was withdrawn is
    /// owed again, until another record of the same day discloses it anew and is owed in its place.
    fn events(&mut self) {
        for entry in &self.account.entries {
            if let Some(Occasion::Event(day)) = &entry.record.occasion
                && day.value <= self.book.as_of
                && !self.is_replaced(entry)
            {
                let due = self.book.ledger.calendar.after(day.value, self.event_within());
                let is_withdrawn = self.is_withdrawn(entry);
                let came = Came {
                    met: self.came(entry).filter(|_| !is_withdrawn),
                    withdrawn: self.came(entry).filter(|_| is_withdrawn).map(|met| met.entry.record),
                    draft: Some(*entry).filter(|e| self.is_draft(e)),
                };
                self.write(Owed::Event(day.value, entry.record), entry.audience, day.value, due, came);
            }
        }
    }

    /// Whether a withdrawn record has another in its place: of the same day, published since.
    fn is_replaced(&self, entry: &Entry<'_>) -> bool {
        let Some(withdrawn) = self.withdrawal(entry) else { return false };
        let day = |record: &Record| match &record.occasion {
            Some(Occasion::Event(day)) => Some(day.value),
            _ => None,
        };
        let mut others = self.account.entries.iter().filter(|e| e.audience == entry.audience && !self.is_withdrawn(e));
        others.any(|e| day(e.record) == day(entry.record) && self.came(e).is_some_and(|met| met.on >= withdrawn))
    }

    fn event_within(&self) -> Within {
        match (self.limit(), self.account.item.schedule.as_ref().map(|s| s.timing)) {
            (Some(Limit::Within(within)), Some(Timing::On(_))) => within,
            _ => self.policy().event_within,
        }
    }

    fn start(&mut self, start: NaiveDate) {
        let met = self.published().filter(|met| met.on >= start).min_by_key(|met| met.on);
        let since = |e: &Entry<'_>| e.record.published_on.as_ref().is_some_and(|on| on.value >= start);
        let withdrawn = if met.is_none() { self.withdrawn(since) } else { None };
        let due = self.book.ledger.calendar.after(start, self.event_within());
        let came = Came { met, withdrawn, draft: self.draft(|_| true) };
        self.write(Owed::Start(start), self.account.item.audience.value, start, due, came);
    }

    /// Each standing record, from one confirmation to the next. The days are the house's own, so they do not roll; but
    /// what falls into a pause is due when that ends.
    fn standing(&mut self, in_use: InUse) {
        let held: Vec<Met<'c>> = self.published().collect();
        for met in held {
            let mut touches = self.touches(&met);
            let days = Days::new(u64::from(self.policy().confirm_days));
            while let Some(since) = touches.next() {
                let again = touches.as_slice().first().map(|on| Met { on: *on, ..met });
                let in_use_again = in_use.from_then_on(since + days);
                let due = in_use_again.unwrap_or(since + days);
                let is_valid = met.entry.record.validity == Validity::Valid;
                let is_owed = again.is_some() || (is_valid && in_use_again.is_some());
                if is_owed {
                    let owed = Owed::Confirm(since, met.entry.record);
                    let came = Came { met: again, withdrawn: None, draft: None };
                    self.write(owed, met.entry.audience, since, Ok(Deadline::fixed(due)), came);
                }
            }
        }
    }

    /// When a record was published, changed or confirmed, in order.
    fn touches(&self, met: &Met<'_>) -> std::vec::IntoIter<NaiveDate> {
        let revised = met.entry.record.revisions.iter().filter_map(|r| r.on.as_ref()).map(|on| on.value);
        let mut touches: Vec<NaiveDate> = revised.filter(|on| met.on < *on && *on <= self.book.as_of).collect();
        touches.push(met.on);
        touches.sort_unstable();
        touches.dedup();
        touches.into_iter()
    }

    /// The draft, of some, that could meet what the item promised: one narrowed to insiders can't.
    fn draft(&self, of: impl Fn(&Entry<'_>) -> bool) -> Option<Entry<'c>> {
        let owed_to = self.account.item.audience.value;
        let mut drafts = self.account.entries.iter().filter(|e| of(e) && e.audience == owed_to);
        drafts.find(|e| self.is_draft(e)).copied()
    }

    /// Whether it is written but not published on the day.
    fn is_draft(&self, entry: &Entry<'_>) -> bool {
        let record = entry.record;
        let is_written = record.formed_on.as_ref().is_none_or(|on| on.value <= self.book.as_of);
        let is_published = record.published_on.as_ref().is_some_and(|on| on.value <= self.book.as_of);
        is_written && (entry.withheld.is_some() || !is_published)
    }

    fn write(
        &mut self,
        owed: Owed<'c>,
        audience: Audience,
        opens: NaiveDate,
        due: Result<Deadline, MissingYear>,
        Came { met, withdrawn, draft }: Came<'c>,
    ) {
        let claim = Claim {
            subject: Subject::Item(self.account.item),
            audience,
            owed,
            opens,
            due,
            came: met.map(|met| (met.on, Some(met.entry.record))),
            withdrawn,
            draft: draft.map(|entry| entry.record),
        };
        let as_of = self.book.as_of;
        self.book.write(claim, |state| state.is_open().then(|| act(&owed, state, opens <= as_of, draft)).flatten());
    }
}

/// What has to be done next: nothing before the window opens, unless a draft is there.
fn act(owed: &Owed<'_>, state: State, is_opened: bool, draft: Option<Entry<'_>>) -> Option<Act> {
    if matches!(owed, Owed::Confirm(..)) {
        return (state != State::Upcoming).then_some(Act::Confirm);
    }
    let Some(draft) = draft else {
        return is_opened.then_some(Act::Write);
    };
    Some(match draft.withheld {
        Some(Withheld::Unreviewed | Withheld::ItemUnreviewed) => Act::Review,
        Some(Withheld::SuperiorMissing) => Act::SuperiorReview,
        Some(Withheld::Draft) | None => Act::Publish,
    })
}
