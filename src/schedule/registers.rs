//! What is owed beside disclosure: reports and filings to the superior office, answers, reports of corrections.

use chrono::{Days, NaiveDate};

use super::{
    Case, Owed, Sort, Subject,
    book::{Book, Claim},
    ledger::{Filings, Reported},
};
use crate::{
    calendar::{Deadline, MissingYear},
    kinds::{Accountability, Address, Feedback, Filing, Inspection, Item, Kind, Policy, Problem, Review, Stage},
    load::Registers,
    read::{Date, FieldText},
    words::{Act, Audience, FeedbackKind, Period, Timing, Within},
};

static ANSWER: Sort = Sort {
    register: "feedback",
    name: ("投诉举报和评议意见", "Complaints and opinions"),
    key: "answer",
    begun: ("收到", "received"),
    duty: ("答复", "answered"),
    deed: ("答复", "Answered"),
    late: ("迟答复", "Answered late"),
    advice: (
        "调查处理并答复，填写 answered_on、answer 和 outcome",
        "look into it and answer, then fill in answered_on, answer and outcome",
    ),
    basis: ("及时调查处理，并反馈处理结果（实施方案第八部分）", "looked into and answered in time (plan, part 8)"),
};

static CORRECT: Sort = Sort {
    register: "accountability",
    name: ("责任追究", "Accountability"),
    key: "correct",
    begun: ("认定", "found"),
    duty: ("反馈改正情况", "reported back as corrected"),
    deed: ("反馈", "Reported back"),
    late: ("迟反馈", "Reported back late"),
    advice: (
        "改正并报局公开办，填写 corrected_on、correction 和 reported_on",
        "correct it, report it to the disclosure office, then fill in corrected_on, correction and reported_on",
    ),
    basis: (
        "及时纠正，并将改正情况报局公开办（实施方案第六部分第（五）项）",
        "corrected in time and reported back to the disclosure office (plan, part 6 (5))",
    ),
};

/// What is owed of a problem that an inspection found: that it is reported.
pub static INFORM: Sort = Sort {
    register: "inspections",
    name: ("巡查检查", "Inspections"),
    key: "inform",
    begun: ("检查发现", "found"),
    duty: ("上报", "reported to the leading group"),
    deed: ("上报", "Reported"),
    late: ("迟上报", "Reported late"),
    advice: (
        "向领导小组报告，在这个问题里填写 reported_on",
        "report it to the leading group, then fill in reported_on of this problem",
    ),
    basis: (
        "发现的问题及时向领导小组报告（实施方案第六部分第（三）项）",
        "what is found is reported to the leading group in time (plan, part 6 (3))",
    ),
};

/// And that it is put right.
pub static RECTIFY: Sort = Sort {
    key: "rectify",
    duty: ("整改", "put right"),
    deed: ("整改", "Put right"),
    late: ("迟整改", "Put right late"),
    advice: (
        "整改，在这个问题里填写 corrected_on 和 correction",
        "put it right, then fill in corrected_on and correction of this problem",
    ),
    basis: (
        "整改期限由检查时定；及时掌握运行情况，反馈结果（实施方案第六部分第（三）项）",
        "the day was set by the inspection; results are reported back in time (plan, part 6 (3))",
    ),
    ..INFORM
};

