//! `agency.toml`: the body itself.

use super::{Annex, Internal};
use crate::{
    diag::Spanned,
    read::{Fields, Text},
    words::{ComplaintKind, Role},
};

/// 本机关
#[derive(Clone, Debug)]
pub struct Agency {
    /// Whether the file is there and has no syntax errors: else nobody can tell which offices there are.
    pub whole: bool,
    /// 机关名称
    pub name: Text,
    /// 简称
    pub short_name: Option<Text>,
    /// 办公地址
    pub address: Option<Text>,
    /// 邮政编码
    pub postcode: Option<Text>,
    /// 联系电话
    pub phone: Option<Text>,
    /// 办公时间
    pub hours: Option<Text>,
    /// 电子邮箱
    pub email: Option<Text>,
    /// 机关职责
    pub duties: Text,
    /// The office that reviews what is published of important powers (复核机关).
    pub superior: Text,
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
    pub custodian: Text,
    /// 存放地点
    pub place: Option<Text>,
    /// 保管期限
    pub retention: Text,
}

/// 领导小组
#[derive(Clone, Debug)]
pub struct LeadingGroup {
    /// 主要任务
    pub duties: Text,
    /// 组长、副组长、成员
    pub members: Vec<Member>,
}

/// A seat in the leading group: a post, not a person.
#[derive(Clone, Debug)]
pub struct Member {
    /// Role in the group.
    pub role: Option<Spanned<Role>>,
    /// 职务
    pub post: Text,
}

/// 领导小组办公室
#[derive(Clone, Debug)]
pub struct DisclosureOffice {
    /// Its name.
    pub name: Text,
    /// 主任: a post.
    pub head: Text,
    /// Its duties.
    pub duties: Option<Text>,
    /// Its telephone.
    pub phone: Option<Text>,
}

/// 科室
#[derive(Clone, Debug)]
pub struct Office {
    /// Its address on the site.
    pub id: Text,
    /// 规范名称
    pub name: Text,
    /// Other names that people write.
    pub aliases: Vec<Text>,
    /// 负责人: a post.
    pub head: Option<Text>,
    /// Its telephone.
    pub phone: Option<Text>,
    /// Its duties.
    pub duties: Option<Text>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

/// 监督员
#[derive(Clone, Debug)]
pub struct Supervisor {
    /// Who: a post or a body.
    pub name: Text,
    /// More about it.
    pub note: Option<Text>,
}

/// A way to complain (投诉举报途径).
#[derive(Clone, Debug)]
pub struct Complaint {
    /// Which way.
    pub kind: Option<Spanned<ComplaintKind>>,
    /// Number or place.
    pub contact: Text,
    /// More about it.
    pub note: Option<Text>,
}

impl Agency {
    /// The office that an author's word names: its id, its name or one of its aliases.
    pub fn office(&self, word: &str) -> Option<&Office> {
        self.offices.iter().find(|o| *o.id == word || *o.name == word || o.aliases.iter().any(|a| **a == word))
    }

    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            whole: fields.is_whole() && fields.says("name"),
            name: fields.required_text("name"),
            short_name: fields.text("short_name"),
            address: fields.text("address"),
            postcode: fields.text("postcode"),
            phone: fields.text("phone"),
            hours: fields.text("hours"),
            email: fields.text("email"),
            duties: fields.required_text("duties"),
            superior: fields.required_text("superior"),
            leading_group: fields.table("leading_group", LeadingGroup::read),
            disclosure_office: fields.table("disclosure_office", DisclosureOffice::read),
            offices: fields.tables("office", Office::read),
            supervisors: fields
                .tables("supervisor", |f| Supervisor { name: f.required_text("name"), note: f.text("note") }),
            complaints: fields.tables("complaint", Complaint::read),
            archive: fields.table("archive", |f| Archive {
                custodian: f.required_text("custodian"),
                place: f.text("place"),
                retention: f.required_text("retention"),
            }),
            annex: Annex::read(fields, None),
        }
    }
}

impl LeadingGroup {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            duties: fields.required_text("duties"),
            members: fields.tables("member", |f| {
                let role = f.word("role");
                Member { role: f.require("role", role), post: f.required_text("post") }
            }),
        }
    }
}

impl DisclosureOffice {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            name: fields.required_text("name"),
            head: fields.required_text("head"),
            duties: fields.text("duties"),
            phone: fields.text("phone"),
        }
    }
}

impl Office {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required_text("id"),
            name: fields.required_text("name"),
            aliases: fields.texts("aliases"),
            head: fields.text("head"),
            phone: fields.text("phone"),
            duties: fields.text("duties"),
            annex: Annex::read(fields, None),
        }
    }
}

impl Complaint {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let kind = fields.word("kind");
        Self { kind: fields.require("kind", kind), contact: fields.required_text("contact"), note: fields.text("note") }
    }
}
