//! 公开时间 as officials write it: every wording, through the public door.

use crate::support::{World, search};
use mingjing::{
    build::Sides,
    diag::{Finding, Note},
    kinds::Schedule,
    load::load,
    words::{Every, Limit, MonthDay, On, Timing, Unit, Within, Wording},
};
use proptest::prelude::*;

const EVENT: Timing = Timing::On(On::Event);
const STANDING: Timing = Timing::On(On::Standing);
const MONTH: Timing = Timing::Every(Every::Month);
const QUARTER: Timing = Timing::Every(Every::Quarter);
const HALF_YEAR: Timing = Timing::Every(Every::HalfYear);
const YEAR: Timing = Timing::Every(Every::Year);

type Meaning = (Timing, Option<Limit>);

fn days(days: u32) -> Limit {
    Limit::Within(Within { count: days, unit: Unit::Days })
}

fn workdays(days: u32) -> Limit {
    Limit::Within(Within { count: days, unit: Unit::Workdays })
}

fn months(months: u32) -> Limit {
    Limit::Within(Within { count: months, unit: Unit::Months })
}

fn by(months: u32, day: u32) -> Limit {
    Limit::By(MonthDay { months, day })
}

/// The schedule of an item with these lines, and what was found in the item.
fn read(lines: &str) -> (Option<Schedule>, Vec<Finding>) {
    let world = World::new();
    let item = world.read("content/items/alpha.toml");
    let item = item.replace("[schedule]\nevery = \"半年\"\nwithin = \"20个工作日\"\n", "");
    let item = match lines.strip_prefix("schedule") {
        Some(_) => format!("{lines}\n{item}"),
        None => format!("{item}\n[schedule]\n{lines}\n"),
    };
    world.write("content/items/alpha.toml", item);
    let (catalog, found) = load(world.source());
    let alpha = catalog.open.items.iter().find(|item| item.id == "alpha").expect("the world has it");
    (alpha.schedule.clone(), found)
}

#[track_caller]
fn means(lines: &str, meaning: Meaning) -> Schedule {
    let (schedule, found) = read(lines);
    assert!(found.is_empty(), "{lines}: {found:#?}");
    let schedule = schedule.expect("nothing was found");
    assert_eq!((schedule.timing, schedule.limit.as_ref().map(|limit| limit.value)), meaning, "{lines}");
    schedule
}

#[track_caller]
fn worded(wordings: &[&str], meaning: Meaning) {
    for wording in wordings {
        let schedule = means(&format!("schedule = '{wording}'"), meaning);
        assert_eq!(schedule.wording.expect("it was copied").value, wording.trim());
    }
}

/// The notes of the one finding.
#[track_caller]
fn refused(lines: &str, rule: &str) -> String {
    let (_, found) = read(lines);
    let [finding] = &found[..] else { panic!("{lines}: {found:#?}") };
    assert_eq!(finding.rule.code, rule, "{lines}");
    let helps = finding.notes.iter().filter_map(|note| match note {
        Note::Help(text) => Some(format!("{} {}\n", text.zh, text.en)),
        Note::At(..) => None,
    });
    helps.collect()
}

#[test]
fn periods() {
    worded(
        &["半年", "半年一公开", "每半年", "按半年", "半年公开一次", "每半年公开一次", "每半年公开", "半年公布一次。"],
        (HALF_YEAR, None),
    );
    worded(&["季度", "每季度", "按季度", "季度公开", "一季度一公开", "每季度一次", "每 季 度"], (QUARTER, None));
    worded(&["月", "每月", "按月", "月度", "一月一公开", "按月公开", "每月一次公开"], (MONTH, None));
    worded(&["年", "每年", "按年度", "年度", "一年一公开", "按年公开", "每年度公开一次"], (YEAR, None));
}

