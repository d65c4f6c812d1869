//! `items/<id>.toml`: one power.

use super::{
    Annex, Internal, Markdown, Review, Schedule, Step, Withheld,
    keys::{AUDIENCE, CHANNELS, CONTACT, DOC_NO, OFFICE, REMARK, SCHEDULE, WAY_OF_COMPLAINT},
};
use crate::{
    diag::{Reach, Span as Place, Spanned},
    keys,
    read::{Date, FieldText, Fields, Form, Key, Register},
    words::{Audience, BasisKind, Category, ChangeKind, Channel, ComplaintKind, Level, Status},
};

keys! {
    NAME = "name" "职权名称" "name" r#""会议室使用安排""#
        "网页、目录上的名称" "what it is called on pages and in lists";
    STATUS = "status" "状态" "status" r#""在用""#
        "暂未开展、在用、暂停或者终止" "whether it is in use";
    CATEGORY = "category" "职权类别" "category" r#""部门内部管理权""#
        "对社会公开的必填" "of an item for the public it is required";
    CONTENT = "content" "公开内容" "content" r#""会议室的使用单位、次数和时长""#
        "公开什么；对社会公开的必填" "what is disclosed; of an item for the public it is required";
    FEE = "fee" "收费标准" "fee" r#""不收费""#
        "不收费也要写明；收费的写成表" "said even where it is free; a table where it is not";
    FEE_BASIS = "basis" "收费依据" "basis of the fee" r#""冀发改价格〔2025〕1号""#
        "依据哪份文件收费" "the document that allows it";
    FEE_STANDARD = "standard" "标准" "standard" r#""50元""#
        "收多少" "how much it is";
    FEE_UNIT = "unit" "计费单位" "unit" r#""场""#
        "按什么计" "per what";
    STARTED_ON = "started_on" "开展日期" "started on" "2026-01-01"
        "各期从这一天起算；暂未开展的不写" "periods count from this day; not of what is not started";
    SUSPENDED_ON = "suspended_on" "暂停日期" "suspended on" "2026-06-01"
        "暂停的必填；恢复以后留着" "required while suspended, and kept when it is resumed";
    RESUMED_ON = "resumed_on" "恢复日期" "resumed on" "2026-09-01"
        "暂停后恢复的必填" "required once it is resumed";
    TERMINATED_ON = "terminated_on" "终止日期" "terminated on" "2026-12-31"
        "终止的必填" "required once it is terminated";
    CODE = "code" "职权编码" "code" r#""11130404MB0000000J-NB-01""#
        "权力清单上的编码，不得重复" "the code of the list of powers, each once";
    IMPORTANCE = "importance" "重要权力认定" "importance" ""
        "重要或者非重要，由谁、凭哪份文件、何时认定" "important or ordinary: decided by whom, by which document, when";
    LEVEL = "level" "认定结果" "level" r#""重要""#
        "重要，或者非重要" "important or ordinary";
    DECIDED_BY = "decided_by" "认定机关" "decided by" r#""局行政权力公开透明运行工作领导小组""#
        "由谁认定" "who decided";
    DOCUMENT = "document" "认定文件" "document" r#""《关于认定重要行政权力的通知》""#
        "凭哪份文件" "by which document";
    DECIDED_ON = "on" "认定日期" "decided on" "2025-12-20"
        "认定的日期" "the day of the decision";
    BASIS = "basis" "实施依据" "legal basis" ""
        "每件法律、法规、规章、文件写一段；对社会公开的必填" "one table each; of an item for the public there is one";
    RANK = "kind" "依据种类" "kind of basis" r#""规范性文件""#
        "法律、法规、规章还是规范性文件" "its rank";
    BASIS_TITLE = "title" "文件名称" "title" r#""《区级机关会议室管理办法》""#
        "依据的名称，带书名号" "its title, in 《》";
    ARTICLE = "article" "条款" "article" r#""第五条""#
        "第几条" "which article";
    DATE = "date" "印发日期" "issued on" "2025-11-01"
        "依据的公布、印发日期" "the day on which it was issued";
    WORDS = "text" "条文" "text" r#""会议室由机关事务管理部门统一调度。""#
        "条文原文" "its own words";
    STEP = "step" "环节" "step" ""
        "基本运行程序的一个环节写一段" "one table for each step of the procedure";
    REMEDY = "remedy" "投诉举报途径" "remedy" ""
        "对这一事项的投诉举报途径，每种写一段" "ways to complain of this item, one table each";
    REMEDY_LIMIT = "limit" "答复时限" "limit" r#""15个工作日""#
        "多久答复" "how soon an answer comes";
    CHANGE = "change" "变动" "change" ""
        "新增、调整、终止，每次写一段" "added, adjusted, terminated: one table each";
    CHANGED_ON = "on" "变动日期" "changed on" "2026-03-01"
        "变动的日期" "the day of the change";
    CHANGE_KIND = "kind" "变动种类" "kind of change" r#""调整""#
        "新增、调整或者终止" "added, adjusted or terminated";
    CHANGE_WHAT = "what" "变动内容" "what changed" r#""承办科室由办公室改为后勤服务科""#
        "变动了什么" "what changed";
    REPORTED_ON = "reported_on" "上报日期" "reported on" "2026-03-05"
        "变动上报的日期" "the day on which it was reported upward";
    CHANGE_BASIS = "basis" "变动依据" "basis of the change" r#""复机管〔2026〕5号""#
        "凭哪份文件变动" "by which document it was changed";
}