/// Who has to put a problem right: the office that is named, else that of the item, else the one inspected.
pub fn in_charge<'c>(
    inspection: &'c Inspection,
    problem: &'c Problem,
    item: impl FnOnce(&'c str) -> Option<&'c Item>,
) -> &'c FieldText {
    let of_item = || problem.item.as_ref().and_then(|id| item(id)).map(|item| &item.office);
    let known = problem.office.as_ref().or_else(of_item).or(inspection.office.as_ref());
    known.or(problem.item.as_ref()).unwrap_or(&inspection.by)
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
        if let Some(Registers { filings: _, feedback, accountability, assessments: _, inspections }) = ledger.registers
        {
            feedback.iter().for_each(|feedback| self.feedback(feedback));
            accountability.iter().for_each(|finding| self.finding(finding));
            inspections.iter().for_each(|inspection| self.inspection(inspection));
        }
        if let Some(filings) = ledger.filings {
            self.filings(filings);
        }
    }

    fn feedback(&mut self, f: &'c Feedback) {
        let Some(on) = self.happened(&f.received_on) else { return };
        let within = limit(f, &self.ledger.policy);
        let due = self.ledger.calendar.after(on, within);
        let address = Address::of(Kind::Feedback, &f.id);
        let (came, within) = (f.answered_on.as_ref(), Some(within));
        let answer = Case { sort: &ANSWER, address, part: None, on, what: &f.subject, office: &f.office, within, came };
        self.case(answer, due, Act::Answer);
    }

    fn finding(&mut self, f: &'c Accountability) {
        let (Some(on), Some(by)) = (self.happened(&f.found_on), &f.correct_by) else { return };
        let address = Address::of(Kind::Accountability, &f.id);
        let (came, within) = (f.reported_on.as_ref(), None);
        let correct =
            Case { sort: &CORRECT, address, part: None, on, what: &f.finding, office: &f.office, within, came };
        self.case(correct, Ok(Deadline::fixed(by.value)), Act::ReportBack);
    }

    /// Each problem is reported to the leading group and put right by its day.
    fn inspection(&mut self, inspection: &'c Inspection) {
        let Some(on) = self.happened(&inspection.on) else { return };
        let (address, ledger) = (Address::of(Kind::Inspection, &inspection.id), self.ledger);
        let within = ledger.policy.inform_within;
        for (at, problem) in inspection.problems.iter().enumerate() {
            let office = in_charge(inspection, problem, |id| ledger.account(id).map(|account| account.item));
            let (what, part, came) = (&problem.what, Some(at + 1), problem.reported_on.as_ref());
            let inform = Case { sort: &INFORM, address, part, on, what, office, within: Some(within), came };
            self.case(inform, ledger.calendar.after(on, within), Act::Submit);
            let Some(by) = &problem.correct_by else { continue };
            let came = problem.corrected_on.as_ref();
            let rectify = Case { sort: &RECTIFY, within: None, came, ..inform };
            self.case(rectify, Ok(Deadline::fixed(by.value)), Act::Correct);
        }
    }

    fn case(&mut self, case: Case<'c>, due: Result<Deadline, MissingYear>, act: Act) {
        self.beside(Subject::Case(case), Owed::Case(case), (case.on, due), case.came, act);
    }

    /// A day that is not yet to come.
    fn happened<'d>(&self, on: impl Into<Option<&'d Date>>) -> Option<NaiveDate> {
        on.into().map(|on| on.value).filter(|on| *on <= self.as_of)
    }

    /// What was reported still waits for its review above and its publication.
    fn stage(&mut self, Reported { item, exercise, stage, review }: Reported<'c>) {
        let Some(on) = self.happened(&stage.on) else { return };
        let due = self.ledger.calendar.after(on, self.ledger.policy.exercise_within);
        let act = waits_for(stage, review, self.as_of);
        let claim =
            self.claim(Subject::Item(item), Owed::Report(on, exercise, stage), (on, due), stage.submitted_on.as_ref());
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
            let came = filing.and_then(|filing| filing.submitted_on.as_ref());
            let window = (end + Days::new(1), due);
            self.beside(Subject::Filings(agency, duty), Owed::File(period, filing), window, came, act);
        }
    }

    fn claim(
        &self,
        subject: Subject<'c>,
        owed: Owed<'c>,
        (opens, due): (NaiveDate, Result<Deadline, MissingYear>),
        came: Option<&Date>,
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
        came: Option<&Date>,
        act: Act,
    ) {
        let claim = self.claim(subject, owed, window, came);
        let is_next = claim.came.is_none() && claim.opens <= self.as_of;
        self.write(claim, |_| is_next.then_some(act));
    }
}
