//! A setting of the site can not be used.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::Site,
    rule, text,
};

rule!(/// A setting of the site can not be used.
    RULE = "I109" "site-settings" Error, "site_settings.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Site(&RULE, check);

fn check(site: &Site, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if let Some(url) = &site.base_url {
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if !host.is_some_and(|h| !h.starts_with('/') && h.ends_with('/') && !h.contains(char::is_whitespace)) {
            findings
                .at(url.span, text!("base_url 不是完整的网址", "base_url is not a full address"))
                .help(text!("写作 https://主机/，以斜线结尾", "write https://HOST/ with a final slash"));
        }
    }
    if let Some(pattern) = &site.code_pattern
        && let Err(error) = regex_lite::Regex::new(pattern)
    {
        findings.at(
            pattern.span,
            text!("code_pattern 不是正则表达式：{error}", "code_pattern is not a regular expression: {error}"),
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
