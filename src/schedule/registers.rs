//! What is owed beside disclosure: reports and filings to the superior office, answers, reports of corrections.

use chrono::{Days, NaiveDate};

use super::{
    Derived, Ledger, Obligation, Owed, Subject, Undated, basis,
    ledger::{Filings, Reported},
};
use crate::{
    calendar::{Deadline, MissingYear},
    kinds::{Feedback, Filing, Policy},
    words::{Act, Audience, FeedbackKind, Period, Timing, Within},
};

/// Adds them. They are owed inside the house, never to the public.
pub(super) fn fill<'c>(ledger: &Ledger<'c>, as_of: NaiveDate, until: NaiveDate, out: &mut Derived<'c>) {
    let mut book = Book { ledger, as_of, out };
    for reported in &ledger.stages {
        let Reported { item, exercise, stage, is_reviewed } = *reported;
        if let Some(on) = stage.on.as_ref().map(|on| on.value).filter(|on| *on <= as_of) {
            let due = ledger.calendar.after(on, ledger.policy.exercise_within);
            let came = stage.submitted_on.as_ref().map(|on| on.value);
            let is_published = stage.published_on.as_ref().is_some_and(|on| on.value <= as_of);
            let then = if is_reviewed { Act::Publish } else { Act::SuperiorReview };
            let acts = (Act::Submit, Some(then).filter(|_| !is_published));
            book.write(Subject::Item(item), Owed::Report(on, exercise, stage), on, due, came, acts);
        }
    }
    for feedback in ledger.feedback {
        if let Some(on) = feedback.received_on.as_ref().map(|on| on.value).filter(|on| *on <= as_of) {
            let due = ledger.calendar.after(on, limit(feedback, &ledger.policy));
            let came = feedback.answered_on.as_ref().map(|on| on.value);
            book.write(Subject::Feedback(feedback), Owed::Answer(on, feedback), on, due, came, (Act::Answer, None));
        }
    }
    for finding in ledger.accountability {
        let (found, by) = (finding.found_on.as_ref(), finding.correct_by.as_ref());
        if let (Some(on), Some(by)) = (found.map(|on| on.value).filter(|on| *on <= as_of), by) {
            let came = finding.reported_on.as_ref().map(|on| on.value);
            let due = Ok(Deadline::fixed(by.value));
            book.write(
                Subject::Accountability(finding),
                Owed::Correct(on, finding),
                on,
                due,
                came,
                (Act::ReportBack, None),
            );
        }
    }
    if let Some(filings) = ledger.filings {
        book.filings(filings, until);
    }
}

/// 办理时限 of a complaint or an opinion: its own, else the site's for its kind.
pub fn limit(feedback: &Feedback, policy: &Policy) -> Within {
    feedback.limit.unwrap_or_else(|| usual_limit(feedback.kind.as_ref().map(|kind| kind.value), policy))
}

/// The site's 办理时限 for a kind.
pub fn usual_limit(kind: Option<FeedbackKind>, policy: &Policy) -> Within {
    match kind {
        Some(FeedbackKind::Suggestion | FeedbackKind::Appraisal) => policy.opinion_within,
        Some(FeedbackKind::Complaint | FeedbackKind::Report) | None => policy.complaint_within,
    }
}

struct Book<'l, 'c> {
    ledger: &'l Ledger<'c>,
    as_of: NaiveDate,
    out: &'l mut Derived<'c>,
}

impl<'c> Book<'_, 'c> {
    /// Each period since filings are owed.
    fn filings(&mut self, Filings { agency, duty, filed }: Filings<'c>, until: NaiveDate) {
        let (Timing::Every(every), Some(since)) = (duty.schedule.timing, &duty.since) else { return };
        let first = Period::containing(every, since.value);
        let periods = std::iter::successors(Some(first), |period| Some(period.next()));
        for period in periods.take_while(|period| period.first_day() <= until) {
            let end = period.last_day();
            let due = self.ledger.after_period(end, duty.schedule.limit.as_ref().map(|limit| limit.value));
            let of_period = |filing: &&Filing| filing.period.as_ref().is_some_and(|p| p.value == period);
            let came = |filing: &Filing| filing.submitted_on.as_ref().map(|on| on.value);
            let filing = filed.iter().filter(of_period).min_by_key(|filing| came(filing).unwrap_or(NaiveDate::MAX));
            let act = if filing.is_some() { Act::Submit } else { Act::Write };
            let owed = Owed::File(period, filing);
            self.write(
                Subject::Filings(agency, duty),
                owed,
                end + Days::new(1),
                due,
                filing.and_then(came),
                (act, None),
            );
        }
    }

    /// `acts`: what is next until it is sent, and then.
    fn write(
        &mut self,
        subject: Subject<'c>,
        owed: Owed<'c>,
        opens: NaiveDate,
        due: Result<Deadline, MissingYear>,
        came: Option<NaiveDate>,
        acts: (Act, Option<Act>),
    ) {
        let (ledger, as_of, audience) = (self.ledger, self.as_of, Audience::Internal);
        let due = match due {
            Ok(due) => due,
            Err(year) => return self.out.undated.push(Undated { subject, audience, owed, year }),
        };
        let came = came.filter(|on| *on <= as_of);
        let waiver = if came.is_none() { ledger.waiver(&subject, &owed, as_of) } else { None };
        let state = ledger.state(due.on, came.map(|on| (on, false)), waiver.is_some(), as_of);
        self.out.obligations.push(Obligation {
            subject,
            audience,
            owed,
            opens,
            due,
            state,
            record: None,
            withdrawn: None,
            published_on: came,
            days_late: u32::try_from((came.unwrap_or(as_of) - due.on).num_days()).unwrap_or(0),
            draft: None,
            act: if came.is_some() { acts.1 } else { (opens <= as_of).then_some(acts.0) },
            waiver,
            basis: basis::beside(&subject, &ledger.policy),
        });
    }
}
