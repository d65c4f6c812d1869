//! 基本运行程序: the steps of an item, and which leads where.

use std::collections::BTreeMap;

use crate::{
    diag::Spanned,
    read::{Fields, Text},
    words::Within,
};

/// One step (`[[step]]`).
#[derive(Clone, Debug)]
pub struct Step {
    /// 环节
    pub name: Text,
    /// 行使职权的条件
    pub condition: Option<Text>,
    /// 承办岗位
    pub post: Option<Text>,
    /// 办理时限, in words.
    pub limit: Option<Text>,
    /// 法定时限
    pub statutory: Option<Spanned<Within>>,
    /// 承诺时限
    pub promised: Option<Spanned<Within>>,
    /// 监督制约环节
    pub control: Option<Text>,
    /// 相对人的权利
    pub rights: Option<Text>,
    /// 投诉举报途径和方式
    pub remedy: Option<Text>,
    /// What may follow.
    pub next: Vec<Branch>,
    /// 退回补正: the only way back.
    pub returns: Vec<Branch>,
}

/// An entry of `next` or `returns`.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The name of the step that it leads to.
    pub to: Text,
    /// In which case, such as 符合条件.
    pub when: Option<Text>,
}

/// A branch whose step is there.
#[derive(Clone, Copy, Debug)]
pub struct Way<'c> {
    /// Which step it leads to, by its place in the file.
    pub to: usize,
    /// In which case.
    pub when: Option<&'c Text>,
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
            name: fields.required_text("name"),
            condition: fields.text("condition"),
            post: fields.text("post"),
            limit: fields.text("limit"),
            statutory: length("statutory", fields),
            promised: length("promised", fields),
            control: fields.text("control"),
            rights: fields.text("rights"),
            remedy: fields.text("remedy"),
            next: branches("next", fields),
            returns: branches("returns", fields),
        }
    }
}

fn length(key: &'static str, fields: &mut Fields<'_, '_>) -> Option<Spanned<Within>> {
    let span = fields.place_of(key)?;
    Within::read(fields, key).map(|within| Spanned::new(within, span))
}

fn branches(key: &'static str, fields: &mut Fields<'_, '_>) -> Vec<Branch> {
    let named = |f: &mut Fields<'_, '_>| Branch { to: f.required_text("to"), when: f.text("when") };
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