/// 职权事项
#[derive(Clone, Debug)]
pub struct Item {
    /// File stem: its address for good.
    pub id: String,
    /// Its file.
    pub place: Place,
    /// Which site its mistakes reach.
    pub reach: Reach,
    /// 职权名称
    pub name: FieldText,
    /// 职权类别
    pub category: Option<Spanned<Category>>,
    /// 公开范围. Where it can't be read: internal.
    pub audience: Spanned<Audience>,
    /// 承办科室, as written.
    pub office: FieldText,
    /// 公开形式
    pub channels: Vec<Spanned<Channel>>,
    /// 公开内容
    pub content: Option<FieldText>,
    /// 收费标准
    pub fee: Option<Fee>,
    /// Whether it is in use.
    pub status: Spanned<Status>,
    /// When it came into use.
    pub started_on: Option<Date>,
    /// When it was suspended.
    pub suspended_on: Option<Date>,
    /// When it came into use again.
    pub resumed_on: Option<Date>,
    /// When it ended.
    pub terminated_on: Option<Date>,
    /// 职权编码
    pub code: Option<FieldText>,
    /// 备注
    pub remark: Option<FieldText>,
    /// 公开时间
    pub schedule: Option<Schedule>,
    /// 重要或者非重要
    pub importance: Option<Importance>,
    /// 实施依据
    pub bases: Vec<Basis>,
    /// 基本运行程序
    pub steps: Vec<Step>,
    /// 投诉举报途径
    pub remedies: Vec<Remedy>,
    /// 新增、调整、终止
    pub changes: Vec<Change>,
    /// Fields that the file does not have, of those that only some items need. A field that is there but wrong is not silent.
    pub silent: Vec<&'static str>,
    /// Who reviewed what it says before publication.
    pub review: Internal<Option<Review>>,
    /// Why it is kept inside although it is meant for the public.
    pub withheld: Internal<Option<Withheld>>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 收费标准. Free is said, never left blank.
#[derive(Clone, Debug)]
pub enum Fee {
    /// In a word, such as 不收费.
    Said(FieldText),
    /// With its basis and standard.
    Set {
        /// 收费依据
        basis: FieldText,
        /// 收费标准
        standard: FieldText,
        /// 计费单位
        unit: Option<FieldText>,
    },
}

/// 重要权力的认定: by whom, by which document, when.
#[derive(Clone, Debug)]
pub struct Importance {
    /// 重要 or 非重要.
    pub level: Option<Spanned<Level>>,
    /// Who decided.
    pub decided_by: FieldText,
    /// By which document.
    pub document: FieldText,
    /// When.
    pub on: Option<Date>,
}

/// 实施依据
#[derive(Clone, Debug)]
pub struct Basis {
    /// Its rank.
    pub kind: Option<Spanned<BasisKind>>,
    /// Title, with 《》.
    pub title: FieldText,
    /// 文号
    pub doc_no: Option<FieldText>,
    /// 条款
    pub article: Option<FieldText>,
    /// Date of issue.
    pub date: Option<Date>,
    /// The words themselves.
    pub text: Option<FieldText>,
}

/// 投诉举报途径 of one item.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// Which way.
    pub kind: Option<Spanned<ComplaintKind>>,
    /// Number or place.
    pub contact: FieldText,
    /// 答复时限
    pub limit: Option<FieldText>,
}

/// A change of the item itself (动态管理).
#[derive(Clone, Debug)]
pub struct Change {
    /// When.
    pub on: Option<Date>,
    /// Added, adjusted or terminated.
    pub kind: Option<Spanned<ChangeKind>>,
    /// What.
    pub what: FieldText,
    /// When it was reported upward.
    pub reported_on: Option<Date>,
    /// By which document.
    pub basis: Option<FieldText>,
}

