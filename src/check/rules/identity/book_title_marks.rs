//! Title marks 《》 or brackets 〔〕 do not pair.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    read::Named,
    rule, text,
};

rule!(RULE = "I106" "book-title-marks" Error waivable true, "book_title_marks.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for mention in facts.mentions() {
        let Named::Title(title) = &mention.what else { continue };
        if let Some(mark) = unpaired(title) {
            findings.at_reach(mention.reach, mention.span, text!("「{mark}」没有配对", "“{mark}” has no partner"));
        }
    }
}

/// The first mark that does not pair; of 《〈》 it is 〈.
fn unpaired(text: &str) -> Option<char> {
    let mut open = Vec::new();
    for mark in text.chars() {
        let partner = match mark {
            '《' | '〈' | '〔' | '（' | '“' => {
                open.push(mark);
                continue;
            }
            '》' => '《',
            '〉' => '〈',
            '〕' => '〔',
            '）' => '（',
            '”' => '“',
            _ => continue,
        };
        match open.pop() {
            Some(last) if last == partner => {}
            Some(last) if open.contains(&partner) => return Some(last),
            _ => return Some(mark),
        }
    }
    open.pop()
}
