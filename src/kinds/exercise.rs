//! `exercises/<id>.toml`: one exercise of an important power, stage by stage.

use super::{Annex, Internal, Review};
use crate::{
    diag::{Reach, Span, Spanned},
    read::{Date, Fields, Text},
    text::Word,
    words::StageKind,
};

/// 重要行政权力动态运行情况登记表 (实施方案第五部分第（一）项)
#[derive(Clone, Debug)]
pub struct Exercise {
    /// File stem: its address for good.
    pub id: String,
    /// Its file.
    pub place: Span,
    /// Which site its mistakes reach.
    pub reach: Reach,
    /// Id of the item that was exercised.
    pub item: Text,
    /// 涉及对象或事由
    pub subject: Text,
    /// 登记编号: it counts what is inside too, so only insiders see it.
    pub reg_no: Internal<Option<Text>>,
    /// 承办科室, where it is not the item's.
    pub office: Option<Text>,
    /// 存档号, likewise.
    pub archive_no: Internal<Option<Text>>,
    /// 备注
    pub remark: Option<Text>,
    /// The stages that were reviewed and published (经复核后公开): what the public sees where the item is public.
    pub stages: Vec<Stage>,
    /// The stages that still wait for that.
    pub held: Internal<Vec<Stage>>,
    /// For insiders; `handler` there is the 承办人 of the form.
    pub annex: Internal<Annex>,
}

/// One stage (环节): filled in as it happens (随行使随填表).
#[derive(Clone, Debug)]
pub struct Stage {
    /// Where it stands.
    pub place: Span,
    /// 决策、执行、结果 or 受理、办理中、办结.
    pub kind: Option<Spanned<StageKind>>,
    /// When it happened.
    pub on: Option<Date>,
    /// 内容
    pub what: Text,
    /// 经办: a post or a body.
    pub by: Text,
    /// 填表日期
    pub recorded_on: Option<Date>,
    /// 报送日期: when it was reported to the superior office.
    pub submitted_on: Option<Date>,
    /// 公开时间; without one it is not published.
    pub published_on: Option<Date>,
    /// Secrecy review and the superior office's review.
    pub review: Internal<Option<Review>>,
}

impl Exercise {
    /// Reads everything; all stages are held until `load` parts them.
    pub(crate) fn read(id: &str, reach: Reach, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: id.to_owned(),
            place: fields.head(),
            reach,
            item: fields.required_text("item"),
            subject: fields.required_text("subject"),
            reg_no: Internal::new(fields.text("reg_no")),
            office: fields.text("office"),
            archive_no: Internal::new(fields.text("archive_no")),
            remark: fields.text("remark"),
            stages: Vec::new(),
            held: Internal::new(fields.required_tables("stage", "[[stage]]", Stage::read)),
            annex: Annex::read(fields, None),
        }
    }
}

impl Stage {
    /// The stage's token; empty where it could not be read.
    pub fn token(&self) -> &'static str {
        self.kind.as_ref().map_or("", |kind| kind.value.token())
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let (kind, on, recorded_on) = (fields.word("kind"), fields.date("on"), fields.date("recorded_on"));
        Self {
            place: fields.head(),
            kind: fields.require("kind", kind),
            on: fields.require("on", on),
            what: fields.required_text("what"),
            by: fields.required_text("by"),
            recorded_on: fields.require("recorded_on", recorded_on),
            submitted_on: fields.date("submitted_on"),
            published_on: fields.date("published_on"),
            review: Internal::new(fields.table("review", Review::read)),
        }
    }
}
