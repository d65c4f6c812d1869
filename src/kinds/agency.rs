//! `agency.toml`: the body itself.

use super::{
    Annex, Internal,
    keys::{CONTACT, DUTIES, NOTE, PHONE, WAY_OF_COMPLAINT},
};
use crate::{
    diag::Spanned,
    keys,
    read::{FieldText, Fields, Register},
    words::{ComplaintKind, Role},
};

keys! {
    NAME = "name" "名称" "name" r#""复兴区机关事务管理局""#
        "规范的全称" "its full name";
    SHORT_NAME = "short_name" "简称" "short name" r#""区机关事务局""#
        "机关的简称" "the agency’s short name";
    ADDRESS = "address" "办公地址" "address" r#""复兴区人民路1号""#
        "在哪里办公" "where it is";
    POSTCODE = "postcode" "邮政编码" "postcode" r#""056000""#
        "六位数字，加引号" "six digits, in quotes";
    HOURS = "hours" "办公时间" "hours" r#""工作日 8:30—12:00，14:00—17:30""#
        "什么时候办公" "when it is open";
    EMAIL = "email" "电子邮箱" "e-mail" r#""office@example.gov.cn""#
        "对外公布的邮箱" "the address that the public may write to";
    SUPERIOR = "superior" "上级复核机关" "superior office" r#""复兴区行政权力公开透明运行工作领导小组办公室""#
        "复核重要权力公开内容的机关" "who reviews what is published of important powers";
    LEADING_GROUP = "leading_group" "领导小组" "leading group" ""
        "领导小组的任务和组成" "its task and its members";
    TASK = "duties" "主要任务" "task" r#""领导全局行政权力公开透明运行工作。""#
        "领导小组的任务" "what the group is charged with";
    MEMBER = "member" "组成人员" "member" ""
        "组长、副组长、成员" "head, deputies and members";
    ROLE = "role" "组内职务" "role" r#""组长""#
        "组长、副组长或者成员" "head, deputy or member";
    POST = "post" "职务" "post" r#""局长""#
        "写职务，不写姓名" "a post, not a person’s name";
    DISCLOSURE_OFFICE = "disclosure_office" "局公开办" "disclosure office" ""
        "领导小组办公室" "the office of the leading group";
    HEAD = "head" "负责人" "head" r#""办公室主任""#
        "负责人的职务，不写姓名" "the post of its head, not a person’s name";
    OFFICES = "office" "科室" "office" ""
        "内设科室，每个写一段" "the agency’s offices, one table each";
    ID = "id" "科室编号" "office id" r#""general-office""#
        "用于网址，小写英文字母、数字和连字符" "part of its address: lower-case letters, digits and hyphens";
    ALIASES = "aliases" "别称" "aliases" r#"["综合科"]"#
        "旧称、别称，填写事项时也认；网站上不显示" "other names that are understood; shown nowhere";
    SUPERVISOR = "supervisor" "监督员" "supervisor" ""
        "监督单位或者岗位，每个写一段" "who supervises, one table each";
    COMPLAINT = "complaint" "投诉举报途径" "way to complain" ""
        "投诉、举报、评议的途径，每种写一段" "ways to complain or comment, one table each";
    ARCHIVE = "archive" "存档" "archive" ""
        "公开内容由谁保管、保管多久" "who keeps what was disclosed, and for how long";
    CUSTODIAN = "custodian" "保管岗位" "custodian" r#""办公室档案管理岗""#
        "写岗位，不写姓名" "a post, not a person’s name";
    PLACE = "place" "存放地点" "place" r#""三楼档案室""#
        "存放在哪里" "where it is kept";
    RETENTION = "retention" "保管期限" "retention" r#""10年""#
        "保管多久" "for how long it is kept";
}

