//! Where a deadline comes from: the item's own promise, or the law behind the site's number.

use super::{Owed, Subject};
use crate::{
    kinds::{Item, Policy},
    text,
    text::{Lang, Text},
};

/// 政府信息公开条例, art. 26: proactive disclosure within 20 working days after the information is formed or changed.
const REGULATION: (&str, &str) = (
    "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十六条",
    "Regulation on Open Government Information (State Council Order No. 711), art. 26",
);

/// The source of the deadline of a promise.
pub(super) fn of(subject: &Subject<'_>, owed: &Owed<'_>, policy: &Policy) -> Text {
    match (owed, subject) {
        (Owed::Confirm(..), _) => {
            let days = policy.confirm_days;
            text!("长期公开的信息每 {days} 日确认一次", "standing information is confirmed every {days} days")
        }
        (Owed::Start(_), _) => {
            let (zh, en) = REGULATION;
            text!(
                "暂未开展的行政职权在开展时及时向社会公开（实施方案第四部分）；{zh}",
                "a power not yet exercised is disclosed when it starts (plan, part 4); {en}"
            )
        }
        (Owed::Period(_) | Owed::Event(..), Subject::Item(item)) => of_schedule(item, owed, policy),
        _ => beside(subject, policy),
    }
}

/// The source of the deadline of what is owed beside disclosure.
fn beside(subject: &Subject<'_>, policy: &Policy) -> Text {
    match subject {
        Subject::Item(_) => {
            let within = policy.exercise_within;
            Text {
                zh: format!("重要行政权力行使后一周内报送（实施方案第五部分第（一）项），{}", within.shown(Lang::Zh)),
                en: format!(
                    "exercises of important powers are reported within a week (plan, part 5 (1)), {}",
                    within.shown(Lang::En)
                ),
            }
        }
        Subject::Case(case) => case.basis(),
        Subject::Filings(_, duty) => Text {
            zh: format!("非重要行政权力定期备案（实施方案第五部分第（二）项）：{}", duty.schedule.shown(Lang::Zh)),
            en: format!(
                "ordinary powers are filed at fixed times (plan, part 5 (2)): {}",
                duty.schedule.shown(Lang::En)
            ),
        },
    }
}

fn of_schedule(item: &Item, owed: &Owed<'_>, policy: &Policy) -> Text {
    let Some(schedule) = &item.schedule else { return text!("", "") };
    let (zh, en) = (schedule.shown(Lang::Zh), schedule.shown(Lang::En));
    if schedule.limit.is_some() {
        return text!("公开时间：{zh}", "schedule: {en}");
    }
    let within = if owed.period().is_some() { policy.periodic_within } else { policy.event_within };
    Text {
        zh: format!("公开时间：{zh}；{}，{}", REGULATION.0, within.shown(Lang::Zh)),
        en: format!("schedule: {en}; {}, {}", REGULATION.1, within.shown(Lang::En)),
    }
}
