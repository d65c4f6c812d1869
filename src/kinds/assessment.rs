//! `assessments/<id>.toml`: one period's assessment, with what only people can tell.

use super::{Annex, Internal};
use crate::{
    diag::{Span, Spanned},
    read::{Date, Fields, Text, WRONG_TYPE},
    text,
    words::{Period, Surveyed},
};

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
    pub office: Text,
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
            let points = count(fields, key);
            let points = fields.require(key, points);
            is_whole &= points.is_some();
            points.unwrap_or(0)
        };
        let (knowledge, scope, timeliness, opinion) =
            (points("knowledge"), points("scope"), points("timeliness"), points("opinion"));
        let decided_on = fields.date("decided_on");
        let decided_on = fields.require("decided_on", decided_on);
        Self { place, knowledge, scope, timeliness, opinion, is_whole, decided_on }
    }
}

impl Assessment {
    pub(crate) fn read(id: &str, fields: &mut Fields<'_, '_>) -> Self {
        let text = fields.text("period");
        let period = text.as_ref().and_then(|text| Period::read(text, fields));
        Self {
            id: id.to_owned(),
            place: fields.head(),
            period: fields.require("period", period),
            submitted_on: fields.date("submitted_on"),
            quizzes: fields.tables("quiz", |f| Quiz {
                place: f.head(),
                office: f.required_text("office"),
                share: Share::read(f, "right", "answers"),
            }),
            surveys: fields.tables("survey", |f| {
                let by = f.word("by");
                Survey { place: f.head(), by: f.require("by", by), share: Share::read(f, "satisfied", "asked") }
            }),
            annex: Annex::read(fields, None),
        }
    }
}

impl Share {
    fn read(fields: &mut Fields<'_, '_>, part: &'static str, whole: &'static str) -> Self {
        let (a, b) = (count(fields, part), count(fields, whole));
        let share = Self {
            part: fields.require(part, a).unwrap_or_default(),
            whole: fields.require(whole, b).unwrap_or_default(),
        };
        if share.part > share.whole {
            let head = fields.head();
            fields.report(&WRONG_TYPE, head, text!("{part} 不能多于 {whole}", "{part} can't be more than {whole}"));
        }
        share
    }
}

/// A whole number that is not negative.
pub(crate) fn count(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<u32> {
    let number = fields.integer(key)?;
    let count = u32::try_from(number.value).ok().filter(|count| *count <= 1_000_000);
    if count.is_none() {
        fields.report(
            &WRONG_TYPE,
            number.span,
            text!("{key} 应是 0 至 1000000 的整数", "{key} should be a whole number from 0 to 1000000"),
        );
    }
    count
}
