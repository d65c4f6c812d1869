//! What may be known of a promise: the same for everyone who may know of it at all.

use super::{agency::office_ref, record::route, seen};
use crate::{
    calendar::{Deadline, MissingYear},
    day::Day,
    edition::{PromiseView, Promises, Public, RecordRef, Route, UndatedView, WithdrawnRef},
    kinds::{Address, Agency, Kind, Record},
    schedule::{Obligation, Owed, Subject, Undated},
    text::{Lang, Word},
};

/// The promises to the public and what was published, and nothing else.
pub(in crate::edition) fn promises<'d>(day: &'d Day<'_>, by: chrono::NaiveDate, lang: Lang) -> Promises<'d, Public> {
    let (derived, agency) = (day.open(), &day.catalog.agency);
    Promises {
        list: derived.begun(by).map(|o| seen(promise(o, agency, lang))).collect(),
        undated: derived.undated_by(by).map(|u| undated(u, agency, lang)).collect(),
    }
}

pub(in crate::edition) fn promise<'c>(promise: &Obligation<'c>, agency: &'c Agency, lang: Lang) -> PromiseView<'c> {
    let Obligation {
        subject,
        audience,
        owed,
        opens,
        due: Deadline { on: due, provisional },
        state,
        unwaived: _,
        record,
        withdrawn,
        published_on,
        days_late,
        draft: _,
        act: _,
        waiver: _,
        basis,
    } = promise;
    PromiseView {
        item: subject.id(),
        item_name: subject.name(lang),
        item_route: match subject {
            Subject::Item(item) => Route::of(Address::of(Kind::Item, &item.id)),
            Subject::Filings(_, _) => Route::new("filings.html"),
            Subject::Case(case) => Route::of(case.address),
        },
        office: office_ref(subject.office(), agency),
        audience: audience.label(lang),
        key: owed.key(),
        about: promise.shown().get(lang).to_owned(),
        period: owed.period().map(|period| period.to_string()),
        event: owed.event(),
        deed: owed.deed(lang),
        opens: *opens,
        due: *due,
        provisional: *provisional,
        state: promise.standing(lang),
        standing: *state,
        record: record.map(record_ref).or_else(|| form_ref(owed).filter(|_| published_on.is_some())),
        withdrawn: withdrawn.map(|record| WithdrawnRef { id: &record.id, route: route(&record.item, &record.id) }),
        published_on: *published_on,
        days_late: *days_late,
        basis: basis.get(lang).to_owned(),
    }
}

pub(in crate::edition) fn record_ref(record: &Record) -> RecordRef<'_> {
    RecordRef { id: &record.id, title: &record.title, route: route(&record.item, &record.id) }
}

/// The form that was reported upward. Only insiders know of such promises.
fn form_ref<'c>(owed: &Owed<'c>) -> Option<RecordRef<'c>> {
    match owed {
        Owed::Report(_, exercise, _) => Some(RecordRef {
            id: &exercise.id,
            title: &exercise.subject,
            route: Route::of(Address::of(Kind::Exercise, &exercise.id)),
        }),
        Owed::File(_, Some(filing)) => Some(RecordRef {
            id: &filing.id,
            title: filing.reg_no.as_ref().map_or(&filing.id, |reg_no| &reg_no.value),
            route: Route::of(Address::of(Kind::Filing, &filing.id)),
        }),
        Owed::Case(case) => Some(RecordRef { id: case.address.id, title: case.what, route: Route::of(case.address) }),
        _ => None,
    }
}

pub(in crate::edition) fn undated<'c>(undated: &Undated<'c>, agency: &'c Agency, lang: Lang) -> UndatedView<'c> {
    let Undated { subject, audience, owed, year: MissingYear(year) } = undated;
    UndatedView {
        item: subject.id(),
        office: office_ref(subject.office(), agency),
        audience: audience.label(lang),
        about: owed.shown().get(lang).to_owned(),
        year: *year,
    }
}
