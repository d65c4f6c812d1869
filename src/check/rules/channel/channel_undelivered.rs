//! A published record was not disclosed in a form that its item promises.

use super::by;
use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule, text,
    text::Word,
    words::Channel,
};

rule!(RULE = "R111" "channel-undelivered" Warning waivable true, "channel_undelivered.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);

/// 网络公开 is what the site itself does on `published_on`. A channel that could not be read may be any.
fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(published) = facts.published(record) else { return };
    let Some(item) = facts.item(&record.item) else { return };
    if record.deliveries.iter().any(|delivery| delivery.channel.is_none()) {
        return;
    }
    let promised = item.channels.iter().filter(|channel| channel.value != Channel::Website);
    for channel in promised.filter(|channel| by(record, channel.value).next().is_none()) {
        let (zh, en, token) = (channel.value.zh(), channel.value.en(), channel.value.token());
        findings
            .at(published.span, text!("已经公开，承诺的「{zh}」没有落实", "published, but not by “{en}” as promised"))
            .see(channel.span, text!("公开形式在这里承诺", "promised here"))
            .help(text!(
                "办好以后加一段 [[delivery]]：channel = \"{zh}\"，写明 on",
                "when it is done, add a [[delivery]] with channel = \"{token}\" and on"
            ));
    }
}
