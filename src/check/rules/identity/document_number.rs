//! A document number is not in the form that documents bear.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    rule, text,
};

rule!(/// A document number is not in the form that documents bear.
    RULE = "I105" "document-number" Error waivable true, "document_number.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let items = facts.items().flat_map(|i| i.bases.iter().filter_map(|b| b.doc_no.as_ref()).map(|n| (i.reach, n)));
    let records = facts.records().flat_map(|r| {
        r.doc_no.iter().chain(r.deliveries.iter().filter_map(|d| d.doc_no.as_ref())).map(|n| (r.reach, n))
    });
    let calendars = facts.catalog.calendars.iter().filter_map(|c| c.doc_no.as_ref()).map(|n| (Reach::Public, n));
    // A register may be numbered in any way; one that is numbered like a document is held to its form.
    let forms = facts.exercises().filter_map(|e| Some((e.reach, e.reg_no.reveal(&facts.clearance).as_ref()?)));
    let filings = facts.filings().iter().filter_map(|f| Some((Reach::Internal, f.reg_no.as_ref()?)));
    let registers = forms.chain(filings).filter(|(_, number)| number.contains(BRACKETS));
    for (reach, number) in items.chain(records).chain(calendars).chain(registers) {
        if let Some(problem) = problem(number) {
            findings
                .at_reach(reach, number.span, problem)
                .help(text!("写作「机关代字〔2026〕3号」", "write 机关代字〔2026〕3号"));
        }
    }
}

/// What stands around the year, rightly or wrongly.
const BRACKETS: [char; 14] = ['〔', '〕', '[', ']', '［', '］', '【', '】', '(', ')', '（', '）', '〈', '〉'];

/// Whether it is the number of an order (令), whose serial has 第 and which may have no year: 国务院令第711号.
fn is_order(number: &str) -> bool {
    let serial = number.split_once("令第").map(|(issuer, rest)| (issuer, rest.strip_suffix('号')));
    serial.is_some_and(|(issuer, digits)| !issuer.is_empty() && digits.is_some_and(is_serial))
}

fn is_serial(digits: &str) -> bool {
    !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
}

/// What is wrong with a 发文字号 (GB/T 9704-2012): 机关代字 + 〔four-digit year〕 + number without leading zero + 号.
fn problem(number: &str) -> Option<text::Text> {
    if is_order(number) {
        return None;
    }
    let Some((head, rest)) = number.split_once('〔') else {
        let wrong = number.chars().find(|c| *c != '〕' && BRACKETS.contains(c));
        return Some(match wrong {
            Some(c) => text!("文号的年份用了「{c}」，应当用六角括号〔〕", "the year stands in “{c}” instead of 〔〕"),
            None => text!("文号缺少年份，年份写在六角括号〔〕中", "the year in 〔〕 is missing"),
        });
    };
    let Some((year, serial)) = rest.split_once('〕') else {
        return Some(text!("文号的〔没有对应的〕", "the 〔 is not closed with 〕"));
    };
    if head.trim().is_empty() {
        return Some(text!("文号缺少机关代字", "the issuer's code before 〔 is missing"));
    }
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text!("文号的年份「{year}」不是四位数字", "the year “{year}” is not four digits"));
    }
    let digits = serial.strip_suffix('号').unwrap_or_default();
    let digits = if head.ends_with('令') { digits.trim_start_matches('第') } else { digits };
    if !is_serial(digits) {
        return Some(text!(
            "文号的序号「{serial}」应当是不带“第”、不补零的数字加“号”",
            "the serial “{serial}” should be a plain number followed by 号"
        ));
    }
    None
}
