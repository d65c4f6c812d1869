//! The public is promised less than the regulation gives: more time.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    kinds::{Agency, Basis, Item, Policy},
    rule, text,
    words::{Audience, Every, Limit, MonthDay, On, Timing, Unit, Within},
};

rule!(RULE = "S108" "longer-than-law" Warning waivable true, "longer_than_law.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(schedule) = item.schedule.as_ref().filter(|_| item.audience.value == Audience::Public) else { return };
    let (limit, span, of_site) = match &schedule.limit {
        Some(limit) => (limit.value, limit.span, false),
        None => (of_site(&facts.site().policy, schedule.timing), schedule.place, true),
    };
    match annual_report(item, facts.agency()).filter(|_| !of_site && schedule.timing == Timing::Every(Every::Year)) {
        Some(whose) if whose.is_longer(limit) => whose.say(span, findings),
        None if is_longer(limit) => report(of_site, span, findings),
        _ => {}
    }
}

/// Whose annual report on disclosure it is (条例第四十九条).
#[derive(Clone, Copy)]
enum Whose {
    /// A department publishes its own by 31 January.
    Department,
    /// The office in charge publishes that of its government by 31 March; also where nobody can tell.
    Government,
}

impl Whose {
    fn is_longer(self, limit: Limit) -> bool {
        let (months, days) = match self {
            Self::Department => (1, 31),
            Self::Government => (3, 90),
        };
        match limit {
            Limit::By(MonthDay { months: month, .. }) => month > months,
            Limit::Within(Within { count, unit: Unit::Months }) => count > months,
            Limit::Within(Within { count, unit: Unit::Days }) => count > days,
            Limit::Within(Within { unit: Unit::Workdays, .. }) => is_longer(limit),
        }
    }

    fn say(self, span: Span, findings: &mut Findings<'_>) {
        let (day, of, day_en, of_en) = match self {
            Self::Department => ("1月31日", "政府部门", "31 January", "department"),
            Self::Government => ("3月31日", "本级政府", "31 March", "government"),
        };
        findings
            .at(
                span,
                text!(
                    "时限长于条例第四十九条规定的{day}",
                    "the limit is later than {day_en}, the day of article 49 of the regulation"
                ),
            )
            .help(text!(
                "{of}的年度报告在每年{day}前公布；改为 {day} 以前",
                "the annual report of a {of_en} is published by {day_en}: make it that day or earlier"
            ));
    }
}

/// Whether an item is the annual report on disclosure, and whose, as far as its words and the agency's name tell.
fn annual_report(item: &Item, agency: &Agency) -> Option<Whose> {
    let own: String = [Some(&item.name), item.content.as_ref(), item.remark.as_ref()]
        .into_iter()
        .flatten()
        .map(|t| t.value.as_str())
        .collect();
    let is_named = own.contains("信息公开") && ["年度报告", "年报"].iter().any(|word| own.contains(word));
    let article = |basis: &&Basis| {
        let article = basis.article.as_ref().map_or("", |article| article.value.as_str());
        basis.title.contains("政府信息公开条例") && ["四十九条", "49条"].iter().any(|no| article.contains(no))
    };
    let quoted =
        item.bases.iter().find(article).map(|basis| basis.text.as_ref().map_or("", |text| text.value.as_str()));
    if !is_named && quoted.is_none() {
        return None;
    }
    let says = |day: &str| quoted.is_some_and(|text| text.contains(day));
    // 政府信息公开 is what every report is called.
    let own = own.replace("政府信息", "");
    let government = agency.name.contains("政府")
        || ["政府", "本级", "全市", "全县", "全区", "全镇", "全乡"].iter().any(|word| own.contains(word))
        || (says("3月31日") && !says("1月31日"));
    let department = ["局", "委", "委员会", "厅", "部", "处", "署", "中心", "队"];
    let is_department = department.iter().any(|word| agency.name.ends_with(word))
        || ["本机关", "本部门", "本单位", "本局"].iter().any(|word| own.contains(word));
    Some(if is_department && !government { Whose::Department } else { Whose::Government })
}

fn of_site(policy: &Policy, timing: Timing) -> Limit {
    Limit::Within(match timing {
        Timing::Every(_) => policy.periodic_within,
        Timing::On(On::Event | On::Standing) => policy.event_within,
    })
}

/// 20 working days (政府信息公开条例, art. 26) take at least 28 calendar days, and with the longest holidays never 40.
fn is_longer(limit: Limit) -> bool {
    match limit {
        Limit::Within(Within { count, unit: Unit::Workdays }) => count > 20,
        Limit::Within(Within { count, unit: Unit::Days }) => count > 28,
        Limit::Within(Within { unit: Unit::Months, .. }) => true,
        Limit::By(MonthDay { months, day }) => months > 2 || (months == 2 && day > 10),
    }
}

fn report(of_site: bool, span: Span, findings: &mut Findings<'_>) {
    let message = if of_site {
        text!(
            "这个事项没有自己的时限，site.toml [policy] 规定的时限长于条例的20个工作日",
            "it has no limit of its own, and that of [policy] in site.toml is longer than the 20 working days of the regulation"
        )
    } else {
        text!("时限长于条例规定的20个工作日", "the limit is longer than the 20 working days of the regulation")
    };
    findings.at(span, message).help(text!(
        "改为20个工作日以内；法律、法规另有规定的，写一条豁免，事由写明是哪一条",
        "make it 20 working days or less; where another law sets it, write a waiver whose reason names the article"
    ));
}
