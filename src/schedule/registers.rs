//! What is owed beside disclosure: reports and filings to the superior office, answers, reports of corrections.

use chrono::{Days, NaiveDate};

use super::{
    Owed, Subject,
    book::{Book, Claim},
    ledger::{Filings, Reported},
};
use crate::{
    calendar::{Deadline, MissingYear},
    kinds::{Feedback, Filing, Policy, Review, Stage},
    read::Date,
    words::{Act, Audience, FeedbackKind, Period, Timing, Within},
};

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

/// The step that a stage waits for on a day: reviewed in the house, reported, reviewed above, published.
pub fn waits_for(stage: &Stage, review: Option<&Review>, as_of: NaiveDate) -> Option<Act> {
    let came = |on: &Option<Date>| on.as_ref().is_some_and(|on| on.value <= as_of);
    match review {
        None if !came(&stage.submitted_on) => Some(Act::Review),
        Some(_) if !came(&stage.submitted_on) => Some(Act::Submit),
        Some(review) if review.superior.is_some() => (!came(&stage.published_on)).then_some(Act::Publish),
        _ => Some(Act::SuperiorReview),
    }
}

impl<'c> Book<'_, 'c> {
    /// Adds them. They are owed inside the house, never to the public.
    pub(super) fn registers(&mut self) {
        let ledger = self.ledger;
        ledger.stages.iter().for_each(|reported| self.stage(*reported));
        for feedback in ledger.feedback {
            if let Some(on) = self.happened(&feedback.received_on) {
                let due = ledger.calendar.after(on, limit(feedback, &ledger.policy));
                let owed = Owed::Answer(on, feedback);
                self.beside(Subject::Feedback(feedback), owed, (on, due), &feedback.answered_on, Act::Answer);
            }
        }
        for finding in ledger.accountability {
            if let (Some(on), Some(by)) = (self.happened(&finding.found_on), &finding.correct_by) {
                let due = Ok(Deadline::fixed(by.value));
                let owed = Owed::Correct(on, finding);
                self.beside(Subject::Accountability(finding), owed, (on, due), &finding.reported_on, Act::ReportBack);
            }
        }
        if let Some(filings) = ledger.filings {
            self.filings(filings);
        }
    }

    /// A day that is not yet to come.
    fn happened(&self, on: &Option<Date>) -> Option<NaiveDate> {
        on.as_ref().map(|on| on.value).filter(|on| *on <= self.as_of)
    }

    /// What was reported still waits for its review above and its publication.
    fn stage(&mut self, Reported { item, exercise, stage, review }: Reported<'c>) {
        let Some(on) = self.happened(&stage.on) else { return };
        let due = self.ledger.calendar.after(on, self.ledger.policy.exercise_within);
        let act = waits_for(stage, review, self.as_of);
        let claim = self.claim(Subject::Item(item), Owed::Report(on, exercise, stage), (on, due), &stage.submitted_on);
        self.write(claim, |_| act);
    }

    /// Each period since filings are owed.
    fn filings(&mut self, Filings { agency, duty, filed }: Filings<'c>) {
        let (Timing::Every(every), Some(since)) = (duty.schedule.timing, &duty.since) else { return };
        let first = Period::containing(every, since.value);
        let (until, periods) = (self.until, std::iter::successors(Some(first), |period| Some(period.next())));
        for period in periods.take_while(|period| period.first_day() <= until) {
            let end = period.last_day();
            let due = self.ledger.after_period(end, duty.schedule.limit.as_ref().map(|limit| limit.value));
            let of_period = |filing: &&Filing| filing.period.as_ref().is_some_and(|p| p.value == period);
            let sent = |filing: &Filing| filing.submitted_on.as_ref().map_or(NaiveDate::MAX, |on| on.value);
            let filing = filed.iter().filter(of_period).min_by_key(|filing| sent(filing));
            let act = if filing.is_some() { Act::Submit } else { Act::Write };
            let came = filing.map_or(&None, |filing| &filing.submitted_on);
            let window = (end + Days::new(1), due);
            self.beside(Subject::Filings(agency, duty), Owed::File(period, filing), window, came, act);
        }
    }

    fn claim(
        &self,
        subject: Subject<'c>,
        owed: Owed<'c>,
        (opens, due): (NaiveDate, Result<Deadline, MissingYear>),
        came: &Option<Date>,
    ) -> Claim<'c> {
        let came = self.happened(came).map(|on| (on, None));
        Claim { subject, audience: Audience::Internal, owed, opens, due, came, withdrawn: None, draft: None }
    }

    /// What is done with when it is sent; `act` until then.
    fn beside(
        &mut self,
        subject: Subject<'c>,
        owed: Owed<'c>,
        window: (NaiveDate, Result<Deadline, MissingYear>),
        came: &Option<Date>,
        act: Act,
    ) {
        let claim = self.claim(subject, owed, window, came);
        let is_next = claim.came.is_none() && claim.opens <= self.as_of;
        self.write(claim, |_| is_next.then_some(act));
    }
}
