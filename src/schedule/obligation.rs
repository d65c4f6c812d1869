//! One promise with its window and its state.

use chrono::NaiveDate;

use super::Case;
use crate::{
    calendar::Deadline,
    kinds::{Address, Agency, Exercise, Filing, FilingDuty, Item, Kind, Record, Stage, Waiver},
    text,
    text::{Label, Lang, Text, Word},
    words::{Act, Audience, Period, State},
};

impl State {
    /// Whether it still has to be met.
    pub fn is_open(self) -> bool {
        !self.is_kept() && self != Self::Late
    }

    /// Whether it was met in time.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::OnTime | Self::Nil)
    }
}

/// What a promise is about.
#[derive(Clone, Copy, Debug)]
pub enum Owed<'c> {
    /// A period of a periodic item.
    Period(Period),
    /// An event that has its record, be it a draft.
    Event(NaiveDate, &'c Record),
    /// The start of a power: a standing one, or one that had been listed as 暂未开展.
    Start(NaiveDate),
    /// 长期: a standing record has to be confirmed again; since when it holds.
    Confirm(NaiveDate, &'c Record),
    /// A stage of an exercise has to be reported upward; when it happened.
    Report(NaiveDate, &'c Exercise, &'c Stage),
    /// A period has to be filed upward; its filing, where there is one.
    File(Period, Option<&'c Filing>),
    /// Something of a register has to be done: a complaint answered, a correction reported back.
    Case(Case<'c>),
}

/// One promise.
#[derive(Clone, Debug)]
pub struct Obligation<'c> {
    /// Whose it is.
    pub subject: Subject<'c>,
    /// Owed to whom.
    pub audience: Audience,
    /// For what.
    pub owed: Owed<'c>,
    /// The first day of its window.
    pub opens: NaiveDate,
    /// The last day of its window.
    pub due: Deadline,
    /// How it stands.
    pub state: State,
    /// How it would stand without the waiver.
    pub unwaived: State,
    /// The record that met it.
    pub record: Option<&'c Record>,
    /// The record that had met it and was withdrawn by the day.
    pub withdrawn: Option<&'c Record>,
    /// When that was published, or confirmed.
    pub published_on: Option<NaiveDate>,
    /// How many days after the deadline it came, or is missing by now.
    pub days_late: u32,
    /// The record that is being prepared.
    pub draft: Option<&'c Record>,
    /// What has to be done next, where it is open and its time has come, or where a stage that was reported waits for
    /// its review or publication.
    pub act: Option<Act>,
    /// The waiver that waives it.
    pub waiver: Option<&'c Waiver>,
    /// Where the deadline comes from.
    pub basis: Text,
}

impl Obligation<'_> {
    /// The word for how it stands. A form that was reported in time and waits for its publication is not out yet: it was
    /// not kept in time.
    pub fn standing(&self, lang: Lang) -> Label {
        let label = self.owed.standing(self.state, lang);
        let waits = self.state.is_kept() && self.act.is_some();
        if waits { Label { text: lang.pick("已报送", "Reported"), ..label } } else { label }
    }

    /// What it is about, in words, and that what had been disclosed was withdrawn.
    pub fn shown(&self) -> Text {
        let Text { zh, en } = self.owed.shown();
        let withdrawal = self.withdrawn.and_then(Record::withdrawn);
        match withdrawal.and_then(|revision| revision.on.as_ref()) {
            None => Text { zh, en },
            Some(on) => Text {
                zh: format!("{zh}（原公开的材料已于 {} 撤回）", on.value),
                en: format!("{en} (what was disclosed was withdrawn on {})", on.value),
            },
        }
    }
}

/// Whose promise it is.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'c> {
    /// An item's.
    Item(&'c Item),
    /// The house's: ordinary powers are filed upward (备案).
    Filings(&'c Agency, &'c FilingDuty),
    /// A case of a register.
    Case(Case<'c>),
}

impl<'c> Subject<'c> {
    /// The item's id, or `filings`.
    pub fn id(&self) -> &'c str {
        match self {
            Self::Item(item) => &item.id,
            Self::Filings(..) => "filings",
            Self::Case(case) => case.sort.register,
        }
    }

    /// 职权名称, or that of the form.
    pub fn name(&self, lang: Lang) -> &'c str {
        match self {
            Self::Item(item) => &item.name,
            Self::Filings(..) => lang.pick("非重要行政权力动态运行情况备案表", "Filing of ordinary powers"),
            Self::Case(case) => lang.pick(case.sort.name.0, case.sort.name.1),
        }
    }

    /// 承办科室 or 责任科室, as written; filings are made by the disclosure office.
    pub fn office(&self) -> &'c crate::read::FieldText {
        match self {
            Self::Item(item) => &item.office,
            Self::Case(case) => case.office,
            Self::Filings(agency, _) => agency.disclosure_office.as_ref().map_or(&agency.name, |office| &office.name),
        }
    }
}