#[test]
fn periods_with_a_length_of_time() {
    worded(
        &[
            "半年一公开（20个工作日内）",
            "半年一公开(20个工作日内)",
            "半年一公开（２０个工作日内）",
            "半年一公开，20个工作日内",
            "每半年后20个工作日内",
            "每半年结束后20个工作日内公开",
            "半年公开一次（期满后二十个工作日内）",
            "半年一公开（半年结束后20个工作日内）",
        ],
        (HALF_YEAR, Some(workdays(20))),
    );
    worded(
        &["每季度结束后15日内", "季度结束后十五日内", "按季度（15天内）", "每季度终了后15日之内"],
        (QUARTER, Some(days(15))),
    );
    worded(&["每月后3日内", "按月公开（三日内）", "每月结束后3天以内"], (MONTH, Some(days(3))));
    worded(&["年度终了后30日内", "年度（30日内）"], (YEAR, Some(days(30))));
    worded(&["每年1次", "每年公开1次"], (YEAR, None));
    worded(&["每半年公布1次", "半年1次"], (HALF_YEAR, None));
    worded(&["每年结束后一个月内", "年度终了后1个月内"], (YEAR, Some(months(1))));
}

#[test]
fn periods_with_a_day_of_the_calendar() {
    worded(
        &[
            "每年1月31日前",
            "每年１月３１日前",
            "每年一月三十一日之前",
            "每年1月31日前公开",
            "次年1月31日前",
            "1月31日前",
            "每年公开（1月31日前）",
            "每年1月底前",
        ],
        (YEAR, Some(by(1, 31))),
    );
    worded(&["每年3月31日前", "每年度公开一次，次年3月31日以前"], (YEAR, Some(by(3, 31))));
    worded(
        &["每月10日前", "次月10日前", "每月10号前", "每月公开（次月10日前）", "按月公开，次月十日前"],
        (MONTH, Some(by(1, 10))),
    );
    worded(&["每季度首月15日前", "每季度结束后次月15日前", "每季度公开（首月15日前）"], (QUARTER, Some(by(1, 15))));
    worded(&["半年一公开（首月15日前）"], (HALF_YEAR, Some(by(1, 15))));
}

#[test]
fn events() {
    worded(&["随时", "随时公开", "实时", "实时公开", "即时", "及时", "及时公开"], (EVENT, None));
    worded(&["按日", "每日", "每日公开", "1日内", "一天内"], (EVENT, Some(days(1))));
    worded(
        &[
            "20个工作日内",
            "20工作日",
            "２０个工作日内",
            "二十个工作日内",
            "20个工作日内公开",
            "随时公开（20个工作日内）",
            "随时，20个工作日内",
            "信息形成或变更之日起20个工作日内",
            "自信息形成或者变更之日起20个工作日内予以公开",
            "及时公开，信息形成后20个工作日内",
        ],
        (EVENT, Some(workdays(20))),
    );
    worded(
        &[
            "20日内",
            "20天内",
            "批准后20日内",
            "批复后20日内",
            "批准后的二十日以内",
            "经批准之日起20日内",
            "年度预算批准后20日内",
            "本级人民代表大会或其常务委员会批准后20日内",
        ],
        (EVENT, Some(days(20))),
    );
    worded(&["7日内", "七日之内", "一周内", "1周内", "一个星期内"], (EVENT, Some(days(7))));
    worded(&["三十日内"], (EVENT, Some(days(30))));
    worded(&["一个月内", "1个月内"], (EVENT, Some(months(1))));
    worded(&["批准之日起三个月内", "批准后3个月内"], (EVENT, Some(months(3))));
}

#[test]
fn standing() {
    worded(&["长期", "长期公开"], (STANDING, None));
    worded(&["长期公开（20个工作日内）"], (STANDING, Some(workdays(20))));
}

