//! A record went out as a document without a number or without recipients.

use super::by;
use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule, text,
    words::Channel,
};

rule!(RULE = "R113" "document-incomplete" Warning waivable true, "document_incomplete.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for delivery in by(record, Channel::Document) {
        let Some(channel) = &delivery.channel else { continue };
        if delivery.doc_no.is_none() && record.doc_no.is_none() {
            findings
                .at(channel.span, text!("下发文件没有文号", "a document without a number"))
                .help(text!("在记录或者这一段填写 doc_no", "fill in doc_no of the record or of this delivery"));
        }
        if delivery.recipients.is_empty() {
            findings.at(channel.span, text!("下发文件没有写发给谁", "a document without recipients")).help(text!(
                "填写 recipients，如 recipients = [\"各科室\"]",
                "fill in recipients, such as recipients = [\"各科室\"]"
            ));
        }
    }
}
