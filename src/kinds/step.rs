//! 基本运行程序: the steps of an item, and which leads where.

use std::collections::BTreeMap;

use crate::{
    diag::Spanned,
    keys,
    read::{FieldText, Fields, Key},
    words::Within,
};

keys! {
    NAME = "name" "环节名称" "name" r#""审查""#
        "环节的名称，一个事项内不重复" "what it is called, each once in an item";
    CONDITION = "condition" "条件" "condition" r#""材料齐全、符合形式""#
        "行使职权的条件" "when the power may be exercised";
    POST = "post" "承办岗位" "post" r#""后勤服务科负责人""#
        "写岗位，不写姓名" "a post, not a person’s name";
    LIMIT = "limit" "办理时限" "limit" r#""使用当日""#
        "数不成日子的时限" "a limit in words that can’t be counted in days";
    STATUTORY = "statutory" "法定时限" "statutory limit" r#""20个工作日""#
        "法律、法规规定的时限" "the limit that the law sets";
    PROMISED = "promised" "承诺时限" "promised limit" r#""5个工作日""#
        "承诺的时限，不得长于法定时限" "the limit that the agency promises, no longer than the law’s";
    CONTROL = "control" "监督制约" "control" r#""两人核对""#
        "监督制约环节" "what keeps the step in check";
    RIGHTS = "rights" "相对人的权利" "rights" r#""有权补正材料""#
        "相对人有什么权利" "what whoever is concerned may do";
    REMEDY = "remedy" "投诉举报途径" "remedy" r#""举报电话 0310-0000001""#
        "对这一环节怎样投诉" "how to complain of this step";
    NEXT = "next" "下一环节" "next" r#"["使用登记"]"#
        "下一环节的名称；分情况的写 to 和 when" "names of the steps that follow; with to and when where they depend";
    RETURNS = "returns" "退回" "returns" r#"["受理"]"#
        "退回补正到哪个环节；只能往回" "the steps that it may be sent back to";
    TO = "to" "环节" "to" r#""批准""#
        "走到哪个环节" "the name of the step";
    WHEN = "when" "情形" "when" r#""符合条件""#
        "什么情形" "in which case";
}

/// One step (`[[step]]`).
#[derive(Clone, Debug)]
pub struct Step {
    /// 环节
    pub name: FieldText,
    /// 行使职权的条件
    pub condition: Option<FieldText>,
    /// 承办岗位
    pub post: Option<FieldText>,
    /// 办理时限, in words.
    pub limit: Option<FieldText>,
    /// 法定时限
    pub statutory: Option<Spanned<Within>>,
    /// 承诺时限
    pub promised: Option<Spanned<Within>>,
    /// 监督制约环节
    pub control: Option<FieldText>,
    /// 相对人的权利
    pub rights: Option<FieldText>,
    /// 投诉举报途径和方式
    pub remedy: Option<FieldText>,
    /// What may follow.
    pub next: Vec<Branch>,
    /// 退回补正: the only way back.
    pub returns: Vec<Branch>,
}

/// An entry of `next` or `returns`.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The name of the step that it leads to.
    pub to: FieldText,
    /// In which case, such as 符合条件.
    pub when: Option<FieldText>,
}

/// A branch whose step is there.
#[derive(Clone, Copy, Debug)]
pub struct Way<'c> {
    /// Which step it leads to, by its place in the file.
    pub to: usize,
    /// In which case.
    pub when: Option<&'c FieldText>,
}

/// Which step leads where, by their places in the file.
///
/// One rule: where no step of an item has a `next`, each leads to the one that stands below it. Where one has, only `next`
/// leads on, and a step without it is an end.
#[derive(Clone, Debug)]
pub struct Procedure<'c> {
    /// Of each step, what follows.
    pub next: Vec<Vec<Way<'c>>>,
    /// Whether every name is there, and once. Where not, that is an error, and more can't be said.
    pub is_whole: bool,
    /// Of each step, where it returns to.
    pub returns: Vec<Vec<Way<'c>>>,
}

impl Step {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            name: fields.required_text(NAME),
            condition: fields.text(CONDITION),
            post: fields.text(POST),
            limit: fields.text(LIMIT),
            statutory: Within::read(fields, STATUTORY),
            promised: Within::read(fields, PROMISED),
            control: fields.text(CONTROL),
            rights: fields.text(RIGHTS),
            remedy: fields.text(REMEDY),
            next: branches(NEXT, fields),
            returns: branches(RETURNS, fields),
        }
    }
}

fn branches(key: &'static Key, fields: &mut Fields<'_, '_>) -> Vec<Branch> {
    let named = |f: &mut Fields<'_, '_>| Branch { to: f.required_text(TO), when: f.text(WHEN) };
    fields.texts_or_tables(key, |to| Branch { to, when: None }, named)
}

impl<'c> Procedure<'c> {
    /// Of an item's steps. A branch to a step that is not there leads nowhere; of two steps of one name the first counts.
    pub fn of(steps: &'c [Step]) -> Self {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, step) in steps.iter().enumerate() {
            places.entry(step.name.value.as_str()).or_insert(at);
        }
        let ways = |branches: &'c [Branch]| -> Vec<Way<'c>> {
            let way = |b: &'c Branch| Some(Way { to: *places.get(b.to.value.as_str())?, when: b.when.as_ref() });
            branches.iter().filter_map(way).collect()
        };
        let is_plain = steps.iter().all(|step| step.next.is_empty());
        let next = |(at, step): (usize, &'c Step)| {
            if is_plain && at + 1 < steps.len() { vec![Way { to: at + 1, when: None }] } else { ways(&step.next) }
        };
        let named = steps.iter().flat_map(|step| step.next.iter().chain(&step.returns));
        Self {
            is_whole: places.len() == steps.len()
                && named.into_iter().all(|b| places.contains_key(b.to.value.as_str())),
            next: steps.iter().enumerate().map(next).collect(),
            returns: steps.iter().map(|step| ways(&step.returns)).collect(),
        }
    }

    /// Which steps can be reached from a step, itself only where a way leads back to it.
    pub fn reached_from(&self, start: usize) -> Vec<bool> {
        let mut reached = vec![false; self.next.len()];
        let mut open: Vec<usize> = self.next.get(start).into_iter().flatten().map(|way| way.to).collect();
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                open.extend(self.next[at].iter().map(|way| way.to));
            }
        }
        reached
    }
}
