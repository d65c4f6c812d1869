//! Numbers that lead to a person: of a mobile telephone, an identity card, a bank card. Written apart, full-width or read
//! out as 一三八… they are the same numbers; with asterisks in them they are masked.
//!
//! One pass over the characters finds where eleven digits stand together; only there is anything looked at closely.

use std::{collections::BTreeSet, ops::Range};

use chrono::NaiveDate;

use crate::{load::Catalog, text, text::Text};

/// What is not seen, and so hides nothing.
const UNSEEN: [char; 6] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}'];
/// Digits of a mobile number: nothing shorter leads to a person.
const LEAST: usize = 11;
/// Most characters between two digits of one number.
const WIDEST: usize = 3;
/// How mobile numbers are written apart.
const MOBILES: [&[usize]; 9] =
    [&[11], &[3, 4, 4], &[4, 3, 4], &[4, 4, 3], &[3, 3, 5], &[3, 8], &[7, 4], &[5, 6], &[3, 4, 2, 2]];
/// Words before what is a number of something else.
const CODES: [&str; 14] = [
    "代码",
    "编码",
    "编号",
    "索引号",
    "文号",
    "备案号",
    "订单号",
    "流水号",
    "单号",
    "批号",
    "合同号",
    "发票号",
    "票据号",
    "项目号",
];
/// Words beside a number of a card.
const CARDS: [&str; 9] = ["卡号", "银行卡", "账号", "帐号", "账户", "帐户", "开户", "汇款", "转账"];
/// Words before a number of an identity card, be its check digit right or not.
const IDENTITIES: [&str; 3] = ["身份证", "证件号", "公民身份号码"];
/// Units after what is an amount.
const UNITS: [&str; 17] = [
    "元", "万", "亿", "千元", "百元", "吨", "公斤", "千克", "公里", "度", "千瓦", "平方", "立方", "字节", "股", "个",
    "件",
];
/// Words beside an account of an office.
const OFFICIAL: [&str; 7] = ["对公", "单位账", "专户", "国库", "基本户", "基本存款", "财政"];
/// Words before a telephone.
const TELEPHONES: [&str; 4] = ["电话", "手机", "联系", "热线"];
/// Most groups of digits of one number, each with the next parted.
const MOST_GROUPS: usize = 9;
/// How far a word may stand from the number that it explains, in characters.
const NEAR: usize = 16;
/// How far back a web address is looked for.
const ADDRESS: usize = 256;

/// What is said wherever one is found.
pub(super) fn told() -> Text {
    text!(
        "公布的内容里有像手机、证件或者账号的号码",
        "what is to be published has what looks like a mobile, identity or account number"
    )
}

/// Numbers of offices: what the agency and its items declare as the way to reach them is no number of a person.
pub(super) struct KnownNumbers(BTreeSet<String>);

impl KnownNumbers {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let agency = &catalog.agency;
        let offices = agency.offices.iter().filter_map(|office| office.phone.as_ref());
        let disclosure = agency.disclosure_office.as_ref().and_then(|office| office.phone.as_ref());
        let own = [&agency.phone, &agency.email].into_iter().flatten().chain(disclosure).chain(offices);
        let complaints = agency.complaints.iter().map(|way| &way.contact);
        let remedies = catalog.open.items.iter().flat_map(|item| &item.remedies).map(|way| &way.contact);
        let said = own.chain(complaints).chain(remedies).flat_map(|text| {
            let found = regions(text).into_iter().map(|region| Closed::of(text, region));
            found.flat_map(|closed| closed.mobiles()).collect::<Vec<_>>()
        });
        Self(said.collect())
    }

    pub(super) fn has(&self, digits: &str) -> bool {
        self.0.contains(digits)
    }
}

/// Where numbers of persons stand in a text; `before` is what its reader sees before it, such as the head of a column.
pub(super) fn numbers(text: &str, before: &str, known: &KnownNumbers) -> Vec<Range<usize>> {
    let of_region = |region: Range<usize>| {
        let closed = Closed::of(text, region);
        closed.numbers(before, known)
    };
    regions(text).into_iter().flat_map(of_region).collect()
}

/// Where enough digits for a number stand together, whatever parts them.
fn regions(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut end, mut digits, mut gap) = (0, 0, 0_usize, 0_usize);
    for (at, c) in text.char_indices() {
        if digit(c).is_some() {
            if digits == 0 {
                start = at;
            }
            (digits, gap, end) = (digits + 1, 0, at + c.len_utf8());
        } else if digits > 0 {
            gap += usize::from(!UNSEEN.contains(&c));
            if gap > WIDEST || separator(c).is_none() {
                if digits >= LEAST {
                    found.push(start..end);
                }
                digits = 0;
            }
        }
    }
    if digits >= LEAST {
        found.push(start..end);
    }
    found
}

fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some((u32::from(c) - u32::from('0')) as u8),
        '０'..='９' => Some((u32::from(c) - u32::from('０')) as u8),
        '〇' | '零' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// What may part the digits of one number; whether it leaves them two, as a blank does.
fn separator(c: char) -> Option<bool> {
    match c {
        c if UNSEEN.contains(&c) => Some(false),
        c if c.is_whitespace() => Some(true),
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '.' | '．' | '·' | '\\' | '_' | '`' | '~' => {
            Some(false)
        }
        '(' | ')' | '（' | '）' => Some(true),
        _ => None,
    }
}

/// Digits without what parts them.
struct Closed<'t> {
    text: &'t str,
    digits: String,
    /// Where each digit stands in the text.
    places: Vec<Range<usize>>,
    /// Each group of digits: the first, and how many; and whether what stands before parts it from the last.
    groups: Vec<(usize, usize, bool)>,
}

impl<'t> Closed<'t> {
    fn of(text: &'t str, region: Range<usize>) -> Self {
        let mut closed = Self { text, digits: String::new(), places: Vec::new(), groups: Vec::new() };
        let (mut joined, mut parted) = (false, true);
        for (at, c) in text[region.clone()].char_indices() {
            let Some(digit) = digit(c) else {
                (joined, parted) = (joined && UNSEEN.contains(&c), parted || separator(c) == Some(true));
                continue;
            };
            match closed.groups.last_mut().filter(|_| joined) {
                Some((_, count, _)) => *count += 1,
                None => closed.groups.push((closed.places.len(), 1, parted)),
            }
            closed.digits.push(char::from(b'0' + digit));
            closed.places.push(region.start + at..region.start + at + c.len_utf8());
            (joined, parted) = (true, false);
        }
        closed
    }

    /// Every number, the longest at each place first.
    fn numbers(&self, before: &str, known: &KnownNumbers) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for first in 0..self.groups.len() {
            let last = (first..self.groups.len().min(first + MOST_GROUPS))
                .rev()
                .find(|last| self.is_number(first..last + 1, before, known));
            let Some(last) = last else { continue };
            let mut range = self.range(first..last + 1);
            if self.digits(first..last + 1).len() == 17 {
                range.end += self.text[range.end..].find(['x', 'X']).map_or(0, |at| at + 1);
            }
            if found.last().is_none_or(|other| other.end <= range.start) {
                found.push(range);
            }
        }
        found
    }

    /// Mobile numbers in it, as they are known.
    fn mobiles(&self) -> Vec<String> {
        let most = self.groups.len();
        let all = (0..most).flat_map(|first| (first + 1..=most.min(first + MOST_GROUPS)).map(move |end| first..end));
        all.filter_map(|groups| self.mobile(groups)).collect()
    }

    fn range(&self, groups: Range<usize>) -> Range<usize> {
        let (last, count, _) = self.groups[groups.end - 1];
        self.places[self.groups[groups.start].0].start..self.places[last + count - 1].end
    }

    fn digits(&self, groups: Range<usize>) -> &str {
        let (last, count, _) = self.groups[groups.end - 1];
        &self.digits[self.groups[groups.start].0..last + count]
    }

    fn is_number(&self, groups: Range<usize>, before: &str, known: &KnownNumbers) -> bool {
        let range = self.range(groups.clone());
        let digits = self.digits(groups.clone());
        if digits.len() < LEAST || digits.len() > 19 || !self.stands_alone(&groups, &range) {
            return false;
        }
        let around = Around::of(self.text, before, &range);
        if around.is_address || around.is_amount {
            return false;
        }
        let is_code = around.says(&CODES) && !around.says(&TELEPHONES);
        let is_named = around.says(&IDENTITIES) && matches!(digits.len(), 15 | 17 | 18);
        let is_own = self.mobile(groups.clone()).is_some_and(|mobile| !known.has(&mobile))
            || self.is_identity(digits, &range)
            || self.is_card(groups, &around);
        is_named || (!is_code && is_own)
    }

    /// Not part of a longer number, of a word or of a file's name.
    fn stands_alone(&self, groups: &Range<usize>, range: &Range<usize>) -> bool {
        let parted = |group: usize| self.groups.get(group).is_none_or(|(.., parted)| *parted);
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut after = self.text[range.end..].chars();
        let (next, second) = (after.next(), after.next());
        let runs_on = match next {
            Some('x' | 'X') => second.is_some_and(word),
            Some('.') => second.is_some_and(|c| c.is_ascii_alphanumeric()),
            next => next.is_some_and(word),
        };
        parted(groups.start) && parted(groups.end) && !runs_on && !self.text[..range.start].ends_with(word)
    }

    /// 11 digits from 13 on, perhaps with 86 before them.
    fn mobile(&self, groups: Range<usize>) -> Option<String> {
        let lengths: Vec<usize> = self.groups[groups.clone()].iter().map(|(_, count, _)| *count).collect();
        let digits = self.digits(groups);
        let own = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")).unwrap_or(digits);
        let code = digits.len() - own.len();
        let lengths = match lengths.split_first() {
            Some((first, rest)) if code > 0 && *first == code => rest.to_vec(),
            Some((first, rest)) if code > 0 && *first > code => [&[*first - code], rest].concat(),
            _ => lengths,
        };
        let is_mobile = own.len() == LEAST && own.starts_with('1') && matches!(own.as_bytes()[1], b'3'..=b'9');
        (is_mobile && MOBILES.contains(&lengths.as_slice())).then(|| own.to_owned())
    }

    /// 居民身份证: 18 characters with their check digit (GB 11643-1999), or the 15 digits before 1999.
    fn is_identity(&self, digits: &str, range: &Range<usize>) -> bool {
        let rest = self.text[range.end..].trim_start_matches([' ', '-']);
        let is_x = digits.len() == 17 && rest.starts_with(['x', 'X']);
        match digits.len() {
            15 => is_place(digits) && is_day(&format!("19{}", &digits[6..12])),
            18 if !is_x => is_place(digits) && is_day(&digits[6..14]) && checked(digits),
            17 if is_x => is_place(digits) && is_day(&digits[6..14]) && checked(&format!("{digits}X")),
            _ => false,
        }
    }

    /// 银行卡号 (GB/T 14504; Luhn's check digit): by a word beside it, or as a card of 银联.
    fn is_card(&self, groups: Range<usize>, around: &Around<'_>) -> bool {
        let lengths: Vec<usize> = self.groups[groups.clone()].iter().map(|(_, count, _)| *count).collect();
        let digits = self.digits(groups);
        let is_written = match lengths.as_slice() {
            [_] => true,
            [all @ .., last] => all.iter().all(|count| *count == 4) && *last <= 4,
            [] => false,
        };
        let is_union = digits.starts_with("62") && matches!(digits.len(), 16 | 19);
        (16..=19).contains(&digits.len())
            && is_written
            && (is_union || around.says_near(&CARDS))
            && !around.says(&OFFICIAL)
            && luhn(digits)
    }
}

