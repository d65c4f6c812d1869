//! What is released of a complaint or a finding was not reviewed, or tells who it is about.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    model::{Complainant, Release, Text},
    rule, text,
};

rule!(/// What is released of a complaint or a finding was not reviewed, or tells who it is about.
    RULE = "B106" "feedback-release" Error, "feedback_release.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// A day, which is no number of a person.
static DAY: LazyLock<Regex> = LazyLock::new(|| regex("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"));
/// Digits, be they parted by single spaces, dots or hyphens.
static DIGITS: LazyLock<Regex> = LazyLock::new(|| regex("[0-9](?:[ .-]?[0-9])+(?:[ .-]?[xX])?"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (catalog, clearance) = (facts.catalog, &facts.clearance);
    for feedback in catalog.feedback.reveal(clearance) {
        if let Some(release) = &feedback.release {
            unreviewed(release, facts, findings);
            texts(release).for_each(|text| masked(text, release, feedback.complainant.as_ref(), findings));
        }
    }
    for release in catalog.accountability.reveal(clearance).iter().filter_map(|finding| finding.release.as_ref()) {
        unreviewed(release, facts, findings);
        texts(release).for_each(|text| masked(text, release, None, findings));
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

fn texts(release: &Release) -> impl Iterator<Item = &Text> {
    [Some(&release.title), Some(&release.summary), release.answer.as_ref()].into_iter().flatten()
}

/// Nobody is named, and no number leads to a person.
///
/// Without a date of publication it is a draft, which shapes no public page.
fn masked(text: &Text, release: &Release, who: Option<&Complainant>, findings: &mut Findings<'_>) {
    let reach = if release.published_on.is_some() { Reach::Public } else { Reach::Internal };
    let said = plain(text);
    let holds = |field: &Option<Text>| {
        let word = field.as_ref().map(|field| closed_up(&plain(field))).unwrap_or_default();
        word.chars().count() >= 2 && closed_up(&said).contains(&word)
    };
    let told = [
        (who.is_some_and(|who| holds(&who.name)), "投诉举报人的姓名", "the name of whoever complained"),
        (who.is_some_and(|who| holds(&who.contact)), "投诉举报人的联系方式", "how to reach whoever complained"),
        (
            has_personal_number(&said),
            "像手机、证件或者账号的号码",
            "what looks like a mobile, identity or account number",
        ),
    ];
    for (_, zh, en) in told.into_iter().filter(|(is, ..)| *is) {
        findings
            .at_reach(reach, text.span, text!("公布的内容里有{zh}", "what is to be published has {en}"))
            .help(text!("隐去后再公布，审查时逐字核对", "mask it, and have the review look at every word"));
    }
}

/// Full-width letters and digits as plain ones, without characters that are not seen.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    let unseen = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}'];
    text.chars().filter(|c| !unseen.contains(c)).map(narrow).collect()
}

/// Letters and digits alone: nothing put between them hides a name or a number.
fn closed_up(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A mobile number, or 15 to 19 digits as identity and account numbers have. Public telephones have fewer.
fn has_personal_number(text: &str) -> bool {
    let without_days = DAY.replace_all(text, "日");
    DIGITS.find_iter(&without_days).any(|found| {
        let digits: Vec<u8> = found.as_str().bytes().filter(u8::is_ascii_alphanumeric).collect();
        let mobile = digits.len() == 11 && digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1]);
        mobile || (15..=19).contains(&digits.len())
    })
}
