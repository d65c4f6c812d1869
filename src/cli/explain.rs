//! `mingjing explain`

use clap::ArgMatches;

use super::{CLEAN, Run, Stop, USAGE};
use crate::{
    diag::{RETIRED, Retired, Rule, Severity},
    rules, text,
};

impl Run<'_> {
    pub(super) fn explain(&mut self, args: &ArgMatches) -> Result<u8, Stop> {
        let Some(code) = args.get_one::<String>("code") else {
            for rule in rules::all() {
                let severity = self.lang.pick(rule.severity.zh(), rule.severity.token());
                writeln!(self.out, "{}  {severity}  {}", rule.code, rule.title())?;
            }
            return Ok(CLEAN);
        };
        let (rule, gone) = rules::named(code, RETIRED).ok_or_else(|| {
            Stop(
                USAGE,
                text!(
                    "没有规则 {code}；mingjing explain 列出全部规则",
                    "there is no rule {code}; mingjing explain lists them all"
                ),
            )
        })?;
        if let Some(gone) = gone.map(Retired::told) {
            writeln!(self.out, "{}\n", self.lang.pick(gone.zh.as_str(), &gone.en))?;
        }
        writeln!(self.out, "{}", rule.doc.trim_end())?;
        writeln!(self.out, "\n{}", self.lang.pick(weight(rule).zh, weight(rule).en))?;
        Ok(CLEAN)
    }
}

/// What a finding of the rule means for publication.
fn weight(rule: &Rule) -> text::Text {
    let mut weight = match rule.severity {
        Severity::Error => text!("错误：有它就不发布。", "Error: nothing is published while it stands."),
        Severity::Warning => {
            text!("警告：不妨碍发布；--strict 时算不通过。", "Warning: publishing goes on; --strict fails.")
        }
        Severity::Note => text!("提示：不妨碍发布。", "Note: publishing goes on."),
    };
    let (zh, en) = if rule.waivable {
        ("可在 content/waivers.toml 中限期豁免。", " It can be waived for a time in content/waivers.toml.")
    } else {
        ("不能豁免。", " It can't be waived.")
    };
    weight.zh.push_str(zh);
    weight.en.push_str(en);
    weight
}