#[test]
fn fields_and_wordings_mean_the_same() {
    let forms: [(Meaning, &[&str]); 7] = [
        (
            (HALF_YEAR, Some(workdays(20))),
            &[
                "every = \"half-year\"\nwithin = \"20 workdays\"",
                "every = \"半年\"\nwithin = \"20个工作日\"",
                "every = \"每半年\"\nwithin = \"半年结束后20个工作日内\"",
                "every = \"半年一公开（20个工作日内）\"",
                "every = \"半年一公开（20个工作日内）\"\nwithin = \"二十个工作日\"",
                "schedule = \"半年一公开（20个工作日内）\"",
            ],
        ),
        (
            (YEAR, Some(by(1, 31))),
            &[
                "every = \"year\"\nby = \"01-31\"",
                "every = \"年\"\nby = \"1月31日\"",
                "every = \"年\"\nby = \"1月31日前\"",
                "every = \"年\"\nwithin = \"1月31日前\"",
                "every = \"每年1月31日前\"",
                "schedule = \"每年1月31日前\"",
            ],
        ),
        (
            (MONTH, Some(by(1, 10))),
            &[
                "every = \"month\"\nby = \"10\"",
                "every = \"月\"\nby = \"10日\"",
                "within = \"每月10日前\"",
                "schedule = \"次月10日前\"",
            ],
        ),
        (
            (QUARTER, Some(by(1, 15))),
            &[
                "every = \"quarter\"\nby = \"15日\"",
                "every = \"季度\"\nby = \"首月15日\"",
                "schedule = \"每季度首月15日前\"",
            ],
        ),
        (
            (QUARTER, None),
            &["every = \"quarter\"", "every = \"按季度\"", "every = \"一季度一公开\"", "schedule = \"按季度\""],
        ),
        (
            (EVENT, Some(days(20))),
            &[
                "on = \"event\"\nwithin = \"20 days\"",
                "on = \"随时\"\nwithin = \"20日\"",
                "on = \"随时\"\nwithin = \"批准后20日内\"",
                "on = \"批准后20日内\"",
                "on = \"20日内\"",
                "within = \"批准后20日内\"",
                "schedule = \"批准后20日内\"",
            ],
        ),
        (
            (STANDING, Some(workdays(20))),
            &[
                "on = \"standing\"\nwithin = \"20 workdays\"",
                "on = \"长期\"\nwithin = \"信息形成后20个工作日内\"",
                "schedule = \"长期公开，20个工作日内\"",
            ],
        ),
    ];
    for (meaning, forms) in forms {
        for form in forms {
            assert_eq!(means(form, meaning).wording.is_some(), form.starts_with("schedule"), "{form}");
        }
    }
}

#[test]
fn what_says_no_time_is_refused_with_a_help() {
    for (help, wordings) in [
        ("each item stands alone", &["同上", "同前", "〃", "\"", "″"][..]),
        ("写月、季度、半年或者年", &["定期", "定期公开"]),
        ("no time limit can be derived", &["适时", "适时公开", "不定期"]),
        ("没有这一天", &["每年2月30日前", "每年13月1日前", "每月32日前", "次月0日前"]),
        ("at least one day", &["0日内", "批准后0个工作日内", "半年一公开（零日内）"]),
        (
            "可以写：半年一公开",
            &[
                "半年度",
                "月底",
                "10日前",
                "一季度",
                "2026年1月31日前",
                "每月20日内",
                "每季度15日前",
                "每年底前",
                "4000日内",
                "每年预算批准后20日内",
                "后天",
                "批准20日内",
                "99999999999日内",
                "九九九九九九九九九九十日内",
                "批准后20日内公开；变更后5日内",
            ],
        ),
    ] {
        for wording in wordings {
            let said = refused(&format!("schedule = '{wording}'"), "I006");
            assert!(said.contains(help), "{wording}: {said}");
        }
    }
    assert!(!refused("schedule = ''", "I007").is_empty());
}

