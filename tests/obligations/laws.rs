//! Laws of obligations, each test named as its law.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate};
use mingjing::{
    calendar::{AsOf, Calendar},
    diag::{FileId, Span, Spanned},
    kinds::Waiver,
    schedule::{Obligation, Owed, Subject, obligations},
    words::{Limit, Period, RevisionKind, State, Timing, Unit, Within},
};
use proptest::prelude::*;

use crate::support::search;

use super::made::{DAYS, House, Note, Plan, calendar, day, note, plan, plans};

/// States in the order in which a promise goes through them; what came has come.
fn rank(state: State) -> u8 {
    match state {
        State::Upcoming => 0,
        State::DueSoon => 1,
        State::Waived => 2,
        State::Overdue => 3,
        State::OnTime | State::Nil | State::Late => 4,
    }
}

/// The periods that an item owes by a day: each that has a day, by then begun, on which the item was in use.
fn periods_by_days(plan: &Plan, until: i64) -> BTreeSet<Period> {
    let Timing::Every(every) = plan.timing else { return BTreeSet::new() };
    let used = (0..DAYS + 1100).filter(|at| plan.is_in_use(*at)).map(|at| Period::containing(every, day(at)));
    used.filter(|period| period.first_day() <= day(until)).collect()
}

fn waived_for_good(item: usize) -> Waiver {
    let text = |text: &str| Spanned::new(text.to_owned(), Span::head(FileId(0)));
    Waiver {
        place: Span::head(FileId(0)),
        rule: text("S102"),
        file: text(&format!("items/i{item}.toml")),
        period: None,
        reason: text("系统升级"),
        owner: text("局公开办主任"),
        until: Some(Spanned::new(day(20_000), Span::head(FileId(0)))),
    }
}

/// Where the days begin that a limit counts; `None` where it counts none that a holiday could move.
fn counted_from(promise: &Obligation<'_>, house: &House) -> Option<(NaiveDate, Within)> {
    let twenty = Within { count: 20, unit: Unit::Workdays };
    let within = match house.item(promise.subject.id()).limit {
        Some(Limit::By(_)) if promise.owed.period().is_some() => return None,
        Some(Limit::Within(within)) => within,
        Some(Limit::By(_)) | None => twenty,
    };
    match promise.owed {
        Owed::Period(period) => Some((period.last_day(), within)),
        // The start of what is periodic has the site's own limit, as its item's counts from a period's end.
        Owed::Start(on) if is_periodic(promise) => Some((on, twenty)),
        Owed::Event(on, _) | Owed::Start(on) => Some((on, within)),
        Owed::Confirm(..) | Owed::Report(..) | Owed::File(..) | Owed::Case(_) => None,
    }
}

fn is_periodic(promise: &Obligation<'_>) -> bool {
    let Subject::Item(item) = promise.subject else { return false };
    item.schedule.as_ref().is_some_and(|s| matches!(s.timing, Timing::Every(_)))
}

/// Whether a deadline depends on a day being worked: it is one of those counted.
fn spans(from: NaiveDate, within: Within, due: NaiveDate, changed: NaiveDate) -> bool {
    let first = match within.unit {
        Unit::Workdays => from + Days::new(1),
        Unit::Days => from + Days::new(u64::from(within.count)),
        Unit::Months => from + Months::new(within.count),
    };
    first <= changed && changed <= due
}

fn deadlines(house: &House, with: Calendar) -> BTreeMap<(String, String), NaiveDate> {
    let mut ledger = house.ledger();
    ledger.calendar = with;
    let derived = obligations(&ledger, AsOf(day(DAYS)), day(DAYS));
    derived.obligations.iter().map(|o| ((o.subject.id().to_owned(), o.owed.key()), o.due.on)).collect()
}

