//! `exercises/<id>.toml`: one exercise of an important power, stage by stage.

use super::{
    Annex, Internal, Review,
    keys::{ARCHIVE_NO, ITEM, OFFICE, PUBLISHED_ON, REMARK, SUBMITTED_ON},
};
use crate::{
    diag::{Reach, Span, Spanned},
    keys,
    read::{Date, FieldText, Fields, Register},
    text::Word,
    words::StageKind,
};

keys! {
    SUBJECT = "subject" "事由" "subject" r#""2026年第三季度办公设备维修""#
        "涉及对象或者事由，不写个人姓名" "what it was about, without persons’ names";
    REG_NO = "reg_no" "登记编号" "register number" r#""复机管登〔2026〕3号""#
        "登记表的编号，不得重复；只在内部网站" "the form’s number, each once; for insiders";
    STAGE = "stage" "环节" "stage" ""
        "办一步写一段；复核并公开了的公众才看得到" "one table for each step as it happens; public once it is reviewed and published";
    KIND = "kind" "环节名称" "kind" r#""决策""#
        "决策、执行、结果，或者受理、办理中、办结；两套不混用" "one of two series, which do not mix";
    ON = "on" "发生日期" "on" "2026-08-03"
        "这一步发生的日期" "the day on which it happened";
    WHAT = "what" "内容" "what" r#""局长办公会研究同意集中维修""#
        "做了什么" "what was done";
    BY = "by" "经办" "by" r#""局长办公会""#
        "经办的岗位或者会议，不写姓名" "a post or a body, not a person’s name";
    RECORDED_ON = "recorded_on" "填表日期" "recorded on" "2026-08-03"
        "填写这一段的日期，随行使随填；只在内部网站" "the day on which it was filled in; for insiders";
}

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
    pub item: FieldText,
    /// 涉及对象或事由
    pub subject: FieldText,
    /// 登记编号: it counts what is inside too, so only insiders see it.
    pub reg_no: Internal<Option<FieldText>>,
    /// 承办科室, where it is not the item's.
    pub office: Option<FieldText>,
    /// 存档号, likewise.
    pub archive_no: Internal<Option<FieldText>>,
    /// 备注
    pub remark: Option<FieldText>,
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
    pub what: FieldText,
    /// 经办: a post or a body.
    pub by: FieldText,
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
            item: fields.required_text_of(ITEM, Fields::item),
            subject: fields.required_text(SUBJECT),
            reg_no: Internal::new(fields.number(REG_NO, Register::Form)),
            office: fields.office(OFFICE),
            archive_no: Internal::new(fields.number(ARCHIVE_NO, Register::Archive)),
            remark: fields.text(REMARK),
            stages: Vec::new(),
            held: Internal::new(fields.required_tables(STAGE, Stage::read)),
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
        let (kind, on) = (fields.required(KIND, Fields::word), fields.required(ON, Fields::past));
        let (what, by) = (fields.required_text(WHAT), fields.required_text(BY));
        let recorded_on = fields.required(RECORDED_ON, Fields::past);
        let (submitted_on, published_on) = (fields.past(SUBMITTED_ON), fields.past(PUBLISHED_ON));
        let review = Review::within(fields);
        if published_on.is_none() || !review.as_ref().is_some_and(Review::is_complete) {
            fields.keep_inside(); // it is held: see `load/part.rs`
        }
        let (place, review) = (fields.head(), Internal::new(review));
        Self { place, kind, on, what, by, recorded_on, submitted_on, published_on, review }
    }
}
