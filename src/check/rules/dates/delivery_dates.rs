//! What a delivery says does not fit the record.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Delivery, Record, Review},
    read::Date,
    rule, text,
    words::{Channel, MediaKind},
};

rule!(RULE = "R114" "delivery-dates" Error, "delivery_dates.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let reviewed = record.review.reveal(&facts.clearance).as_ref().and_then(Review::last);
    for delivery in &record.deliveries {
        dates(delivery, record, reviewed, findings);
        photo(delivery, record, findings);
    }
}

fn dates(delivery: &Delivery, record: &Record, reviewed: Option<&Date>, findings: &mut Findings<'_>) {
    let Some(on) = &delivery.on else { return };
    let is_website = delivery.channel.as_ref().is_some_and(|channel| channel.value == Channel::Website);
    if let Some(published) = record.published_on.as_ref().filter(|published| is_website && published.value != on.value)
    {
        let (day, said) = (on.value, published.value);
        let message =
            text!("网络公开的日期 {day} 与发布日期 {said} 不同", "on the website on {day}, but published on {said}");
        findings.at(on.span, message).see(published.span, text!("发布日期", "when it was published"));
    } else if let Some(reviewed) = reviewed.filter(|reviewed| on.value < reviewed.value) {
        let (day, said) = (on.value, reviewed.value);
        let message = text!("{day} 就公开了，早于审查 {said}", "disclosed on {day}, before the review on {said}");
        findings.at(on.span, message).see(reviewed.span, text!("审查", "the review"));
    }
    if let Some(until) = delivery.until.as_ref().filter(|until| until.value < on.value) {
        let (day, said) = (until.value, on.value);
        findings
            .at(until.span, text!("{day} 结束，早于开始的 {said}", "it ended on {day}, before it began on {said}"))
            .see(on.span, text!("开始", "it began"));
    }
}

fn photo(delivery: &Delivery, record: &Record, findings: &mut Findings<'_>) {
    let Some(photo) = &delivery.photo else { return };
    let Some(attachment) = record.attachments.iter().find(|attachment| *attachment.file == **photo) else {
        findings
            .at(photo.span, text!("影像「{}」不是本记录的附件", "“{}” is no attachment of this record", photo.value))
            .help(text!(
                "把它登记为 [[attachment]]，kind = \"图片\"",
                "list it as an [[attachment]] with kind = \"image\""
            ));
        return;
    };
    if let Some(kind) = attachment.kind.as_ref().filter(|kind| kind.value == MediaKind::Document) {
        findings
            .at(photo.span, text!("影像「{}」登记的是文字", "“{}” is listed as a text", photo.value))
            .see(kind.span, text!("登记为文字", "listed as a text"))
            .help(text!("写照片或者录像的文件名", "name the file of a photograph or a video"));
    }
}
