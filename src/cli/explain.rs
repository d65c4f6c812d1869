//! `mingjing explain`

use std::io;

use clap::ArgMatches;

use super::{CLEAN, Run, Stop, USAGE};
use crate::{
    diag::{Rule, Severity},
    rules::{self, Retired},
    text,
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
        let is_meant = |own: &str, name: &str| own.eq_ignore_ascii_case(code) || name == code;
        if let Some(rule) = rules::all().into_iter().find(|rule| is_meant(rule.code, rule.name)) {
            self.page(rule)?;
            return Ok(CLEAN);
        }
        let Some(retired) = rules::RETIRED.iter().find(|old| is_meant(old.code, old.name)) else {
            return Err(Stop(
                USAGE,
                text!(
                    "没有规则 {code}；mingjing explain 列出全部规则",
                    "there is no rule {code}; mingjing explain lists them all"
                ),
            ));
        };
        self.heirs(retired)?;
        Ok(CLEAN)
    }

    fn page(&mut self, rule: &Rule) -> io::Result<()> {
        writeln!(self.out, "{}", rule.doc.trim_end())?;
        writeln!(self.out, "\n{}", self.lang.pick(weight(rule).zh, weight(rule).en))
    }

    /// Why a code is no more, and what says the same now.
    fn heirs(&mut self, retired: &Retired) -> io::Result<()> {
        let Retired { code, heirs, zh, en, .. } = retired;
        let said = text!(
            "{code} 已停用：{zh}。见 {}。",
            "{code} is retired: {en}. See {}.",
            heirs.join(self.lang.pick("、", ", "))
        );
        writeln!(self.out, "{}", self.lang.pick(said.zh, said.en))?;
        for rule in rules::all().into_iter().filter(|rule| heirs.contains(&rule.code)) {
            writeln!(self.out)?;
            self.page(rule)?;
        }
        Ok(())
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
