//! A record lies in the folder of an item that is not there.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule, text,
};

rule!(RULE = "R102" "record-without-item" Error, "record_without_item.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if !facts.has_item(&record.item) {
        findings.at(record.title.span, text!("没有职权事项 {}", "there is no item {}", record.item)).help(text!(
            "建立 content/items/{}.toml，或把记录移到它所属事项的文件夹",
            "make content/items/{}.toml, or move the record to its item's folder",
            record.item
        ));
    }
}