/// What an item needs by its audience or its status.
const NEEDED_BY_SOME: [&Key; 8] = [BASIS, FEE, CATEGORY, CONTENT, STARTED_ON, SUSPENDED_ON, RESUMED_ON, TERMINATED_ON];

impl Item {
    /// Whether the file does not have a field that only some items need.
    pub fn lacks(&self, key: &str) -> bool {
        self.silent.contains(&key)
    }

    /// Whether the file says who may see it. Where it does not, it counts as internal.
    pub fn says_audience(&self) -> bool {
        self.audience.span != self.place
    }

    pub(crate) fn read(id: &str, reach: Reach, body: Option<Markdown>, fields: &mut Fields<'_, '_>) -> Self {
        let head = fields.head();
        let audience = fields.required(AUDIENCE, Fields::word);
        let status = fields.required(STATUS, Fields::word);
        let item = Self {
            id: id.to_owned(),
            place: head,
            reach,
            name: fields.required_text(NAME),
            category: fields.word(CATEGORY),
            audience: audience.unwrap_or(Spanned::new(Audience::Internal, head)),
            office: fields.required_text_of(OFFICE, Fields::office),
            channels: fields.required_words(CHANNELS),
            content: fields.text(CONTENT),
            fee: Fee::read(fields),
            status: status.unwrap_or(Spanned::new(Status::InForce, head)),
            started_on: fields.past(STARTED_ON),
            suspended_on: fields.past(SUSPENDED_ON),
            resumed_on: fields.past(RESUMED_ON),
            terminated_on: fields.past(TERMINATED_ON),
            code: fields.number(CODE, Register::Code),
            remark: fields.text(REMARK),
            schedule: fields.required(SCHEDULE, Schedule::read),
            importance: fields.table(IMPORTANCE, Importance::read),
            bases: fields.tables(BASIS, Basis::read),
            steps: fields.tables(STEP, Step::read),
            remedies: fields.tables(REMEDY, Remedy::read),
            changes: fields.tables(CHANGE, Change::read),
            silent: NEEDED_BY_SOME.iter().filter(|key| !fields.says(key)).map(|key| key.name).collect(),
            review: Internal::new(Review::within(fields)),
            withheld: Internal::new(None),
            annex: Annex::read(fields, body),
        };
        fields.required_when(&[CATEGORY, CONTENT, FEE, BASIS], AUDIENCE, Audience::Public);
        fields.required_when(&[SUSPENDED_ON], STATUS, Status::Suspended);
        fields.required_when(&[TERMINATED_ON], STATUS, Status::Terminated);
        item
    }

    /// Whether it was ever in use: what it says about itself has to be public then.
    pub fn was_started(&self) -> bool {
        self.status.value != Status::NotStarted
    }

    /// Whether someone decided that it is important.
    pub fn is_important(&self) -> bool {
        self.importance.as_ref().and_then(|i| i.level.as_ref()).is_some_and(|l| l.value == Level::Important)
    }
}

impl Fee {
    fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let set = |f: &mut Fields<'_, '_>| Self::Set {
            basis: f.required_text(FEE_BASIS),
            standard: f.required_text(FEE_STANDARD),
            unit: f.text(FEE_UNIT),
        };
        fields.text_or_table(FEE, || Form::Free, |_, text| Self::Said(text), set)
    }
}

impl Importance {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            level: fields.required(LEVEL, Fields::word),
            decided_by: fields.required_text(DECIDED_BY),
            document: fields.required_text_of(DOCUMENT, Fields::title),
            on: fields.required(DECIDED_ON, Fields::past),
        }
    }
}

impl Basis {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required(RANK, Fields::word),
            title: fields.required_text_of(BASIS_TITLE, Fields::title),
            doc_no: fields.doc_no(DOC_NO),
            article: fields.text(ARTICLE),
            date: fields.past(DATE),
            text: fields.text(WORDS),
        }
    }
}

impl Remedy {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required(WAY_OF_COMPLAINT, Fields::word),
            contact: fields.required_text(CONTACT),
            limit: fields.text(REMEDY_LIMIT),
        }
    }
}

impl Change {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            on: fields.required(CHANGED_ON, Fields::past),
            kind: fields.required(CHANGE_KIND, Fields::word),
            what: fields.required_text(CHANGE_WHAT),
            reported_on: fields.past(REPORTED_ON),
            basis: fields.text(CHANGE_BASIS),
        }
    }
}
