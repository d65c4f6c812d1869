//! A file beside a record that acts when it is opened, or is not what its name says.

use std::cell::RefCell;

use crate::{
    check::{Check, Facts},
    diag::{Files, Findings, Reach},
    kinds::{Attachment, Record, Table},
    media, rule,
    table::{Places, is_dangerous},
    text,
    text::Text,
};

rule!(/// On the public site.
    RULE = "R120" "active-file" Error, "active_file.md");
rule!(/// The same on the internal site.
    INSIDE = "R121" "active-file-inside" Warning waivable true, "active_file_inside.md");

pub(super) const CHECK: Check = Check::Record(&RULE, |record, facts, findings| {
    if record.reach == Reach::Public {
        check(record, facts, findings);
    }
});
pub(super) const CHECK_INSIDE: Check = Check::Record(&INSIDE, |record, facts, findings| {
    if record.reach == Reach::Internal {
        check(record, facts, findings);
    }
});

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let findings = RefCell::new(findings);
    for Table { file, .. } in &record.tables {
        let Err(Text { zh, en }) = media::endings(file) else { continue };
        findings.borrow_mut().at(file.span, text!("表格 {zh}", "the table {en}"));
    }
    for attachment in &record.attachments {
        let refused = attachment.found.as_ref().and_then(|found| found.refused.as_ref());
        match refused {
            Some(Text { zh, en }) => {
                let file = &attachment.file.value;
                findings
                    .borrow_mut()
                    .at(attachment.file.span, text!("附件 {file}：{zh}", "the attachment {file}: {en}"));
            }
            None => formula(record, attachment, facts, *findings.borrow_mut()),
        }
    }
}

/// A CSV file with a cell that a spreadsheet would run.
fn formula(record: &Record, attachment: &Attachment, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (source, file) = (&facts.catalog.source, &attachment.file);
    let Some(id) = source.file(&record.path_of(file)).filter(|_| file.ends_with(".csv")) else {
        return;
    };
    let text = source.text(id);
    let rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes()).into_records();
    let cells = rows.flatten().enumerate().flat_map(|(row, cells)| {
        let own: Vec<String> = cells.iter().map(str::to_owned).collect();
        own.into_iter().enumerate().map(move |(column, cell)| (row, column, cell))
    });
    let Some((row, column, cell)) = { cells }.find(|(.., cell)| is_dangerous(cell)) else { return };
    let whole = crate::diag::Span::new(id, 0..text.len());
    let cell = cell.trim();
    let message = text!(
        "附件 {} 中的「{cell}」会被电子表格当作公式执行",
        "“{cell}” in the attachment {} would be run as a formula by a spreadsheet",
        file.value
    );
    let finding = findings.at(file.span, message);
    finding.see(Places::of(text, whole).at(row, column), text!("在这里", "it is here"));
    finding.help(text!(
        "改用 [[table]] 登记这个文件：网页上会显示，下载的文件里公式会加上单引号；或者改写这些格",
        "list the file as a [[table]]: it is then shown on the page, and offered with an apostrophe before each such cell; or rewrite the cells"
    ));
}
