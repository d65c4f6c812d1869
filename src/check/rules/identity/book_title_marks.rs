//! Title marks 《》 or brackets 〔〕 do not pair.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(RULE = "I106" "book-title-marks" Error waivable true, "book_title_marks.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let bases = facts.items().flat_map(|i| {
        i.bases.iter().map(|b| (i.reach, &b.title)).chain(i.importance.iter().map(|m| (i.reach, &m.document)))
    });
    let titles = facts.records().map(|r| (r.reach, &r.title)).chain(facts.texts().map(|t| (t.reach, &t.title)));
    for (reach, text) in bases.chain(titles) {
        if let Some(mark) = unpaired(text) {
            findings.at_reach(reach, text.span, text!("「{mark}」没有配对", "“{mark}” has no partner"));
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
