//! `assessments/<id>.toml`: one period's assessment, with what only people can tell.

use super::{Annex, Internal, keys::PERIOD};
use crate::{
    diag::{Span, Spanned},
    keys,
    read::{Date, FieldText, Fields, Key, WRONG_TYPE},
    text,
    words::{Period, Surveyed},
};

keys! {
    SUBMITTED = "submitted_on" "报送研究日期" "submitted on" "2026-07-20"
        "报领导小组研究的日期，期满以后" "the day on which the leading group was given it, after the period";
    QUIZ = "quiz" "测试" "quiz" ""
        "一个科室的测试；有在用事项的科室都要有" "the quiz of an office; every office with an item in use has one";
    TESTED = "office" "科室" "office" r#""办公室""#
        "agency.toml 登记的科室" "an office of agency.toml";
    RIGHT = "right" "答对" "right" "27"
        "答对几题" "how many answers were right";
    ANSWERS = "answers" "共答" "answers" "30"
        "共答几题，不少于答对的" "how many answers were given, no fewer than were right";
    SURVEY = "survey" "问卷" "survey" ""
        "一次评价；内部、社会两方面都要有" "a survey; of the house and of society one each at least";
    BY = "by" "评价方" "asked" r#""社会""#
        "谁来评价：全局内部，或者社会" "whose opinion was asked";
    SATISFIED = "satisfied" "满意" "satisfied" "41"
        "几人满意" "how many were satisfied";
    ASKED = "asked" "参加" "asked" "45"
        "几人参加，不少于满意的" "how many took part, no fewer than were satisfied";
    KNOWLEDGE = "knowledge" "岗位知晓分值" "points for knowledge" "25"
        "岗位职工对公开事项是否清楚；四项合计 100" "whether the staff know what is disclosed; all four are 100";
    SCOPE = "scope" "落实分值" "points for scope" "25"
        "内容、范围、形式是否落实" "whether content, scope and channels were kept";
    TIMELINESS = "timeliness" "时限质量分值" "points for timeliness" "25"
        "时限、质量是否符合要求" "whether time limits and quality were kept";
    OPINION = "opinion" "评价分值" "points for opinion" "25"
        "内部和社会的评价" "what the house and society think";
    DECIDED_ON = "decided_on" "确定日期" "decided on" "2025-12-20"
        "分值确定的日期，早于考核期的第一天" "the day on which the points were decided, before the period begins";
}

/// 考核评价, four aspects (实施方案第六部分第（四）项). Two are derived, two are asked.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// File stem.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// 考核期间
    pub period: Option<Spanned<Period>>,
    /// 报领导小组研究的日期
    pub submitted_on: Option<Date>,
    /// 一是每个岗位上的职工对所公开事项的内容是否清楚: a quiz, by office.
    pub quizzes: Vec<Quiz>,
    /// 四是全局内部和社会的评价: surveys.
    pub surveys: Vec<Survey>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 测试 of an office.
#[derive(Clone, Debug)]
pub struct Quiz {
    /// Where it stands.
    pub place: Span,
    /// 科室
    pub office: FieldText,
    /// How many answers were given, and how many of them were right.
    pub share: Share,
}

/// 问卷
#[derive(Clone, Debug)]
pub struct Survey {
    /// Where it stands.
    pub place: Span,
    /// 评价方: the house or society.
    pub by: Option<Spanned<Surveyed>>,
    /// How many took part, and how many of them were satisfied.
    pub share: Share,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole.
    pub whole: u32,
}

/// Weights of the four aspects in points, and when they were decided.
#[derive(Clone, Debug)]
pub struct Weights {
    /// Where they stand.
    pub place: Span,
    /// 岗位知晓
    pub knowledge: u32,
    /// 内容、范围、形式落实
    pub scope: u32,
    /// 时限、质量
    pub timeliness: u32,
    /// 内部和社会评价
    pub opinion: u32,
    /// Whether all four can be read.
    pub is_whole: bool,
    /// 确定日期: before the period begins.
    pub decided_on: Option<Date>,
}

impl Weights {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let place = fields.head();
        let mut is_whole = true;
        let mut points = |key| {
            let points = fields.required(key, Fields::count);
            is_whole &= points.is_some();
            points.map_or(0, |points| points.value)
        };
        let (knowledge, scope, timeliness, opinion) =
            (points(KNOWLEDGE), points(SCOPE), points(TIMELINESS), points(OPINION));
        let decided_on = fields.required(DECIDED_ON, Fields::past);
        Self { place, knowledge, scope, timeliness, opinion, is_whole, decided_on }
    }
}

impl Assessment {
    pub(crate) fn read(id: &str, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: id.to_owned(),
            place: fields.head(),
            period: fields.required(PERIOD, Period::read),
            submitted_on: fields.past(SUBMITTED),
            quizzes: fields.tables(QUIZ, |f| Quiz {
                place: f.head(),
                office: f.required_text_of(TESTED, Fields::office),
                share: Share::read(f, RIGHT, ANSWERS),
            }),
            surveys: fields.tables(SURVEY, |f| {
                let place = f.head();
                Survey { place, by: f.required(BY, Fields::word), share: Share::read(f, SATISFIED, ASKED) }
            }),
            annex: Annex::read(fields, None),
        }
    }
}

impl Share {
    fn read(fields: &mut Fields<'_, '_>, part: &'static Key, whole: &'static Key) -> Self {
        let (a, b) = (fields.required(part, Fields::count), fields.required(whole, Fields::count));
        let value = |count: Option<Spanned<u32>>| count.map_or(0, |count| count.value);
        let share = Self { part: value(a), whole: value(b) };
        if share.part > share.whole {
            let (head, part, whole) = (fields.head(), part.name, whole.name);
            fields.report(&WRONG_TYPE, head, text!("{part} 不能多于 {whole}", "{part} can't be more than {whole}"));
        }
        share
    }
}