proptest! {
    #![proptest_config(search(200, 20_260_725))]

    #[test]
    fn no_period_is_owed_twice_or_skipped(plan in plan(), as_of in 0..DAYS, ahead in 0..500_i64, more in 0..500_i64) {
        let house = House::of(std::slice::from_ref(&plan));
        let owed = |until: i64| {
            let derived = house.derive(as_of, until);
            let list: Vec<Period> = derived.obligations.iter().filter_map(|o| o.owed.period()).collect();
            let set: BTreeSet<Period> = list.iter().copied().collect();
            assert_eq!(list.len(), set.len(), "twice");
            set
        };
        let (first, second) = (owed(as_of + ahead), owed(as_of + ahead + more));
        prop_assert_eq!(&first, &periods_by_days(&plan, as_of + ahead));
        prop_assert_eq!(&second, &periods_by_days(&plan, as_of + ahead + more));
        prop_assert!(first.is_subset(&second));
        let between = |p: &Period| day(as_of + ahead) < p.first_day() && p.first_day() <= day(as_of + ahead + more);
        prop_assert!(second.difference(&first).all(between));
    }

    #[test]
    fn an_item_is_in_use_on_the_days_that_its_dates_say(plan in plan(), from in 0..DAYS, length in 0..400_i64) {
        let in_use = House::of(std::slice::from_ref(&plan)).in_use(0);
        let any = (from..=from + length).any(|at| plan.is_in_use(at));
        prop_assert_eq!(in_use.touches(day(from), day(from + length)), any);
        let next = (from..DAYS + 1100).find(|at| plan.is_in_use(*at)).map(day);
        prop_assert_eq!(in_use.from_then_on(day(from)), next);
    }

    #[test]
    fn states_only_move_forward(plans in plans(), from in 0..DAYS, later in 0..600_i64, waived in 0..12_usize) {
        let mut house = House::of(&plans);
        if waived < plans.len() {
            house.waivers.push(waived_for_good(waived));
        }
        let (before, after) = (house.states(from, from), house.states(from + later, from + later));
        for (key, state) in &before {
            let now = after.get(key).copied();
            prop_assert!(now.is_some_and(|now| rank(*state) <= rank(now)), "{:?}: {:?} to {:?}", key, state, now);
            prop_assert!(rank(*state) < 4 || now == Some(*state), "what came stays as it came: {:?}", key);
        }
    }

    #[test]
    fn a_window_ahead_changes_no_state(plans in plans(), as_of in 0..DAYS, ahead in 0..600_i64) {
        let house = House::of(&plans);
        let (near, far) = (house.states(as_of, as_of), house.states(as_of, as_of + ahead));
        prop_assert!(near.iter().all(|(key, state)| far.get(key) == Some(state)));
        let begun_later = far.iter().filter(|(key, _)| !near.contains_key(*key));
        prop_assert!(begun_later.into_iter().all(|(_, state)| matches!(state, State::Upcoming | State::DueSoon)));
    }

    #[test]
    fn what_began_by_a_day_is_the_same_however_far_one_looks(plans in plans(), as_of in 0..DAYS, ahead in 0..600_i64) {
        let house = House::of(&plans);
        let (near, far) = (house.derive(as_of, as_of), house.derive(as_of, as_of + ahead));
        let told = |promise: &Obligation<'_>| format!("{promise:?}");
        let begun: Vec<String> = far.begun(day(as_of)).map(told).collect();
        prop_assert_eq!(near.obligations.iter().map(told).collect::<Vec<_>>(), begun);
        let undated: Vec<String> = far.undated_by(day(as_of)).map(|u| format!("{u:?}")).collect();
        prop_assert_eq!(near.undated.iter().map(|u| format!("{u:?}")).collect::<Vec<_>>(), undated);
    }

    #[test]
    fn a_record_more_makes_nothing_else_overdue(plans in plans(), added in note(), to in any::<prop::sample::Index>(), as_of in 0..DAYS) {
        let to = to.index(plans.len());
        let before = House::of(&plans).states(as_of, as_of);
        let mut more = plans.clone();
        more[to].notes.push(Note { withheld: None, audience: plans[to].audience, ..added });
        let after = House::of(&more).states(as_of, as_of);
        for (key, state) in &before {
            let now = after.get(key).copied();
            if key.0 == format!("i{to}") {
                prop_assert!(now.is_some_and(|now| now == *state || rank(now) == 4), "{:?}: {:?} to {:?}", key, state, now);
                prop_assert!(state.is_open() || *state == State::Late || now.is_some_and(State::is_kept));
            } else {
                prop_assert_eq!(now, Some(*state));
            }
        }
        let (item, own) = (format!("i{to}"), format!("r{}", plans[to].notes.len()));
        let fresh = after.keys().filter(|key| !before.contains_key(*key));
        prop_assert!(fresh.into_iter().all(|key| key.0 == item && key.1.split('.').nth(1) == Some(&own)));
    }

    #[test]
    fn a_day_that_changes_moves_the_deadlines_that_span_it_and_no_other(plans in plans(), at in 0..DAYS) {
        let house = House::of(&plans);
        let (before, after) = (deadlines(&house, calendar(&[])), deadlines(&house, calendar(&[day(at)])));
        prop_assert_eq!(before.len(), after.len());
        for promise in &house.derive(DAYS, DAYS).obligations {
            let key = (promise.subject.id().to_owned(), promise.owed.key());
            let spans = counted_from(promise, &house).is_some_and(|(from, within)| spans(from, within, before[&key], day(at)));
            prop_assert_eq!(before[&key] != after[&key], spans, "{:?} due {} then {}", &key, before[&key], after[&key]);
        }
    }

    #[test]
    fn a_holiday_that_moves_leaves_what_spans_neither_place(plans in plans(), from in 0..DAYS, to in 0..DAYS, length in 1..9_i64) {
        let house = House::of(&plans);
        let days = |at: i64| (at..at + length).map(day).filter(|d| d.weekday().number_from_monday() < 6).collect::<Vec<_>>();
        let (before, after) = (deadlines(&house, calendar(&days(from))), deadlines(&house, calendar(&days(to))));
        for promise in &house.derive(DAYS, DAYS).obligations {
            let key = (promise.subject.id().to_owned(), promise.owed.key());
            let due = before[&key].max(after[&key]);
            let counted = counted_from(promise, &house);
            let touched = |at: i64| days(at).into_iter().any(|d| counted.is_some_and(|(from, within)| spans(from, within, due, d)));
            prop_assert!(touched(from) || touched(to) || before[&key] == after[&key], "{:?}", &key);
        }
    }

    #[test]
    fn a_withdrawn_record_is_as_if_it_had_not_been(plans in plans(), as_of in 0..DAYS, to in any::<prop::sample::Index>()) {
        let to = to.index(plans.len());
        let mut withdrawn = plans.clone();
        let mut without = plans.clone();
        let Some(last) = withdrawn[to].notes.last_mut() else { return Ok(()) };
        last.revised = vec![(0, RevisionKind::Withdrawn)];
        last.withheld = None;
        without[to].notes.pop();
        let own = format!("r{}", without[to].notes.len());
        let all = House::of(&withdrawn).states(as_of, as_of).into_iter();
        let others: BTreeMap<_, _> = all.filter(|(key, _)| key.1.split('.').nth(1) != Some(&own) || key.0 != format!("i{to}")).collect();
        prop_assert_eq!(others, House::of(&without).states(as_of, as_of));
    }
}
