//! A file names an item that is not there, or a name that several items have.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::Item,
    read::Named,
    rule, text,
};

rule!(RULE = "R116" "unknown-item" Error, "unknown_item.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for mention in facts.mentions() {
        let Named::Item(item) = &mention.what else { continue };
        if facts.has_item(item) {
            continue;
        }
        let called = called(item, mention.reach, facts);
        if called.len() > 1 {
            let (count, ids) = (called.len(), called.join("、"));
            findings
                .at_reach(
                    mention.reach,
                    mention.span,
                    text!("有 {count} 个事项叫「{item}」", "{count} items are called “{item}”"),
                )
                .help(text!("写事项的编号：{ids}", "write the id: {ids}"));
        } else {
            findings
                .at_reach(mention.reach, mention.span, text!("没有职权事项「{item}」", "there is no item “{item}”"))
                .help(text!(
                    "写 items/ 里的文件名，如 department-funds，或者事项的名称",
                    "write the name of a file in items/, such as department-funds, or the item’s name"
                ));
        }
    }
}

/// The ids of the items of a name; where the public site is concerned, of open ones alone.
fn called<'c>(name: &str, reach: Reach, facts: &Facts<'c>) -> Vec<&'c str> {
    let all = facts.items().filter(|item| *item.name == name);
    let open = |item: &&Item| reach == Reach::Internal || facts.catalog.open.item(&item.id).is_some();
    all.filter(open).map(|item| item.id.as_str()).collect()
}