/// 本机关
#[derive(Clone, Debug)]
pub struct Agency {
    /// Whether the file is there and has no syntax errors: else nobody can tell which offices there are.
    pub whole: bool,
    /// 机关名称
    pub name: FieldText,
    /// 简称
    pub short_name: Option<FieldText>,
    /// 办公地址
    pub address: Option<FieldText>,
    /// 邮政编码
    pub postcode: Option<FieldText>,
    /// 联系电话
    pub phone: Option<FieldText>,
    /// 办公时间
    pub hours: Option<FieldText>,
    /// 电子邮箱
    pub email: Option<FieldText>,
    /// 机关职责
    pub duties: FieldText,
    /// The office that reviews what is published of important powers (复核机关).
    pub superior: FieldText,
    /// 领导小组
    pub leading_group: Option<LeadingGroup>,
    /// 领导小组办公室（公开办）
    pub disclosure_office: Option<DisclosureOffice>,
    /// 科室
    pub offices: Vec<Office>,
    /// 监督员
    pub supervisors: Vec<Supervisor>,
    /// 投诉举报途径
    pub complaints: Vec<Complaint>,
    /// 公开内容存档备查
    pub archive: Option<Archive>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// Who keeps what was disclosed (实施方案第五部分第（三）项: 明确专人负责管理).
#[derive(Clone, Debug)]
pub struct Archive {
    /// 保管岗位: a post, not a person.
    pub custodian: FieldText,
    /// 存放地点
    pub place: Option<FieldText>,
    /// 保管期限
    pub retention: FieldText,
}

/// 领导小组
#[derive(Clone, Debug)]
pub struct LeadingGroup {
    /// 主要任务
    pub duties: FieldText,
    /// 组长、副组长、成员
    pub members: Vec<Member>,
}

/// A seat in the leading group: a post, not a person.
#[derive(Clone, Debug)]
pub struct Member {
    /// Role in the group.
    pub role: Option<Spanned<Role>>,
    /// 职务
    pub post: FieldText,
}

/// 领导小组办公室
#[derive(Clone, Debug)]
pub struct DisclosureOffice {
    /// Its name.
    pub name: FieldText,
    /// 主任: a post.
    pub head: FieldText,
    /// Its duties.
    pub duties: Option<FieldText>,
    /// Its telephone.
    pub phone: Option<FieldText>,
}

/// 科室
#[derive(Clone, Debug)]
pub struct Office {
    /// Its address on the site.
    pub id: FieldText,
    /// 规范名称
    pub name: FieldText,
    /// Other names that people write.
    pub aliases: Vec<FieldText>,
    /// 负责人: a post.
    pub head: Option<FieldText>,
    /// Its telephone.
    pub phone: Option<FieldText>,
    /// Its duties.
    pub duties: Option<FieldText>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 监督员
#[derive(Clone, Debug)]
pub struct Supervisor {
    /// Who: a post or a body.
    pub name: FieldText,
    /// More about it.
    pub note: Option<FieldText>,
}

/// A way to complain (投诉举报途径).
#[derive(Clone, Debug)]
pub struct Complaint {
    /// Which way.
    pub kind: Option<Spanned<ComplaintKind>>,
    /// Number or place.
    pub contact: FieldText,
    /// More about it.
    pub note: Option<FieldText>,
}

impl Agency {
    /// The office that an author's word names: its id, its name or one of its aliases.
    pub fn office(&self, word: &str) -> Option<&Office> {
        self.offices.iter().find(|o| *o.id == word || *o.name == word || o.aliases.iter().any(|a| **a == word))
    }

    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            whole: fields.is_whole() && fields.says(NAME),
            name: fields.required_text(NAME),
            short_name: fields.text(SHORT_NAME),
            address: fields.text(ADDRESS),
            postcode: fields.text(POSTCODE),
            phone: fields.text(PHONE),
            hours: fields.text(HOURS),
            email: fields.text(EMAIL),
            duties: fields.required_text(DUTIES),
            superior: fields.required_text(SUPERIOR),
            leading_group: fields.table(LEADING_GROUP, LeadingGroup::read),
            disclosure_office: fields.table(DISCLOSURE_OFFICE, DisclosureOffice::read),
            offices: fields.tables(OFFICES, Office::read),
            supervisors: fields.tables(SUPERVISOR, |f| Supervisor { name: f.required_text(NAME), note: f.text(NOTE) }),
            complaints: fields.tables(COMPLAINT, Complaint::read),
            archive: fields.table(ARCHIVE, |f| Archive {
                custodian: f.required_text(CUSTODIAN),
                place: f.text(PLACE),
                retention: f.required_text(RETENTION),
            }),
            annex: Annex::read(fields, None),
        }
    }
}

impl LeadingGroup {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            duties: fields.required_text(TASK),
            members: fields
                .tables(MEMBER, |f| Member { role: f.required(ROLE, Fields::word), post: f.required_text(POST) }),
        }
    }
}

impl DisclosureOffice {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            name: fields.required_text(NAME),
            head: fields.required_text(HEAD),
            duties: fields.text(DUTIES),
            phone: fields.text(PHONE),
        }
    }
}

impl Office {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required_text_of(ID, |f, key| f.number(key, Register::OfficeId)),
            name: fields.required_text_of(NAME, |f, key| f.number(key, Register::OfficeName)),
            aliases: fields.numbers(ALIASES, Register::OfficeName),
            head: fields.text(HEAD),
            phone: fields.text(PHONE),
            duties: fields.text(DUTIES),
            annex: Annex::read(fields, None),
        }
    }
}

impl Complaint {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required(WAY_OF_COMPLAINT, Fields::word),
            contact: fields.required_text(CONTACT),
            note: fields.text(NOTE),
        }
    }
}
