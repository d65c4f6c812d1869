//! The files beside a record: tables and attachments.

use std::io;

use super::{FILE_MISSING, HASH_MISMATCH, TABLE_SHAPE};
use crate::{
    diag::{FileId, Files, Finding, Reach, Span},
    kinds::{Address, Attached, Attachment, Cells, Record, Table},
    media::Look,
    read::hidden_in_cells,
    source::{Blob, Source, said},
    text,
    text::{Text, quoting},
};

/// Fills in what the record's tables and attachments hold.
pub(super) fn attach(record: &mut Record, source: &Source, findings: &mut Vec<Finding>) {
    let (item, reach) = (&record.item, record.content_reach());
    for table in &mut record.tables {
        let path = Address::beside(item, &table.file).path();
        table.cells = cells(table, &path, source, reach, findings);
    }
    for attachment in &mut record.attachments {
        let path = Address::beside(item, &attachment.file).path();
        attachment.found = found(attachment, &path, source, reach, findings);
    }
}

fn missing(file: &crate::read::FieldText, path: &str, reach: Reach, findings: &mut Vec<Finding>) {
    if file.is_empty() {
        return;
    }
    let message = text!("找不到文件 {path}", "there is no file {path}");
    findings.push(Finding::new(&FILE_MISSING, reach, file.span, message));
}

/// A name that stays in the record's folder.
fn is_plain(file: &str) -> bool {
    !file.contains(['/', '\\'])
}

fn cells(table: &Table, path: &str, source: &Source, reach: Reach, findings: &mut Vec<Finding>) -> Option<Cells> {
    let Some(file) = source.file(path).filter(|_| is_plain(&table.file)) else {
        missing(&table.file, path, reach, findings);
        return None;
    };
    if !table.file.ends_with(".csv") {
        let message = text!("表格文件必须是 .csv，不能是 {}", "a table must be a .csv file, not {}", table.file.value);
        findings.push(Finding::new(&TABLE_SHAPE, reach, table.file.span, message));
        return None;
    }
    if !source.is_read(file) {
        return None;
    }
    let text = source.text(file);
    findings.extend(hidden_in_cells(text, Span::head(file), reach));
    match parse(text) {
        Ok(mut cells) => {
            cells.text = Some(Span::new(file, 0..text.len()));
            Some(cells)
        }
        Err((line, message)) => {
            findings.push(Finding::new(&TABLE_SHAPE, reach, line_span(file, text, line), message));
            None
        }
    }
}

fn parse(text: &str) -> Result<Cells, (u64, Text)> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in reader.records() {
        match row {
            Ok(row) => rows.push(row.iter().map(str::to_owned).collect()),
            Err(error) => return Err(shape(&error)),
        }
    }
    if rows.is_empty() {
        return Err((1, text!("表格是空的，第一行应是表头", "the table is empty; its first row should be the header")));
    }
    let header = rows.remove(0);
    Ok(Cells { text: None, header, rows })
}

fn shape(error: &csv::Error) -> (u64, Text) {
    let line = error.position().map_or(1, csv::Position::line);
    let csv::ErrorKind::UnequalLengths { expected_len, len, .. } = error.kind() else {
        return (line, quoting(text!("CSV 写法有误", "this is not CSV"), error));
    };
    let message =
        text!("这一行有 {len} 格，表头有 {expected_len} 格", "this row has {len} cells, the header has {expected_len}");
    (line, message)
}

fn line_span(file: FileId, text: &str, line: u64) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(str::len).sum();
    let length = text[start.min(text.len())..].lines().next().unwrap_or_default().len();
    Span::new(file, start..start + length)
}

fn found(
    attachment: &Attachment,
    path: &str,
    source: &Source,
    reach: Reach,
    findings: &mut Vec<Finding>,
) -> Option<Attached> {
    let file = &attachment.file;
    let Some(blob) = source.blob(path).filter(|_| is_plain(file)) else {
        missing(file, path, reach, findings);
        return None;
    };
    let attached = match looked(blob, file) {
        Ok(attached) => attached,
        Err(error) => {
            let Text { zh, en } = said(&error);
            let message = text!("{}：{zh}", "{}: {en}", file.value);
            findings.push(Finding::new(&FILE_MISSING, reach, file.span, message));
            return None;
        }
    };
    let hash = &attached.sha256;
    if let Some(expected) = attachment.expected.as_ref().filter(|e| !e.eq_ignore_ascii_case(hash)) {
        let message = text!(
            "{} 的 SHA-256 是 {hash}，与所写的不同",
            "the SHA-256 of {} is {hash}, not what is written",
            file.value
        );
        findings.push(Finding::new(&HASH_MISMATCH, reach, expected.span, message));
    }
    Some(attached)
}

/// Reads the file: its length, its sum, and what it is.
fn looked(blob: &Blob, name: &str) -> io::Result<Attached> {
    let feed = |look: &mut Look<'_>, piece: &[u8]| {
        look.feed(piece);
        Ok::<(), io::Error>(())
    };
    let (sum, verdict) = blob.look(Look::at(name), feed, |look, mut file| look.judge(&mut file))?;
    Ok(Attached { size: sum.size, sha256: hex(&sum.sha256), refused: verdict?.err() })
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
