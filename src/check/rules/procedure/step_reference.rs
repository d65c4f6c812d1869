//! A step of the procedure leads to a step that is not there, twice to one, or on in a case and always at once.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Item, Step},
    read::nearest,
    rule, text,
};

rule!(RULE = "I112" "step-reference" Error, "step_reference.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let names = || item.steps.iter().map(|step| step.name.value.as_str());
    for branch in item.steps.iter().flat_map(|step| step.next.iter().chain(&step.returns)) {
        let to = &branch.to;
        if to.is_empty() || names().any(|name| name == to.value) {
            continue; // a blank name is reported where it is read
        }
        let finding = findings.at(to.span, text!("没有名为「{}」的环节", "there is no step named “{}”", to.value));
        if let Some(near) = nearest(to, names()) {
            finding.help(text!("是不是「{near}」？", "did you mean “{near}”?"));
        } else {
            let all = names().collect::<Vec<_>>().join("、");
            finding.help(text!("这个事项的环节：{all}", "the steps of this item: {all}"));
        }
    }
    item.steps.iter().for_each(|step| parted(step, findings));
}

/// One way on, ways each in its case, or ways at the same time.
fn parted(step: &Step, findings: &mut Findings<'_>) {
    for (nth, branch) in step.next.iter().enumerate() {
        if let Some(first) = step.next[..nth].iter().find(|b| b.to.value == branch.to.value) {
            findings
                .at(branch.to.span, text!("「{0}」写了两次", "“{0}” is named twice", branch.to.value))
                .see(first.to.span, text!("第一次", "the first time"))
                .help(text!(
                    "两种情况都到这里的，合写成一个 when",
                    "where two cases lead there, write one when for both"
                ));
        }
    }
    let (with, without): (Vec<_>, Vec<_>) = step.next.iter().partition(|branch| branch.when.is_some());
    if let (Some(with), Some(without)) = (with.first(), without.first()) {
        findings
            .at(
                without.to.span,
                text!("「{0}」没有写 when，别的分支写了", "“{0}” has no when, another branch has", without.to.value),
            )
            .see(with.to.span, text!("这一个写了", "this one has"))
            .help(text!(
                "分情况走的，每个分支都写 when；同时进行的，都不写",
                "where the case decides, each branch has its when; where all go on at once, none has"
            ));
    }
}