/// What stands around a number.
struct Around<'t> {
    head: &'t str,
    before: &'t str,
    after: &'t str,
    /// Part of a web address or a path.
    is_address: bool,
    /// 13800138000元
    is_amount: bool,
}

impl<'t> Around<'t> {
    fn of(text: &'t str, head: &'t str, range: &Range<usize>) -> Self {
        let (before, after) = (tail(&text[..range.start], ADDRESS), &text[range.end..]);
        let to = after.char_indices().nth(NEAR).map_or(after.len(), |(at, _)| at);
        let token =
            before.rsplit(|c: char| !c.is_ascii_graphic() || "()<>[]\"'`".contains(c)).next().unwrap_or_default();
        let is_address = token.contains('/') && token.contains(|c: char| c.is_ascii_alphabetic());
        let is_amount = UNITS.iter().any(|unit| after.trim_start().starts_with(unit))
            || ["¥", "￥", "$", "人民币"].iter().any(|sign| before.trim_end().ends_with(sign));
        let said = tail(before, NEAR).rsplit(['，', '。', '；', '、', ',', ';', '\n']).next().unwrap_or_default();
        Self { head, before: said, after: &after[..to], is_address, is_amount }
    }

    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.head.contains(word) || self.before.contains(word))
    }

    fn says_near(&self, words: &[&str]) -> bool {
        self.says(words) || words.iter().any(|word| self.after.contains(word))
    }
}

/// The last characters of a text.
fn tail(text: &str, most: usize) -> &str {
    text.char_indices().rev().nth(most.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}

/// 省级行政区划代码 (GB/T 2260).
fn is_place(digits: &str) -> bool {
    let province: u32 = digits[..2].parse().unwrap_or_default();
    matches!(province, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

fn is_day(digits: &str) -> bool {
    let day = NaiveDate::parse_from_str(digits, "%Y%m%d");
    day.is_ok() && ["18", "19", "20"].iter().any(|century| digits.starts_with(century))
}

/// The check digit of GB 11643-1999 (ISO 7064 MOD 11-2).
fn checked(number: &str) -> bool {
    let value = |byte: u8| if byte == b'X' { 10 } else { u32::from(byte - b'0') };
    let sum = number.bytes().fold(0, |sum, byte| (sum * 2 + value(byte)) % 11);
    sum == 1
}

fn luhn(digits: &str) -> bool {
    let twice = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let all = digits.bytes().rev().map(|byte| u32::from(byte - b'0')).enumerate();
    let sum: u32 = all.map(|(at, digit)| if at % 2 == 1 { twice(digit) } else { digit }).sum();
    sum.is_multiple_of(10)
}
