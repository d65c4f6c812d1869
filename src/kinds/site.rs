//! `site.toml`: the site itself.

use super::{Annex, Internal, Schedule, Weights};
use crate::{
    read::{Date, Fields, Text, WRONG_TYPE},
    text,
    text::Lang,
    words::{SiteLanguage, Timing, Unit, Within},
};

/// 站点: names, identifiers and settings of both sites.
#[derive(Clone, Debug)]
pub struct Site {
    /// 网站名称
    pub name: Text,
    /// One sentence under the name.
    pub description: Text,
    /// The language of the site's own words.
    pub language: Lang,
    /// Folder below `themes/` whose files override the embedded theme.
    pub theme: Option<Text>,
    /// Absolute address of the public site, with a final slash: for the feed and the site map.
    pub base_url: Option<Text>,
    /// 网站域名 (`SiteDomain`)
    pub domain: Option<Text>,
    /// 网站标识码
    pub site_code: Option<Text>,
    /// ICP备案编号
    pub icp: Option<Text>,
    /// 公安机关备案号
    pub police_record: Option<Text>,
    /// Pattern that item codes must match.
    pub code_pattern: Option<Text>,
    /// 时限 and switches that items leave to the site.
    pub policy: Policy,
    /// How often ordinary powers are filed upward.
    pub filing: Option<FilingDuty>,
    /// 考核评价的分值
    pub weights: Option<Weights>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 非重要行政权力定期备案: how often, by when, and since when (实施方案第五部分第（二）项).
#[derive(Clone, Debug)]
pub struct FilingDuty {
    /// 备案时间, always periodic.
    pub schedule: Schedule,
    /// The first day of which filings are owed.
    pub since: Option<Date>,
}

impl FilingDuty {
    fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let schedule = Schedule::read(fields);
        let since = fields.date("since");
        let since = fields.require("since", since);
        let schedule = fields.require("schedule", schedule)?;
        if matches!(schedule.timing, Timing::On(_)) {
            let message = text!("备案要定期，不能是「{}」", "filings are periodic: not “{}”", schedule.timing.zh());
            let help = text!("如 schedule = \"每季度首月15日前\"", "such as schedule = \"每季度首月15日前\"");
            fields.report(&WRONG_TYPE, schedule.place, message).help(help);
            return None;
        }
        Some(Self { schedule, since })
    }
}

/// The `[policy]` table: numbers that hold where an item does not set its own.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// 时限 after the end of a period. 20 working days: 政府信息公开条例 (国务院令第711号), art. 26.
    pub periodic_within: Within,
    /// 时限 after an event. 20 working days, from the same article.
    pub event_within: Within,
    /// How soon after a stage of an exercise it is reported: one week (实施方案第五部分第（一）项: 一周内).
    pub exercise_within: Within,
    /// How soon after it happened a stage is filled in (随行使随填表). One working day is this project's reading.
    pub stage_within: Within,
    /// How soon a complaint or a report is answered. 15 working days is this project's default; 信访 and 12345 have their own.
    pub complaint_within: Within,
    /// How soon an opinion is answered.
    pub opinion_within: Within,
    /// How many days a notice stays on the board. Seven is this project's default.
    pub board_days: u32,
    /// How many days before its deadline something is due soon.
    pub due_soon_days: u32,
    /// After how many days standing information has to be confirmed again.
    pub confirm_days: u32,
    /// Whether the public site shows what was promised against what came.
    pub public_timeliness: bool,
}

impl Default for Policy {
    fn default() -> Self {
        let within = Within { count: 20, unit: Unit::Workdays };
        Self {
            periodic_within: within,
            event_within: within,
            exercise_within: Within { count: 7, unit: Unit::Days },
            stage_within: Within { count: 1, unit: Unit::Workdays },
            complaint_within: Within { count: 15, unit: Unit::Workdays },
            opinion_within: Within { count: 15, unit: Unit::Workdays },
            board_days: 7,
            due_soon_days: 15,
            confirm_days: 365,
            public_timeliness: true,
        }
    }
}

impl Policy {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let default = Self::default();
        Self {
            periodic_within: Within::read(fields, "periodic_within").unwrap_or(default.periodic_within),
            event_within: Within::read(fields, "event_within").unwrap_or(default.event_within),
            exercise_within: Within::read(fields, "exercise_within").unwrap_or(default.exercise_within),
            stage_within: Within::read(fields, "stage_within").unwrap_or(default.stage_within),
            complaint_within: Within::read(fields, "complaint_within").unwrap_or(default.complaint_within),
            opinion_within: Within::read(fields, "opinion_within").unwrap_or(default.opinion_within),
            board_days: days(fields, "board_days").unwrap_or(default.board_days),
            due_soon_days: days(fields, "due_soon_days").unwrap_or(default.due_soon_days),
            confirm_days: days(fields, "confirm_days").unwrap_or(default.confirm_days),
            public_timeliness: fields.switch("public_timeliness", default.public_timeliness),
        }
    }
}

/// A number of days, from 1 to ten years.
fn days(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<u32> {
    let days = fields.integer(key)?;
    let sound = u32::try_from(days.value).ok().filter(|days| (1..=3660).contains(days));
    if sound.is_none() {
        let message = text!("{key} 应是 1 到 3660 的天数", "{key} should be a number of days from 1 to 3660");
        fields.report(&WRONG_TYPE, days.span, message);
    }
    sound
}

impl Site {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let language = fields.word::<SiteLanguage>("language");
        let language = fields.require("language", language);
        Self {
            name: fields.required_text("name"),
            description: fields.required_text("description"),
            language: if language.is_some_and(|l| l.value == SiteLanguage::En) { Lang::En } else { Lang::Zh },
            theme: fields.text("theme"),
            base_url: fields.text("base_url"),
            domain: fields.text("domain"),
            site_code: fields.text("site_code"),
            icp: fields.text("icp"),
            police_record: fields.text("police_record"),
            code_pattern: fields.text("code_pattern"),
            policy: fields.table("policy", Policy::read).unwrap_or_default(),
            weights: fields.table("assessment", Weights::read),
            filing: fields.table("filing", FilingDuty::read).flatten(),
            annex: Annex::read(fields, None),
        }
    }
}
