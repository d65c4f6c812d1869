//! `site.toml`: the site itself.

use super::{Annex, Internal, Schedule, Weights};
use crate::{
    diag::Reach,
    keys,
    read::{Date, FieldText, Fields, Key, WRONG_TYPE},
    text,
    text::Lang,
    words::{SiteLanguage, Timing, Unit, Within},
};

keys! {
    NAME = "name" "网站名称" "name" r#""复兴区机关事务管理局权力公开""#
        "网站的名称" "the site’s name";
    DESCRIPTION = "description" "一句话说明" "description" r#""行政权力公开透明运行""#
        "写在名称下面的一句话" "one sentence under the name";
    LANGUAGE = "language" "界面语言" "language" r#""zh-CN""#
        "网站界面的语言" "the language of the site’s own words";
    THEME = "theme" "主题" "theme" r#""bureau""#
        "themes/ 下的文件夹名" "a folder below themes/";
    BASE_URL = "base_url" "网址" "address" r#""https://www.example.gov.cn/""#
        "公开网站的网址，以斜线结尾；写了才有订阅和站点地图" "of the public site, with a final slash: for feed and site map";
    DOMAIN = "domain" "网站域名" "domain" r#""www.example.gov.cn""#
        "网站的域名" "the site’s domain";
    SITE_CODE = "site_code" "网站标识码" "site code" r#""1304040001""#
        "政府网站标识码" "the code of a government site";
    ICP = "icp" "ICP备案号" "ICP number" r#""冀ICP备00000000号""#
        "ICP 备案编号" "the number of the ICP filing";
    POLICE_RECORD = "police_record" "公安备案号" "police record" r#""冀公网安备00000000000000号""#
        "公安机关备案号" "the number of the police record";
    CODE_PATTERN = "code_pattern" "编码格式" "pattern of codes" r#""^[0-9A-Z-]+$""#
        "职权编码应符合的正则表达式" "a regular expression that item codes match";
    POLICY = "policy" "全站规定" "policy" ""
        "事项没有自己规定时用的数" "what holds where an item does not set its own";
    PERIODIC_WITHIN = "periodic_within" "定期公开时限" "limit of what is periodic" r#""20个工作日""#
        "从期末的次日起算，默认 20 个工作日" "counted from the period’s end; 20 working days without it";
    EVENT_WITHIN = "event_within" "随时公开时限" "limit after an event" r#""20个工作日""#
        "从发生的次日起算，默认 20 个工作日" "counted from the event; 20 working days without it";
    EXERCISE_WITHIN = "exercise_within" "报送时限" "limit of reporting a stage" r#""7日""#
        "登记表的环节多久报送上级，默认 7 日" "how soon a stage is reported upward; 7 days without it";
    STAGE_WITHIN = "stage_within" "填表时限" "limit of filling in a stage" r#""1个工作日""#
        "登记表的环节多久填表，默认 1 个工作日" "how soon a stage is filled in; 1 working day without it";
    COMPLAINT_WITHIN = "complaint_within" "投诉答复时限" "limit of answering a complaint" r#""15个工作日""#
        "从收到的次日起算，默认 15 个工作日" "counted from receipt; 15 working days without it";
    OPINION_WITHIN = "opinion_within" "意见答复时限" "limit of answering an opinion" r#""15个工作日""#
        "从收到的次日起算，默认 15 个工作日" "counted from receipt; 15 working days without it";
    INFORM_WITHIN = "inform_within" "问题上报时限" "limit of reporting a problem" r#""5个工作日""#
        "检查发现的问题多久上报，默认 5 个工作日" "how soon what an inspection found is reported; 5 working days without it";
    BOARD_DAYS = "board_days" "张贴天数" "days on the board" "7"
        "公开栏至少张贴几天，默认 7" "how long a notice stays up at least; 7 without it";
    DUE_SOON_DAYS = "due_soon_days" "临期天数" "days of due soon" "15"
        "期限之前几天起算临期，默认 15" "how many days before its deadline something is due soon; 15 without it";
    CONFIRM_DAYS = "confirm_days" "确认间隔" "days of confirmation" "365"
        "长期公开的每隔几天再确认一次，默认 365" "after how many days standing information is confirmed again; 365 without it";
    PUBLIC_TIMELINESS = "public_timeliness" "公开时效" "timeliness in public" "false"
        "公开网站是否显示承诺和落实，默认 true" "whether the public site shows what was promised; true without it";
    WEIGHTS = "assessment" "考核分值" "points of the assessment" ""
        "四个方面的分值，合计 100；只在内部网站" "points of the four aspects, 100 together; for insiders";
    FILING = "filing" "备案" "filing" ""
        "非重要权力多久备案一次；只在内部网站" "how often ordinary powers are filed upward; for insiders";
    FILING_SCHEDULE = "schedule" "备案时间" "schedule" r#""每季度首月15日前""#
        "多久备案一次、最迟哪天，要定期" "how often and by when: always periodic";
    SINCE = "since" "起始日期" "since" "2026-01-01"
        "从这一天所在的一期起备案" "the first day of which filings are owed";
}

