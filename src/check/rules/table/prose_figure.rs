//! A text quotes another figure than the cell it refers to.

use crate::{
    check::{Body, Check, Facts, bodies::Link},
    diag::Findings,
    kinds::{Address, Part, Table},
    markdown::ReferenceKind,
    rule,
    table::{Places, Wrong, agrees, other_money, quote},
    text,
};

rule!(RULE = "T106" "prose-figure" Error, "prose_figure.md");

/// Most names that are listed where one is not found.
const MOST_LISTED: usize = 16;

pub(super) static CHECK: Check = Check::Body(&RULE, check);

fn check(body: &Body<'_>, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for link in body.links(facts).into_iter().filter(|l| l.kind == ReferenceKind::Link) {
        let (Some(path), Some((_, fragment))) = (&link.path, link.destination.split_once('#')) else { continue };
        if let Some(table) = table(path, facts) {
            judge(&link, fragment, table, facts, findings);
        }
    }
}

/// The table at a content path.
fn table<'c>(path: &str, facts: &Facts<'c>) -> Option<&'c Table> {
    let Address { item, id: file, .. } = Address::parse(path).filter(|address| address.part == Part::Beside)?;
    let shelves = [&facts.catalog.open, facts.inside];
    let records = shelves.into_iter().flat_map(|shelf| &shelf.records).filter(|record| record.item == item);
    records.flat_map(|record| &record.tables).find(|table| *table.file == file)
}

/// The unit of a column, where it is not in its name.
fn unit<'t>(table: &'t Table, head: &str) -> Option<&'t str> {
    let own = table.columns.iter().find(|column| *column.name == head).and_then(|column| column.unit.as_ref());
    own.or(table.unit.as_ref()).filter(|_| !head.contains('元')).map(|unit| unit.as_str())
}

fn judge(link: &Link, fragment: &str, table: &Table, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(cells) = &table.cells else { return };
    let labels = || {
        let all = cells.rows.iter().filter_map(|row| row.first()).map(String::as_str);
        all.take(MOST_LISTED).collect::<Vec<_>>().join("、")
    };
    let heads = || cells.header.iter().skip(1).map(String::as_str).collect::<Vec<_>>().join("、");
    let (message, help) = match quote(&cells.header.iter().map(String::as_str), &cells.rows, fragment) {
        Ok(quoted) if link.words.trim().is_empty() && quoted.cell.is_empty() => (
            text!("引用的格是空白，没有可以填入的", "the cell that is quoted is blank: there is nothing to fill in"),
            text!(
                "填上表里的数，或者在正文里写明没有这个数",
                "fill in the table, or say in the text that there is no such figure"
            ),
        ),
        Ok(quoted) if link.words.trim().is_empty() || agrees(&link.words, quoted.cell) => {
            let unit = unit(table, &cells.header[quoted.column]).unwrap_or_default();
            let Some(said) = other_money(&link.words, unit) else { return };
            (
                text!(
                    "正文写的单位是「{said}」，表里是「{unit}」",
                    "the text says “{said}”, the table’s unit is “{unit}”"
                ),
                text!(
                    "单位与表里一致；留空 [](…) 就填入表里的数",
                    "write the table’s unit; left empty, [](…), the figure is filled in"
                ),
            )
        }
        Ok(quoted) => {
            let (said, cell) = (link.words.trim(), quoted.cell);
            let message = text!("正文写的是「{said}」，表里是「{cell}」", "the text says “{said}”, the table “{cell}”");
            let finding = findings.at(link.span, message);
            if let Some(whole) = cells.text {
                let text = crate::diag::Files::text(&facts.catalog.source, whole.file);
                finding.see(Places::of(text, whole).at(quoted.row + 1, quoted.column), text!("引用的格", "the cell"));
            }
            finding.help(text!(
                "链接文字里只写这一个数，可以带单位；留空 [](…) 就填入表里的数",
                "the link's words have this figure alone, with its unit; left empty, [](…), they are filled in"
            ));
            return;
        }
        Err(Wrong::Form) => (
            text!("引用「#{fragment}」应写作 #行名/列名", "the reference “#{fragment}” should be #row/column"),
            text!("名称里的 / 写作 %2F，空格写作 %20", "a / in a name is %2F, a blank %20"),
        ),
        Err(Wrong::Row(row)) => (
            text!("表里没有叫「{row}」的行（或者不止一行）", "the table has no row called “{row}”, or several"),
            text!("行名是第一列的文字：{}", "a row's name is its first cell: {}", labels()),
        ),
        Err(Wrong::Column(column)) => (
            text!(
                "表里没有叫「{column}」的列（或者不止一列）",
                "the table has no column called “{column}”, or several"
            ),
            text!("列名：{}", "its columns: {}", heads()),
        ),
    };
    findings.at(link.span, message).help(help);
}