#[test]
fn fields_are_refused_with_a_help() {
    for (lines, rule, help) in [
        ("every = '半年度'", "I006", "是不是「半年」？"),
        ("every = '半年度'", "I006", "可以写：每季度"),
        ("every = '定期'", "I006", "写月、季度、半年或者年"),
        ("every = '20个工作日内'", "I006", "写作 on = \"20个工作日内\""),
        ("on = '每半年'", "I006", "写作 every = \"每半年\""),
        ("on = 'evnt'", "I006", "did you mean “event”?"),
        ("on = '适时'", "I006", "no time limit"),
        ("every = '年'\nwithin = '0 days'", "I006", "at least one day"),
        ("every = '年'\nwithin = '很快'", "I006", "可以写：20个工作日"),
        ("every = '年'\nwithin = '每年'", "I006", "可以写：20个工作日"),
        ("every = '年'\nby = '02-30'", "I006", "没有这一天"),
        ("every = '年'\nby = '10日'", "I006", "可以写：1月31日"),
        ("every = '月'\nby = '1月10日'", "I006", "10日（其他）"),
        ("on = '随时'\nby = '10日'", "I005", "within"),
        ("every = '年'\nwithin = '批准后20日内'", "I005", "period’s end"),
        ("every = '年'\nwithin = '每月10日前'", "I005", "period’s end"),
        ("every = '年'\non = '随时'", "I005", ""),
        ("every = '每年1月31日前'\nwithin = '20日'", "I005", ""),
        ("every = '年'\nwithin = '20日'\nby = '01-31'", "I005", ""),
        ("on = '20个工作日内'\nwithin = '20日'", "I005", ""),
        ("within = '20日'", "I004", ""),
    ] {
        let said = refused(lines, rule);
        assert!(said.contains(help), "{lines}: {said}");
    }
}

#[test]
fn a_page_shows_the_wording_or_says_it() {
    for (lines, shown) in [
        ("schedule = '每半年公开一次(20个工作日内)'", "每半年公开一次(20个工作日内)"),
        ("[schedule]\nevery = '半年'\nwithin = '20 workdays'", "半年一公开（20个工作日内）"),
        ("[schedule]\nevery = '每半年首月15日前'", "半年一公开（首月15日前）"),
    ] {
        let world = World::new();
        let item = world.read("content/items/alpha.toml");
        let item = item.replace("[schedule]\nevery = \"半年\"\nwithin = \"20个工作日\"\n", "");
        let item = if lines.starts_with('[') { format!("{item}\n{lines}\n") } else { format!("{lines}\n{item}") };
        world.write("content/items/alpha.toml", item);
        let page = world.public(Sides::Both)["items/alpha.html"].clone();
        assert!(String::from_utf8(page).unwrap().contains(shown), "{shown}");
    }
}

#[test]
fn a_page_shows_when_an_item_was_resumed() {
    let world = World::new();
    let dates = "started_on = 2025-07-01\nsuspended_on = 2026-02-01\nresumed_on = 2026-03-05";
    world.edit("content/items/alpha.toml", "started_on = 2025-07-01", dates);
    let page = world.public(Sides::Both)["items/alpha.html"].clone();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("恢复日期") && page.contains("2026-03-05"), "{page}");
}

#[test]
fn a_schedule_inside_does_not_hold_back_the_same_words_outside() {
    let world = World::new();
    let inner = world.read("content/items/inner.toml").replace("[schedule]\non = \"随时\"\nwithin = \"20日\"\n", "");
    world.write("content/items/inner.toml", format!("schedule = \"随时公开（20个工作日内）\"\n{inner}"));
    let page = world.public(Sides::Both)["items/beta.html"].clone();
    assert!(String::from_utf8(page).unwrap().contains("随时公开（20个工作日内）"));
}

proptest! {
    #![proptest_config(search(4096, 1))]

    #[test]
    fn any_wording_is_read_or_refused(text in "[每按一半季度月年日号周个工作公开前后内之起首次底十百零九0-9０-９（）(),，;\\-〃 ]{0,14}") {
        if let Ok(Wording { timing, limit: Some(Limit::By(_)) }) = Wording::parse(&text) {
            prop_assert!(matches!(timing, Some(Timing::Every(_))), "{text}: a day of the calendar belongs to a period");
        }
    }
}