/// 站点: names, identifiers and settings of both sites.
#[derive(Clone, Debug)]
pub struct Site {
    /// 网站名称
    pub name: FieldText,
    /// One sentence under the name.
    pub description: FieldText,
    /// The language of the site's own words.
    pub language: Lang,
    /// Folder below `themes/` whose files override the embedded theme.
    pub theme: Option<FieldText>,
    /// Absolute address of the public site, with a final slash: for the feed and the site map.
    pub base_url: Option<FieldText>,
    /// 网站域名 (`SiteDomain`)
    pub domain: Option<FieldText>,
    /// 网站标识码
    pub site_code: Option<FieldText>,
    /// ICP备案编号
    pub icp: Option<FieldText>,
    /// 公安机关备案号
    pub police_record: Option<FieldText>,
    /// Pattern that item codes must match.
    pub code_pattern: Option<FieldText>,
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
        let schedule = fields.required(FILING_SCHEDULE, Schedule::read);
        let since = fields.required(SINCE, Fields::date);
        let schedule = schedule?;
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
    /// How soon what an inspection found is reported to the leading group (及时). Five working days is this project's default.
    pub inform_within: Within,
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
            inform_within: Within { count: 5, unit: Unit::Workdays },
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
            periodic_within: within(fields, PERIODIC_WITHIN).unwrap_or(default.periodic_within),
            event_within: within(fields, EVENT_WITHIN).unwrap_or(default.event_within),
            exercise_within: within(fields, EXERCISE_WITHIN).unwrap_or(default.exercise_within),
            stage_within: within(fields, STAGE_WITHIN).unwrap_or(default.stage_within),
            complaint_within: within(fields, COMPLAINT_WITHIN).unwrap_or(default.complaint_within),
            opinion_within: within(fields, OPINION_WITHIN).unwrap_or(default.opinion_within),
            inform_within: within(fields, INFORM_WITHIN).unwrap_or(default.inform_within),
            board_days: days(fields, BOARD_DAYS).unwrap_or(default.board_days),
            due_soon_days: days(fields, DUE_SOON_DAYS).unwrap_or(default.due_soon_days),
            confirm_days: days(fields, CONFIRM_DAYS).unwrap_or(default.confirm_days),
            public_timeliness: fields.switch(PUBLIC_TIMELINESS, default.public_timeliness),
        }
    }
}

fn within(fields: &mut Fields<'_, '_>, key: &'static Key) -> Option<Within> {
    Within::read(fields, key).map(|within| within.value)
}

/// A number of days, from 1 to ten years.
fn days(fields: &mut Fields<'_, '_>, key: &'static Key) -> Option<u32> {
    let days = fields.integer_of(key, 1, 3660)?;
    u32::try_from(days.value).ok()
}

impl Site {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let language = fields.required(LANGUAGE, Fields::word::<SiteLanguage>);
        Self {
            name: fields.required_text(NAME),
            description: fields.required_text(DESCRIPTION),
            language: if language.is_some_and(|l| l.value == SiteLanguage::En) { Lang::En } else { Lang::Zh },
            theme: fields.text(THEME),
            base_url: fields.text(BASE_URL),
            domain: fields.text(DOMAIN),
            site_code: fields.text(SITE_CODE),
            icp: fields.text(ICP),
            police_record: fields.text(POLICE_RECORD),
            code_pattern: fields.text(CODE_PATTERN),
            policy: fields.table(POLICY, Policy::read).unwrap_or_default(),
            weights: fields.table_within(WEIGHTS, Reach::Internal, Weights::read),
            filing: fields.table(FILING, FilingDuty::read).flatten(),
            annex: Annex::read(fields, None),
        }
    }
}
