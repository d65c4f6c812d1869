//! Every promise, with who has to act and what was waived.

use chrono::NaiveDate;

use crate::{
    day::Day,
    edition::{
        ActView, Insiders, PromiseAnnex, Promises, Seen, WaiverView,
        public::{self, day},
    },
    kinds::{Agency, Clearance, Waiver},
    read::FieldText,
    schedule::Obligation,
    text::{Lang, Word},
    words::Act,
};

/// Those that began by a day.
pub(super) fn promises<'d>(
    on: &'d Day<'_>,
    by: NaiveDate,
    lang: Lang,
    clearance: &Clearance,
) -> Promises<'d, Insiders> {
    let (derived, agency) = (on.whole(clearance), &on.catalog.agency);
    let seen = |promise: &Obligation<'d>| Seen {
        view: public::promise(promise, agency, lang),
        annex: annex(promise, agency, lang),
    };
    Promises {
        list: derived.begun(by).map(seen).collect(),
        undated: derived.undated_by(by).map(|u| public::undated(u, agency, lang)).collect(),
    }
}

fn annex<'c>(promise: &Obligation<'c>, agency: &'c Agency, lang: Lang) -> PromiseAnnex<'c> {
    let waived =
        |waiver: &'c Waiver| WaiverView { reason: &waiver.reason, owner: &waiver.owner, until: day(&waiver.until) };
    PromiseAnnex {
        act: promise.act.map(|next| act(next, promise.subject.office(), agency, lang)),
        draft: promise.draft.map(public::record_ref),
        waiver: promise.waiver.map(waived),
    }
}

/// What is next, and whose turn it is.
pub(super) fn act<'c>(act: Act, office: &'c FieldText, agency: &'c Agency, lang: Lang) -> ActView<'c> {
    let who = match act {
        Act::Write | Act::Confirm | Act::Answer | Act::ReportBack | Act::Correct => {
            agency.office(office).map_or(&*office.value, |o| &o.name)
        }
        Act::Submit | Act::Review | Act::Publish => {
            agency.disclosure_office.as_ref().map_or(&*agency.name, |o| &o.name)
        }
        Act::SuperiorReview => &agency.superior,
    };
    ActView { act: act.label(lang), who }
}
