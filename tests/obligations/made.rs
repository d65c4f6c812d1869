//! Items, records and ledgers made in memory, and strategies of them.

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use chrono::{Datelike, Duration, NaiveDate};
use mingjing::{
    calendar::{AsOf, Calendar},
    diag::{FileId, Span, Spanned},
    kinds::{CalendarYear, Change, Holiday, Item, Occasion, Policy, Record, Revision, Schedule, Waiver, Withheld},
    load::{Catalog, load},
    schedule::{Account, Derived, Entry, InUse, Ledger, obligations},
    source::Source,
    words::{
        Audience, ChangeKind, Every, Limit, MonthDay, On, Period, RevisionKind, State, Status, Timing, Unit, Validity,
        Within,
    },
};
use proptest::prelude::*;

/// What every item and record here is a copy of.
static WORLD: LazyLock<Catalog> =
    LazyLock::new(|| load(Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/world"))).0);
static BASE: LazyLock<Calendar> = LazyLock::new(|| calendar(&[]));

/// Days are counted from 2024-01-01; everything that is made happens in the four years after it.
pub const DAYS: i64 = 1461;

pub fn day(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Duration::days(offset)
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, Span::head(FileId(0)))
}

fn date(offset: i64) -> Spanned<NaiveDate> {
    spanned(day(offset))
}

/// An item by what obligations look at.
#[derive(Clone, Debug)]
pub struct Plan {
    pub timing: Timing,
    pub limit: Option<Limit>,
    pub audience: Audience,
    pub started: i64,
    /// How long before its start it was listed.
    pub listed_before: Option<i64>,
    pub terminated: Option<i64>,
    pub pause: Option<(i64, Option<i64>)>,
    pub notes: Vec<Note>,
}

/// A record by what obligations look at.
#[derive(Clone, Debug)]
pub struct Note {
    pub event: i64,
    /// Published so long after the event, or the period that the event lies in.
    pub published: Option<i64>,
    pub audience: Audience,
    pub withheld: Option<Withheld>,
    pub nil: bool,
    pub revised: Vec<(i64, RevisionKind)>,
}

impl Plan {
    pub fn item(&self, nth: usize) -> Item {
        let status = match (self.terminated, self.pause) {
            (Some(_), _) => Status::Terminated,
            (None, Some((_, None))) => Status::Suspended,
            _ => Status::InForce,
        };
        let added = |ago: i64| Change {
            on: Some(date(self.started - ago)),
            kind: Some(spanned(ChangeKind::Added)),
            what: spanned(String::new()),
            reported_on: None,
            basis: None,
        };
        Item {
            id: format!("i{nth}"),
            audience: spanned(self.audience),
            status: spanned(status),
            started_on: Some(date(self.started)),
            suspended_on: self.pause.map(|(on, _)| date(on)),
            resumed_on: self.pause.and_then(|(_, again)| again).map(date),
            terminated_on: self.terminated.map(date),
            schedule: Some(Schedule {
                place: Span::head(FileId(0)),
                timing: self.timing,
                limit: self.limit.map(spanned),
                wording: None,
            }),
            changes: self.listed_before.map(added).into_iter().collect(),
            ..WORLD.open.items[0].clone()
        }
    }

    pub fn records(&self, item: usize) -> Vec<Record> {
        self.notes.iter().enumerate().map(|(nth, note)| note.record(self.timing, item, nth)).collect()
    }

    /// Whether it is in use on a day, by its dates alone.
    pub fn is_in_use(&self, at: i64) -> bool {
        let paused = self.pause.is_some_and(|(on, again)| on <= at && again.is_none_or(|again| at < again));
        self.started <= at && self.terminated.is_none_or(|to| at <= to) && !paused
    }
}

impl Note {
    fn record(&self, timing: Timing, item: usize, nth: usize) -> Record {
        let (occasion, from) = match timing {
            Timing::Every(every) => {
                let period = Period::containing(every, day(self.event));
                (Occasion::Period(spanned(period)), period.last_day())
            }
            Timing::On(_) => (Occasion::Event(spanned(day(self.event))), day(self.event)),
        };
        let published = self.published.map(|after| from + Duration::days(after));
        let revision = |(after, kind): &(i64, RevisionKind)| Revision {
            on: published.map(|on| spanned(on + Duration::days(*after))),
            kind: Some(spanned(*kind)),
            reason: spanned(String::new()),
            what: None,
            title: None,
            review: mingjing::kinds::Internal::default(),
        };
        Record {
            id: format!("r{nth}"),
            item: format!("i{item}"),
            occasion: Some(occasion),
            formed_on: Some(spanned(from)),
            published_on: published.map(spanned),
            audience: Some(spanned(self.audience)),
            nil: self.nil,
            validity: Validity::Valid,
            revisions: self.revised.iter().map(revision).collect(),
            ..WORLD.open.records[0].clone()
        }
    }
}

/// Items with their records, which a ledger can borrow.
pub struct House {
    plans: Vec<Plan>,
    items: Vec<Item>,
    records: Vec<Vec<Record>>,
    pub waivers: Vec<Waiver>,
    pub calendar: Calendar,
}

impl House {
    pub fn of(plans: &[Plan]) -> Self {
        Self {
            plans: plans.to_vec(),
            items: plans.iter().enumerate().map(|(nth, plan)| plan.item(nth)).collect(),
            records: plans.iter().enumerate().map(|(nth, plan)| plan.records(nth)).collect(),
            waivers: Vec::new(),
            calendar: BASE.clone(),
        }
    }

    pub fn item(&self, id: &str) -> &Plan {
        &self.plans[id[1..].parse::<usize>().unwrap()]
    }

    fn entries(&self, nth: usize) -> Vec<Entry<'_>> {
        let notes = self.records[nth].iter().zip(&self.plans[nth].notes);
        let mut entries: Vec<Entry<'_>> =
            notes.map(|(record, note)| Entry { record, audience: note.audience, withheld: note.withheld }).collect();
        entries.sort_by(|a, b| a.record.id.cmp(&b.record.id));
        entries
    }

    pub fn ledger(&self) -> Ledger<'_> {
        Ledger {
            calendar: self.calendar.clone(),
            policy: Policy::default(),
            accounts: self
                .items
                .iter()
                .enumerate()
                .map(|(nth, item)| Account { item, entries: self.entries(nth) })
                .collect(),
            stages: Vec::new(),
            filings: None,
            registers: None,
            waivers: &self.waivers,
        }
    }

    pub fn derive(&self, as_of: i64, until: i64) -> Derived<'_> {
        obligations(&self.ledger(), AsOf(day(as_of)), day(until))
    }

    /// By item and key: every promise once.
    pub fn states(&self, as_of: i64, until: i64) -> BTreeMap<(String, String), State> {
        let derived = self.derive(as_of, until);
        assert!(derived.undated.is_empty());
        let all = derived.obligations.iter().map(|o| ((o.subject.id().to_owned(), o.owed.key()), o.state));
        let states: BTreeMap<_, _> = all.collect();
        assert_eq!(states.len(), derived.obligations.len(), "a key stands for one promise");
        states
    }

    pub fn in_use(&self, nth: usize) -> InUse {
        InUse::of(&Account { item: &self.items[nth], entries: vec![] }, day(0)).unwrap()
    }
}

