//! What may be known of a promise: the same for everyone who may know of it at all.

use super::{agency::office_ref, opt};
use crate::{
    calendar::{AsOf, Deadline, MissingYear, named},
    edition::{Day, DayView, Entry, PromiseView, Promises, Public, RecordRef, Route, UndatedView, YearView},
    model::{Agency, CalendarYear, Catalog, Record},
    schedule::{Ledger, Obligation, Undated, obligations},
    text::{Lang, Word},
};

/// The promises to the public and what was published, and nothing else.
pub(in crate::edition) fn promises(
    catalog: &Catalog,
    as_of: AsOf,
    until: chrono::NaiveDate,
    lang: Lang,
) -> Promises<'_, Public> {
    let derived = obligations(&Ledger::open(catalog), as_of, until);
    Promises {
        list: derived
            .obligations
            .iter()
            .map(|o| Entry { view: promise(o, &catalog.agency, lang), annex: () })
            .collect(),
        undated: derived.undated.iter().map(|u| undated(u, lang)).collect(),
    }
}

pub(in crate::edition) fn promise<'c>(promise: &Obligation<'c>, agency: &'c Agency, lang: Lang) -> PromiseView<'c> {
    let Obligation {
        item,
        audience,
        owed,
        opens,
        due: Deadline { on: due, provisional },
        state,
        record,
        published_on,
        days_late,
        draft: _,
        act: _,
        waiver: _,
        basis,
    } = promise;
    PromiseView {
        item: &item.id,
        item_name: &item.name,
        item_route: Route::new(format!("items/{}.html", item.id)),
        office: office_ref(&item.office, agency),
        audience: audience.label(lang),
        key: owed.key(),
        about: owed.shown().get(lang).to_owned(),
        period: owed.period().map(|period| period.to_string()),
        event: owed.event().map(Day),
        opens: Day(*opens),
        due: Day(*due),
        provisional: *provisional,
        state: state.label(lang),
        standing: *state,
        record: record.map(record_ref),
        published_on: published_on.map(Day),
        days_late: *days_late,
        basis: basis.get(lang).to_owned(),
    }
}

pub(in crate::edition) fn record_ref(record: &Record) -> RecordRef<'_> {
    RecordRef {
        id: &record.id,
        title: &record.title,
        route: Route::new(format!("records/{}/{}.html", record.item, record.id)),
    }
}

pub(in crate::edition) fn undated<'c>(undated: &Undated<'c>, lang: Lang) -> UndatedView<'c> {
    let Undated { item, audience: _, owed, year: MissingYear(year) } = undated;
    UndatedView { item: &item.id, about: owed.shown().get(lang).to_owned(), year: *year }
}

/// 节假日安排 is public: it is the State Council's.
pub(super) fn year(year: &CalendarYear) -> YearView<'_> {
    let days = named(year).map(|(on, kind, name)| DayView { on: Day(on), kind, name }).collect();
    let provisional = year.is_provisional();
    let CalendarYear { year, place: _, status: _, notice, doc_no, issued_on: _, source: _, holidays: _ } = year;
    YearView { year: *year, provisional, notice: opt(notice), doc_no: opt(doc_no), days }
}
