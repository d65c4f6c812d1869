//! The points of an assessment, reckoned so that each can be followed: what was asked, what was there, what was missing.

use crate::{
    calendar::AsOf,
    kinds::{Agency, Assessment, Clearance, Item, Office, Record, Share, Weights},
    load::Catalog,
    schedule::{Account, Derived, InUse, Ledger, Obligation, Subject},
    text,
    text::{Lang, Text, Word},
    words::{Audience, Channel, Period},
};

/// Points in tenths: 185 is 18.5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub u32);

/// An assessment with its points.
#[derive(Debug)]
pub struct Reckoning<'c> {
    /// What was authored.
    pub assessment: &'c Assessment,
    /// 考核期间
    pub period: Period,
    /// The weights that hold.
    pub weights: &'c Weights,
    /// The whole house.
    pub house: [Aspect; 4],
    /// Each office that has items or a quiz.
    pub offices: Vec<OfficeScore<'c>>,
}

/// The points of an office.
#[derive(Debug)]
pub struct OfficeScore<'c> {
    /// 科室
    pub office: &'c Office,
    /// The four aspects, in the order of the plan.
    pub aspects: [Aspect; 4],
    /// Aspects two and three by item.
    pub items: Vec<ItemScore<'c>>,
}

/// What an item contributes.
#[derive(Debug)]
pub struct ItemScore<'c> {
    /// 职权事项
    pub item: &'c Item,
    /// 内容、范围、形式: how many of the requirements were in place.
    pub scope: Share,
    /// 时限: how many of the promises were kept.
    pub timeliness: Share,
    /// What lowered either.
    pub lowered: Vec<Lowered>,
}

/// Something that was not in place, or came late.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// In words.
    pub what: Text,
}

/// One of the four aspects.
#[derive(Clone, Debug, Default)]
pub struct Aspect {
    /// The most that can be had.
    pub weight: u32,
    /// So many of so many.
    pub share: Share,
    /// 得分
    pub points: Points,
}

impl Aspect {
    /// Points are the weight's share, rounded to a tenth. Where nothing was asked, `otherwise` says whether all or none.
    fn of(weight: u32, share: Share, otherwise: Otherwise) -> Self {
        let tenths = match (share.whole, otherwise) {
            (0, Otherwise::All) => weight * 10,
            (0, Otherwise::None) => 0,
            (whole, _) => rounded(u64::from(weight) * 10 * u64::from(share.part), u64::from(whole)),
        };
        Self { weight, share, points: Points(tenths) }
    }
}

/// Half a tenth is rounded up.
fn rounded(part: u64, whole: u64) -> u32 {
    u32::try_from((part * 2 + whole) / (whole * 2)).unwrap_or(u32::MAX)
}

#[derive(Clone, Copy)]
enum Otherwise {
    /// Nothing was owed, so nothing is missing.
    All,
    /// Nobody was asked, so nothing is known.
    None,
}

/// The sum of four aspects.
pub fn total(aspects: &[Aspect; 4]) -> Points {
    Points(aspects.iter().map(|aspect| aspect.points.0).sum())
}

/// Every assessment of which the period and the site's weights can be read, by id.
pub fn reckon<'c>(
    catalog: &'c Catalog,
    ledger: &Ledger<'c>,
    derived: &Derived<'c>,
    as_of: AsOf,
    clearance: &Clearance,
) -> Vec<Reckoning<'c>> {
    let Some(weights) = &catalog.site.weights else { return Vec::new() };
    let promises: Vec<&Obligation<'_>> = derived.begun(as_of.0).collect();
    let assessments = catalog.registers.reveal(clearance).assessments.iter();
    let of = |assessment: &'c Assessment| {
        let period = assessment.period.as_ref()?.value;
        let desk = Desk { agency: &catalog.agency, ledger, promises: &promises, as_of, period, weights };
        Some(desk.reckon(assessment))
    };
    assessments.filter_map(of).collect()
}

/// Everything that a reckoning looks at.
struct Desk<'l, 'c> {
    agency: &'c Agency,
    ledger: &'l Ledger<'c>,
    promises: &'l [&'l Obligation<'c>],
    as_of: AsOf,
    period: Period,
    weights: &'c Weights,
}

