//! An image is not an attachment of the record.

use crate::{
    check::{Body, Check, Facts},
    diag::Findings,
    markdown::ReferenceKind,
    rule, text,
};

rule!(RULE = "L104" "image" Error, "image.md");

pub(super) static CHECK: Check = Check::Body(&RULE, check);

fn check(body: &Body<'_>, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for image in body.references.iter().filter(|r| r.kind == ReferenceKind::Image) {
        if !body.attachments.contains(&image.destination.as_str()) {
            findings
                .at(
                    body.span(&image.range),
                    text!(
                        "图片「{}」不是本记录的附件",
                        "the image “{}” is not an attachment of this record",
                        image.destination
                    ),
                )
                .help(text!(
                    "把图片放在记录旁，并用 [[attachment]] 登记",
                    "put it beside the record and declare it with [[attachment]]"
                ));
        }
    }
}
