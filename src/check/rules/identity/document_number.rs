//! A document number is not in the form that documents bear.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::{
    check::{Check, Facts},
    diag::Findings,
    read::{Named, Register},
    rule, text,
    text::Text,
};

rule!(RULE = "I105" "document-number" Error waivable true, "document_number.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for mention in facts.mentions() {
        let number = match &mention.what {
            Named::DocNo(number) => number,
            // A register may be numbered in any way; one that is numbered like a document is held to its form.
            Named::Number(Register::Form | Register::Filing, number) if number.contains(BRACKETS) => number,
            _ => continue,
        };
        if let Some(problem) = problem(number) {
            findings.at_reach(mention.reach, mention.span, problem).help(advice(number));
        }
    }
}

/// What stands around the year, rightly or wrongly.
const BRACKETS: [char; 14] = ['〔', '〕', '[', ']', '［', '］', '【', '】', '(', ')', '（', '）', '〈', '〉'];

/// What the serial of a law, an order or an announcement is called after: 主席令第四十七号, 财政部公告2020年第17号, 第29号令.
const ORDERS: [&str; 3] = ["令", "公告", "通告"];
/// As they are issued: the word before the serial, or after it.
static ISSUED: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    let serial = "第(?:[1-9][0-9]*|[一二三四五六七八九十百][〇零一二三四五六七八九十百]*)号";
    let year = "(?:(?:19|20)[0-9]{2}年)?";
    [regex(&format!("^.*(?:令|公告|通告){year}{serial}$")), regex(&format!("^.*{year}{serial}(?:令|公告|通告)$"))]
});
/// The same, and a document's number, with whatever may be wrong: issuer, word or year, serial.
static MEANT: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    let serial = "第?0*([1-9][0-9]*|[一二三四五六七八九十百][〇零一二三四五六七八九十百]*)号?";
    [
        regex(&format!("^(.*?)(令|公告|通告)((?:19|20)[0-9]{{2}})?年?{serial}$")),
        regex(&format!("^(.*?)((?:19|20)[0-9]{{2}})?年?{serial}(令|公告|通告)$")),
        regex("^(.+)〔((?:19|20)[0-9]{2})〕第?0*([1-9][0-9]*)号?$"),
    ]
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// Whether it is numbered like a law, an order or an announcement, rightly or wrongly: not by a year in brackets.
fn is_order(number: &str) -> bool {
    let year = |rest: &str| rest.chars().take(2).all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let bracketed = number
        .match_indices(BRACKETS)
        .any(|(at, c)| year(&number[at + c.len()..]) && !number[at + c.len()..].is_empty());
    !bracketed && ORDERS.iter().any(|word| number.contains(word))
}

/// The number that was meant, where that can be told; else how numbers of its kind are written.
fn advice(number: &str) -> Text {
    if let Some(meant) = meant(number) {
        return text!("写作「{meant}」", "write {meant}");
    }
    match is_order(number) {
        true if number.contains('令') => text!(
            "写作「国务院令第711号」「交通运输部令2018年第42号」或者「河北省政府令〔2009〕第9号」",
            "write 国务院令第711号, 交通运输部令2018年第42号 or 河北省政府令〔2009〕第9号"
        ),
        true => text!(
            "写作「财政部公告2020年第17号」或者「财政部公告第17号」",
            "write 财政部公告2020年第17号 or 财政部公告第17号"
        ),
        false => text!("写作「机关代字〔2026〕3号」", "write 机关代字〔2026〕3号"),
    }
}

fn meant(number: &str) -> Option<String> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '[' | '［' | '【' | '(' | '（' | '〈' => '〔',
        ']' | '］' | '】' | ')' | '）' | '〉' => '〕',
        c => c,
    };
    let plain: String = number.trim().chars().map(narrow).collect();
    let meant = if is_order(number) { order_meant(&plain) } else { document_meant(&plain) }?;
    (meant != number && problem(&meant).is_none()).then_some(meant)
}

/// 财政部 税务总局公告: a blank between two issuers stays.
fn order_meant(plain: &str) -> Option<String> {
    let at = ORDERS.iter().filter_map(|word| plain.find(word)).min()?;
    let (issuer, rest) = plain.split_at(at);
    let rest: String = rest.chars().filter(|c| !c.is_whitespace() && !BRACKETS.contains(c)).collect();
    let plain = format!("{}{rest}", issuer.trim_end());
    let year = |year: &str| if year.is_empty() { String::new() } else { format!("{year}年") };
    let [before, after, _] = &*MEANT;
    if let Some([issuer, word, of, serial]) = parts(before, &plain) {
        return Some(format!("{issuer}{word}{}第{serial}号", year(of)));
    }
    let [issuer, of, serial, word] = parts(after, &plain)?;
    Some(format!("{issuer}{}第{serial}号{word}", year(of)))
}

fn document_meant(plain: &str) -> Option<String> {
    let plain: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    let [issuer, year, serial] = parts(&MEANT[2], &plain)?;
    let nth = if ORDERS.iter().any(|word| issuer.ends_with(word)) { "第" } else { "" };
    Some(format!("{issuer}〔{year}〕{nth}{serial}号"))
}

/// The groups of a pattern, empty where they match nothing.
fn parts<'t, const N: usize>(pattern: &Regex, text: &'t str) -> Option<[&'t str; N]> {
    let found = pattern.captures(text)?;
    Some(std::array::from_fn(|at| found.get(at + 1).map_or("", |part| part.as_str())))
}

fn is_serial(digits: &str) -> bool {
    !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
}

/// What is wrong with a 发文字号 (GB/T 9704-2012): 机关代字 + 〔four-digit year〕 + number without leading zero + 号.
fn problem(number: &str) -> Option<Text> {
    if is_order(number) {
        let issued = ISSUED.iter().any(|form| form.is_match(number));
        return (!issued).then(|| {
            text!(
                "令、公告的编号应写“第”和“号”，数字不补零，有年份的写“2018年”，中间没有空格和括号",
                "the number of an order has 第 and 号, no leading zero, its year as 2018年, and no blanks or brackets"
            )
        });
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
    let order = ORDERS.iter().any(|word| head.ends_with(word));
    let digits = if order { digits.strip_prefix('第').unwrap_or(digits) } else { digits };
    if !is_serial(digits) {
        return Some(text!(
            "文号的序号「{serial}」应当是不带“第”、不补零的数字加“号”",
            "the serial “{serial}” should be a plain number followed by 号"
        ));
    }
    None
}
