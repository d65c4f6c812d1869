//! Something was disclosed and nobody is named who keeps the archive.

use super::filed;
use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(RULE = "A104" "archive-keeper" Warning waivable true, "archive_keeper.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let agency = facts.agency();
    let count = filed::all(facts).len();
    if !agency.whole || agency.archive.is_some() || count == 0 {
        return;
    }
    findings
        .at(
            agency.name.span,
            text!(
                "已经公开 {count} 件，没有明确谁负责存档",
                "{count} disclosed, and nobody is named who keeps the archive"
            ),
        )
        .help(text!(
            "在 agency.toml 写 [archive]：custodian 保管岗位、retention 保管期限，可加 place 存放地点",
            "write [archive] in agency.toml with custodian (a post) and retention, and place if you like"
        ));
}
