//! The id of an office can't be an address.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Agency, is_id},
    rule, text,
};

rule!(RULE = "I113" "office-id" Error, "office_id.md");

pub(super) static CHECK: Check = Check::Agency(&RULE, check);

/// Longest id: its page's path must stay short enough for Windows shares.
const MOST: usize = 100;

fn check(agency: &Agency, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for office in agency.offices.iter().filter(|o| !o.id.is_empty()) {
        let id = &office.id;
        if !is_id(id) || id.len() > MOST {
            findings
                .at(id.span, text!("「{}」不能作为地址", "“{}” can't be an address", id.value))
                .help(text!(
                    "只用小写英文字母、数字和连字符，首尾为字母或数字，不超过 {MOST} 个字符",
                    "use lower-case letters, digits and hyphens, beginning and ending with a letter or digit, at most {MOST}"
                ));
        }
    }
}
