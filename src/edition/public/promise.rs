//! What may be known of a promise: the same for everyone who may know of it at all.

use super::{agency::office_ref, opt, record::route};
use crate::{
    calendar::{AsOf, Deadline, MissingYear, named},
    edition::{
        Day, DayView, Entry, PromiseView, Promises, Public, RecordRef, Route, UndatedView, WithdrawnRef, YearView,
    },
    kinds::{Address, Agency, CalendarYear, Kind, Record},
    load::Catalog,
    schedule::{Ledger, Obligation, Owed, Subject, Undated, obligations},
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
        undated: derived.undated.iter().map(|u| undated(u, &catalog.agency, lang)).collect(),
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
            Subject::Feedback(feedback) => Route::of(Address::of(Kind::Feedback, &feedback.id)),
            Subject::Accountability(finding) => Route::of(Address::of(Kind::Accountability, &finding.id)),
        },
        office: office_ref(subject.office(), agency),
        audience: audience.label(lang),
        key: owed.key(),
        about: promise.shown().get(lang).to_owned(),
        period: owed.period().map(|period| period.to_string()),
        event: owed.event().map(Day),
        deed: owed.deed(lang),
        opens: Day(*opens),
        due: Day(*due),
        provisional: *provisional,
        state: promise.standing(lang),
        standing: *state,
        record: record.map(record_ref).or_else(|| form_ref(owed).filter(|_| published_on.is_some())),
        withdrawn: withdrawn.map(|record| WithdrawnRef { id: &record.id, route: route(&record.item, &record.id) }),
        published_on: published_on.map(Day),
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
        Owed::Answer(_, feedback) => Some(RecordRef {
            id: &feedback.id,
            title: &feedback.subject,
            route: Route::of(Address::of(Kind::Feedback, &feedback.id)),
        }),
        Owed::Correct(_, finding) => Some(RecordRef {
            id: &finding.id,
            title: &finding.finding,
            route: Route::of(Address::of(Kind::Accountability, &finding.id)),
        }),
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

/// 节假日安排 is public: it is the State Council's.
pub(super) fn year(year: &CalendarYear) -> YearView<'_> {
    let days = named(year).map(|(on, kind, name)| DayView { on: Day(on), kind, name }).collect();
    let provisional = year.is_provisional();
    let CalendarYear { year, place: _, status: _, notice, doc_no, issued_on: _, source: _, holidays: _ } = year;
    YearView { year: *year, provisional, notice: opt(notice), doc_no: opt(doc_no), days }
}