/// Monday to Friday from 2020 to 2039, with days of the other kind: a weekend day is worked, another day is off.
pub fn calendar(other: &[NaiveDate]) -> Calendar {
    let year = |year: i32| {
        let holiday = |day: &NaiveDate| {
            let off = (day.weekday().number_from_monday() < 6).then(|| spanned(*day));
            let workdays = if off.is_some() { vec![] } else { vec![spanned(*day)] };
            Holiday { name: spanned("假日".to_owned()), from: off.clone(), to: off, workdays }
        };
        let holidays = other.iter().filter(|day| day.year() == year).map(holiday).collect();
        CalendarYear { year, holidays, ..WORLD.calendars[0].clone() }
    };
    Calendar::of(&(2020..2040).map(year).collect::<Vec<_>>())
}

fn timing() -> impl Strategy<Value = Timing> {
    prop_oneof![
        4 => prop::sample::select(vec![Every::Month, Every::Quarter, Every::HalfYear, Every::Year]).prop_map(Timing::Every),
        2 => Just(Timing::On(On::Event)),
        1 => Just(Timing::On(On::Standing)),
    ]
}

fn limit() -> impl Strategy<Value = Option<Limit>> {
    let within =
        (1..40_u32, prop::sample::select(vec![Unit::Workdays, Unit::Workdays, Unit::Days, Unit::Days, Unit::Months]))
            .prop_map(|(count, unit)| if unit == Unit::Months { (count % 3 + 1, unit) } else { (count, unit) })
            .prop_map(|(count, unit)| Limit::Within(Within { count, unit }));
    let by = (1..3_u32, 1..32_u32).prop_map(|(months, day)| Limit::By(MonthDay { months, day }));
    prop_oneof![2 => Just(None), 3 => within.prop_map(Some), 1 => by.prop_map(Some)]
}

pub fn note() -> impl Strategy<Value = Note> {
    let audience = prop::sample::select(vec![Audience::Public, Audience::Public, Audience::Internal]);
    let withheld =
        prop::sample::select(vec![None, None, None, Some(Withheld::Unreviewed), Some(Withheld::SuperiorMissing)]);
    let kind = prop::sample::select(vec![RevisionKind::Corrected, RevisionKind::Confirmed]);
    let revised = prop::collection::vec((0..800_i64, kind), 0..3);
    (0..DAYS, prop::option::weighted(0.8, -10..120_i64), audience, withheld, prop::bool::weighted(0.2), revised)
        .prop_map(|(event, published, audience, withheld, nil, revised)| {
            // What is withheld is meant for the public.
            let audience = if withheld.is_some() { Audience::Public } else { audience };
            Note { event, published, audience, withheld, nil, revised }
        })
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let audience = prop::sample::select(vec![Audience::Public, Audience::Public, Audience::Internal]);
    let pause = prop::option::of((0..900_i64, prop::option::weighted(0.7, 1..500_i64)));
    let span = (0..900_i64, prop::option::of(1..200_i64), prop::option::weighted(0.4, 0..900_i64), pause);
    (timing(), limit(), audience, span, prop::collection::vec(note(), 0..8)).prop_map(
        |(timing, limit, audience, (started, listed_before, terminated, pause), notes)| Plan {
            timing,
            limit: limit.filter(|limit| !matches!((limit, timing), (Limit::By(_), Timing::On(_)))),
            audience,
            started,
            listed_before,
            terminated: terminated.map(|after| started + after),
            pause: pause.map(|(after, long)| (started + after, long.map(|long| started + after + long))),
            notes: notes
                .into_iter()
                .map(|note| match audience {
                    Audience::Public => note,
                    Audience::Internal => Note { audience, withheld: None, ..note },
                })
                .collect(),
        },
    )
}

pub fn plans() -> impl Strategy<Value = Vec<Plan>> {
    prop::collection::vec(plan(), 1..6)
}
