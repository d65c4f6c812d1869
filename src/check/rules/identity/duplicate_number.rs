//! A number or a name that only one may have is used twice.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span},
    read::{Named, Register},
    rule, text,
    text::Text,
};

rule!(RULE = "R103" "duplicate-number" Error, "duplicate_number.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// The open one counts as first: what is said of it never speaks of one inside.
fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let numbers = facts.mentions().iter().filter_map(|mention| match &mention.what {
        Named::Number(register, number) => Some((*register, &**number, mention.reach, mention.span)),
        _ => None,
    });
    let mut numbers: Vec<(Register, &str, Reach, Span)> = numbers.collect();
    numbers.sort_unstable();
    for pair in numbers.windows(2) {
        let [(of, first, _, before), (register, number, reach, span)] = pair else { continue };
        if (of, first) == (register, number) {
            findings
                .at_reach(*reach, *span, twice(*register, number))
                .see(*before, text!("第一次出现", "first used here"));
        }
    }
}

fn twice(register: Register, number: &str) -> Text {
    let (zh, en) = match register {
        Register::Archive => ("存档号", "the archive number"),
        Register::Form => ("登记编号", "the number of the form"),
        Register::Filing => ("备案编号", "the number of the filing"),
        Register::Index => ("索引号", "the index number"),
        Register::Code => ("职权编码", "the code"),
        Register::OfficeId => ("科室编号", "the office id"),
        Register::OfficeName => ("科室名称", "the office name"),
    };
    text!("{zh}「{number}」重复", "{en} “{number}” is used twice")
}