impl Owed<'_> {
    /// What has to be done by its deadline.
    pub fn deed(&self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Period(_) | Self::Event(..) | Self::Start(_) => ("公开", "Disclosed"),
            Self::Confirm(..) => ("确认", "Confirmed"),
            Self::Report(..) | Self::File(..) => ("报送", "Reported"),
            Self::Case(case) => case.sort.deed,
        };
        lang.pick(zh, en)
    }

    /// The word for how it stands; what is answered or reported late was not published late.
    pub fn standing(&self, state: State, lang: Lang) -> Label {
        let own = match (self, state) {
            (Self::Case(case), State::Late) => Some(case.sort.late),
            (Self::Report(..) | Self::File(..), State::Late) => Some(("迟报送", "Reported late")),
            _ => None,
        };
        let label = state.label(lang);
        own.map_or(label, |(zh, en)| Label { text: lang.pick(zh, en), ..label })
    }

    /// What it is called among the promises of its item; it never changes.
    pub fn key(&self) -> String {
        match self {
            Self::Period(period) => period.to_string().to_lowercase(),
            Self::Event(_, record) => format!("event.{}", record.id),
            Self::Start(_) => "start".to_owned(),
            Self::Confirm(since, record) => format!("confirm.{}.{since}", record.id),
            Self::Report(_, exercise, stage) => format!("report.{}.{}", exercise.id, stage.token()),
            Self::File(period, _) => format!("file.{}", period.to_string().to_lowercase()),
            Self::Case(case) => case.key(),
        }
    }

    /// The period, where it is one.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Period(period) | Self::File(period, _) => Some(*period),
            _ => None,
        }
    }

    /// The file that a waiver of it names.
    pub fn address<'a>(&'a self, subject: &Subject<'a>) -> Address<'a> {
        match self {
            Self::Event(_, record) | Self::Confirm(_, record) => Address::record(&record.item, &record.id),
            Self::Period(_) | Self::Start(_) => Address::of(Kind::Item, subject.id()),
            Self::Report(_, exercise, _) => Address::of(Kind::Exercise, &exercise.id),
            Self::File(_, Some(filing)) => Address::of(Kind::Filing, &filing.id),
            Self::File(_, None) => Address::fixed(Kind::Site),
            Self::Case(case) => case.address,
        }
    }

    /// The first day on which it can be told of.
    pub fn begins(&self) -> NaiveDate {
        match self {
            Self::Period(period) | Self::File(period, _) => period.first_day(),
            Self::Event(on, _) | Self::Start(on) | Self::Confirm(on, _) | Self::Report(on, ..) => *on,
            Self::Case(case) => case.on,
        }
    }

    /// The day of the event, where it is one.
    pub fn event(&self) -> Option<NaiveDate> {
        match self {
            Self::Period(_) | Self::File(..) => None,
            _ => Some(self.begins()),
        }
    }

    /// What it is about, in words.
    pub fn shown(&self) -> Text {
        match self {
            Self::Period(period) | Self::File(period, _) => {
                Text { zh: period.shown(Lang::Zh), en: period.shown(Lang::En) }
            }
            Self::Report(on, exercise, stage) => {
                let (subject, kind) = (&exercise.subject.value, stage.kind.as_ref().map(|kind| kind.value));
                Text {
                    zh: format!("{on} {subject}（{}环节）的登记表", kind.map_or("", Word::zh)),
                    en: format!("{on} {subject}, stage “{}”, its form", kind.map_or("", Word::en)),
                }
            }
            Self::Case(Case { on, what, .. }) => text!("{on} {}", "{on} {}", what.value),
            Self::Event(on, record) => match (record.withdrawn(), &record.index_no) {
                (None, _) => text!("{on} {}", "{on} {}", record.title.value),
                // Its title and its day are public no more.
                (Some(_), Some(number)) => text!("索引号 {}", "index number {}", number.value),
                (Some(_), None) => text!("一项应公开的事", "something to be disclosed"),
            },
            Self::Start(on) => text!("{on} 开展", "start on {on}"),
            Self::Confirm(since, record) => {
                let title = &record.title.value;
                text!("《{title}》自 {since} 起的再次确认", "“{title}”, confirmed last on {since}")
            }
        }
    }
}