impl<'c> Desk<'_, 'c> {
    fn reckon(&self, assessment: &'c Assessment) -> Reckoning<'c> {
        let offices: Vec<OfficeScore<'c>> =
            self.agency.offices.iter().filter_map(|office| self.office(office, assessment)).collect();
        let sum = |at: usize| {
            let shares = offices.iter().map(|office| office.aspects[at].share);
            shares.fold(Share::default(), add)
        };
        let house = self.aspects(sum(0), sum(1), sum(2), surveyed(assessment));
        Reckoning { assessment, period: self.period, weights: self.weights, house, offices }
    }

    fn aspects(&self, knowledge: Share, scope: Share, timeliness: Share, opinion: Share) -> [Aspect; 4] {
        let Weights { knowledge: first, scope: second, timeliness: third, opinion: fourth, .. } = *self.weights;
        [
            Aspect::of(first, knowledge, Otherwise::None),
            Aspect::of(second, scope, Otherwise::All),
            Aspect::of(third, timeliness, Otherwise::All),
            Aspect::of(fourth, opinion, Otherwise::None),
        ]
    }

    /// `None` where the office has neither an item in use nor a quiz.
    fn office(&self, office: &'c Office, assessment: &'c Assessment) -> Option<OfficeScore<'c>> {
        let is_its =
            |word: &crate::read::FieldText| self.agency.office(word).is_some_and(|o| o.id.value == office.id.value);
        let quizzes = assessment.quizzes.iter().filter(|quiz| is_its(&quiz.office)).map(|quiz| quiz.share);
        let knowledge = quizzes.fold(Share::default(), add);
        let accounts = self.ledger.accounts.iter().filter(|account| is_its(&account.item.office));
        let items: Vec<ItemScore<'c>> = accounts.filter_map(|account| self.item(account)).collect();
        if items.is_empty() && knowledge.whole == 0 {
            return None;
        }
        let scope = items.iter().map(|item| item.scope).fold(Share::default(), add);
        let timeliness = items.iter().map(|item| item.timeliness).fold(Share::default(), add);
        Some(OfficeScore { office, aspects: self.aspects(knowledge, scope, timeliness, surveyed(assessment)), items })
    }

    /// `None` where the item was not in use in the period.
    fn item(&self, account: &Account<'c>) -> Option<ItemScore<'c>> {
        let in_use = InUse::of(account, self.as_of.0)?;
        let (first, last) = (self.period.first_day(), self.period.last_day());
        if !in_use.touches(first, last) {
            return None;
        }
        let mut score = ItemScore {
            item: account.item,
            scope: Share::default(),
            timeliness: Share::default(),
            lowered: Vec::new(),
        };
        for (what, there) in fields(account.item).into_iter().chain(self.channels(account)) {
            mark(&mut score.scope, there, what, &mut score.lowered);
        }
        for promise in self.promises.iter().filter(|promise| is_of(promise, account.item)) {
            if first <= promise.due.on && promise.due.on <= last && counts(promise) {
                mark(&mut score.timeliness, promise.state.is_kept(), late(promise), &mut score.lowered);
            }
        }
        Some(score)
    }

    /// Whether each promised channel was served by each record published in the period and not withdrawn.
    fn channels(&self, account: &Account<'c>) -> Vec<(Text, bool)> {
        let (first, last) = (self.period.first_day(), self.period.last_day());
        let in_period = |record: &&Record| {
            record
                .published_on
                .as_ref()
                .is_some_and(|on| first <= on.value && on.value <= last && on.value <= self.as_of.0)
        };
        let records = account.entries.iter().filter(|e| e.withheld.is_none()).map(|e| e.record);
        let records = records.filter(|record| record.withdrawn().is_none()).filter(in_period);
        let each = |record: &'c Record| {
            account.item.channels.iter().map(move |channel| {
                let (zh, en) = (channel.value.zh(), channel.value.en());
                let title = &record.title.value;
                (text!("「{title}」没有{zh}", "“{title}”: not by {en}"), is_served(record, channel.value, account.item))
            })
        };
        records.flat_map(each).collect()
    }
}

/// The website is served by publication itself.
fn is_served(record: &Record, channel: Channel, item: &Item) -> bool {
    let delivered = record.deliveries.iter().any(|d| d.channel.as_ref().is_some_and(|c| c.value == channel));
    delivered || (channel == Channel::Website && item.audience.value == Audience::Public)
}

/// What an item has to say.
fn fields(item: &Item) -> Vec<(Text, bool)> {
    let needed = [
        ("basis", "实施依据", "its basis"),
        ("category", "职权类别", "its category"),
        ("fee", "收费标准", "its fee"),
        ("content", "公开内容", "its content"),
    ];
    let outward = needed.into_iter().filter(|_| item.audience.value == Audience::Public);
    let mut all: Vec<_> =
        outward.map(|(key, zh, en)| (text!("没有写明{zh}", "{en} is not said"), !item.lacks(key))).collect();
    let decided = item.importance.as_ref().is_some_and(|importance| importance.level.is_some());
    all.push((text!("没有认定重要或者非重要", "nobody decided whether it is important"), decided));
    all
}

fn is_of(promise: &Obligation<'_>, item: &Item) -> bool {
    matches!(promise.subject, Subject::Item(of) if of.id == item.id)
}

/// Whether it had to be met by now, or was.
fn counts(promise: &Obligation<'_>) -> bool {
    use crate::words::State;
    !matches!(promise.state, State::Upcoming | State::DueSoon | State::Waived)
}

fn late(promise: &Obligation<'_>) -> Text {
    let (about, due, days) = (promise.shown(), promise.due.on, promise.days_late);
    Text {
        zh: format!("{}：期限 {due}，{} {days} 天", about.zh, promise.state.zh()),
        en: format!("{}: due {due}, {} by {days} days", about.en, promise.state.en().to_lowercase()),
    }
}

fn mark(share: &mut Share, there: bool, what: Text, lowered: &mut Vec<Lowered>) {
    share.whole += 1;
    if there {
        share.part += 1;
    } else {
        lowered.push(Lowered { what });
    }
}

/// Everyone who was asked, inside and outside, counts once.
fn surveyed(assessment: &Assessment) -> Share {
    assessment.surveys.iter().map(|survey| survey.share).fold(Share::default(), add)
}

fn add(a: Share, b: Share) -> Share {
    Share { part: a.part + b.part, whole: a.whole + b.whole }
}

impl Points {
    /// Such as `18.5`.
    pub fn shown(self) -> String {
        format!("{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// The name of an aspect, as the plan has it.
pub fn name(at: usize, lang: Lang) -> &'static str {
    let names = [
        ("岗位职工对所公开事项是否清楚", "Whether staff know what is disclosed"),
        ("公开的内容、范围、形式是否落实", "Whether content, scope and form are in place"),
        ("办结时限、质量是否达到要求", "Whether time limits and quality are kept"),
        ("全局内部和社会的评价", "What the house and society think"),
    ];
    let (zh, en) = names[at];
    lang.pick(zh, en)
}
