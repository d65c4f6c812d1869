//! A setting of the site can not be used.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Site,
    rule, text,
    text::{Text, quoting},
};

rule!(RULE = "I109" "site-settings" Error, "site_settings.md");

pub(super) static CHECK: Check = Check::Site(&RULE, check);

fn check(site: &Site, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if let Some(url) = &site.base_url
        && let Some(Text { zh, en }) = problem(url)
    {
        findings
            .at(
                url.span,
                Text {
                    zh: format!("base_url 不是网站的完整地址：{zh}"),
                    en: format!("base_url is not the full address of a site: {en}"),
                },
            )
            .help(text!(
                "写作 https://主机/，或者 https://主机/文件夹/，以斜线结尾",
                "write https://HOST/ or https://HOST/FOLDER/ with a final slash"
            ));
    }
    if let Some(pattern) = &site.code_pattern
        && let Err(error) = regex_lite::Regex::new(pattern)
    {
        findings.at(
            pattern.span,
            quoting(text!("code_pattern 不是正则表达式", "code_pattern is not a regular expression"), error),
        );
    }
    if let Some(theme) = &site.theme
        && !theme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        findings.at(
            theme.span,
            text!("theme 只能是 themes/ 下的文件夹名", "theme must be the name of a folder below themes/"),
        );
    }
}

/// What is wrong with the address of a site. Stricter than RFC 3986: an address that stands in every page of a feed and
/// a site map is scheme, host, port and folders, nothing else.
fn problem(url: &str) -> Option<Text> {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return Some(text!("应以 https:// 或 http:// 开头", "it begins with https:// or http://"));
    };
    let Some((host, path)) = rest.split_once('/') else {
        return Some(text!("应以斜线结尾", "it ends with a slash"));
    };
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    if !is_host(name) {
        return Some(text!(
            "主机名「{name}」只能用英文字母、数字、连字符和点；中文域名写成 xn-- 开头的形式，不写用户名",
            "the host “{name}” has letters, digits, hyphens and dots alone (a Chinese domain in its xn-- form), and no user"
        ));
    }
    if let Some(port) = port.filter(|port| !is_port(port)) {
        return Some(text!("端口「{port}」不是 1 至 65535", "the port “{port}” is not one of 1 to 65535"));
    }
    if !path.is_empty() && !path.ends_with('/') {
        return Some(text!("应以斜线结尾", "it ends with a slash"));
    }
    let folder = |part: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
        !part.is_empty() && part.bytes().all(plain) && part.bytes().any(|b| b != b'.')
    };
    let bad = path.strip_suffix('/').and_then(|folders| folders.split('/').find(|part| !folder(part)));
    bad.map(|part| {
        text!(
            "「{part}」不能是地址中的文件夹：只用英文字母、数字和 - . _ ~，不带 ? 和 #",
            "“{part}” can’t be a folder of an address: letters, digits and - . _ ~ alone, without ? and #"
        )
    })
}

/// Labels of letters, digits and hyphens between dots (RFC 1123, section 2.1).
fn is_host(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.len() <= 253 && name.split('.').all(label)
}

fn is_port(port: &str) -> bool {
    let digits = port.bytes().all(|b| b.is_ascii_digit()) && !port.starts_with('0');
    digits && port.parse::<u16>().is_ok_and(|port| port > 0)
}
