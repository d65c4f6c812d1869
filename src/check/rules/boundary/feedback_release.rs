//! What is released of a complaint or a finding was not reviewed, or tells who it is about.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::{
    check::{
        Check, Facts,
        numbers::{self, KnownNumbers, numbers},
    },
    diag::{Findings, Reach, Span},
    kinds::{Complainant, Release},
    read::FieldText,
    rule, text,
};

rule!(RULE = "B106" "feedback-release" Error, "feedback_release.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// A day, which is no number of a person.
static DAY: LazyLock<Regex> = LazyLock::new(|| regex("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"));
/// Digits, be they parted by one or two spaces, dots, hyphens or brackets.
static DIGITS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"[0-9](?:[\s.()\-‐‑‒–—―−·]{0,2}[0-9])+(?:[\s.\-‐‑‒–—―−]?[xX])?"));
/// Addresses and numbers, also within words.
static REACHED: LazyLock<Regex> = LazyLock::new(|| regex(r"[0-9A-Za-z](?:[\s.()\-‐‑‒–—―−·@_]{0,2}[0-9A-Za-z])+"));
/// A number read out.
const DIGIT_WORDS: [(char, char); 11] = [
    ('零', '0'),
    ('〇', '0'),
    ('一', '1'),
    ('二', '2'),
    ('三', '3'),
    ('四', '4'),
    ('五', '5'),
    ('六', '6'),
    ('七', '7'),
    ('八', '8'),
    ('九', '9'),
];
/// The least length of a number or an address that tells whom it reaches.
const TELLING: usize = 7;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (catalog, clearance) = (facts.catalog, &facts.clearance);
    let known = KnownNumbers::of(catalog);
    for feedback in &catalog.registers.reveal(clearance).feedback {
        if let Some(release) = &feedback.release {
            unreviewed(release, facts, findings);
            for text in texts(release) {
                masked(text, release, feedback.complainant.as_ref(), findings);
                numbered(text, release, &known, facts, findings);
            }
        }
    }
    for release in
        catalog.registers.reveal(clearance).accountability.iter().filter_map(|finding| finding.release.as_ref())
    {
        unreviewed(release, facts, findings);
        texts(release).for_each(|text| numbered(text, release, &known, facts, findings));
    }
}

fn unreviewed(release: &Release, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if let (Some(published), None) = (&release.published_on, release.review.reveal(&facts.clearance)) {
        findings
            .at_reach(
                Reach::Public,
                published.span,
                text!("写了公布日期，却没有审查", "it has a date of publication but no review"),
            )
            .help(text!(
                "先审查、后公开：填写 [release.review] 的 by 和 on；审查前不写 published_on",
                "review comes first: add [release.review] with by and on; until then leave published_on out"
            ));
    }
}

fn texts(release: &Release) -> impl Iterator<Item = &FieldText> {
    [Some(&release.title), Some(&release.summary), release.answer.as_ref()].into_iter().flatten()
}

/// Nobody is named, and no number leads to a person.
///
/// Without a date of publication it is a draft, which shapes no public page.
fn masked(text: &FieldText, release: &Release, who: Option<&Complainant>, findings: &mut Findings<'_>) {
    let said = plain(text);
    let holds = |field: &Option<FieldText>| {
        let word = field.as_ref().map(|field| closed_up(&plain(field))).unwrap_or_default();
        word.chars().count() >= 2 && closed_up(&said).contains(&word)
    };
    let told = [
        (who.is_some_and(|who| holds(&who.name)), "投诉举报人的姓名", "the name of whoever complained"),
        (
            who.is_some_and(|who| holds(&who.contact) || reaches(&who.contact, &said)),
            "投诉举报人的联系方式",
            "how to reach whoever complained",
        ),
    ];
    for (_, zh, en) in told.into_iter().filter(|(is, ..)| *is) {
        say(text.span, text!("公布的内容里有{zh}", "what is to be published has {en}"), release, findings);
    }
}

fn say(span: Span, message: text::Text, release: &Release, findings: &mut Findings<'_>) {
    let reach = if release.published_on.is_some() { Reach::Public } else { Reach::Internal };
    let help = text!("隐去后再公布，审查时逐字核对", "mask it, and have the review look at every word");
    findings.at_reach(reach, span, message).help(help);
}

/// A release has no need of any long number, so more counts as one than in other texts; the office's own is known.
fn numbered(text: &FieldText, release: &Release, known: &KnownNumbers, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (start, written) = (text.span.range().start, facts.catalog.source.slice(text.span));
    let exact = numbers(written, "", known);
    if exact.is_empty() && has_personal_number(&plain(text), known) {
        say(text.span, numbers::told(), release, findings);
    }
    for hit in exact {
        say(Span::new(text.span.file, hit.start + start..hit.end + start), numbers::told(), release, findings);
    }
}

/// Whether a number or an address of the contact is told, whatever words stand around it.
fn reaches(contact: &Option<FieldText>, said: &str) -> bool {
    let Some(contact) = contact else { return false };
    let (given, told) = (addresses(&plain(contact)), addresses(said));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    given.iter().any(|g| told.iter().any(|t| t.contains(g) || (is_number(t) && g.contains(t))))
}

/// Numbers and addresses long enough to reach someone, closed up. Days are none.
fn addresses(text: &str) -> Vec<String> {
    let without_days = DAY.replace_all(text, "日");
    let all = REACHED.find_iter(&without_days).map(|found| closed_up(found.as_str()));
    all.filter(|address| address.len() >= TELLING).collect()
}

/// Full-width letters, capitals and digits in Chinese as plain ones, without characters that are not seen.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ if c.is_whitespace() => ' ',
        _ => DIGIT_WORDS.iter().find(|(word, _)| *word == c).map_or(c, |(_, digit)| *digit),
    };
    let unseen = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}'];
    let seen = text.chars().filter(|c| !unseen.contains(c));
    seen.map(narrow).collect::<String>().to_lowercase()
}

/// Letters and digits alone: nothing put between them hides a name or a number.
fn closed_up(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A mobile number, or 15 digits and more as identity and account numbers have. Public telephones have fewer.
fn has_personal_number(text: &str, known: &KnownNumbers) -> bool {
    let without_days = DAY.replace_all(text, "日");
    DIGITS.find_iter(&without_days).any(|found| {
        let digits = closed_up(found.as_str());
        let own = digits.strip_prefix("86").filter(|own| own.len() == 11).unwrap_or(&digits);
        let is_mobile = own.len() == 11 && own.starts_with('1') && matches!(own.as_bytes()[1], b'3'..=b'9');
        (is_mobile && !known.has(own)) || digits.len() >= 15
    })
}
