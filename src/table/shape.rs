//! Whether a table has the columns, rows and kinds of cells that it should have.

use super::{Class, Fault, Figure, Mark, Place, Sheet, garbage::no_figures, names::plain, ready::Head};
use crate::{diag::Span, text, text::Word, words::ColumnType};

/// Cells that are not of their column's type, or stand where none should.
pub(super) fn cells(sheet: &Sheet<'_>) -> Vec<Fault> {
    let columns = 0..sheet.header.len();
    let all = columns.flat_map(|column| (0..sheet.rows.len()).map(move |row| (row, column)));
    let mut faults: Vec<Fault> = all.filter_map(|(row, column)| cell(sheet, row, column)).collect();
    applies(sheet, &mut faults);
    faults.extend((1..sheet.header.len()).filter_map(|column| units(sheet, column)));
    if faults.is_empty() {
        faults.extend(no_figures(sheet));
    }
    faults
}

/// What a definition demands and the table does not have.
pub(super) fn missing(sheet: &Sheet<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let Some((ready, span)) = sheet.ready else { return faults };
    for (old, since) in ready.replaced {
        if let Some(at) = sheet.header.iter().position(|head| plain(head) == plain(old)) {
            let message = text!(
                "「{old}」是已经停用的旧格式（{since}）里的列",
                "“{old}” is a column of a form no longer in force ({since})"
            );
            faults.push(Fault::new(Class::Missing, Place::Cell(0, at), message));
        }
    }
    let mut say = |head: &Head, zh: &str, en: &str| {
        let message = crate::text::Text {
            zh: format!("「{}」应有名为「{}」的{zh}", ready.name, head.name),
            en: format!("a table like “{}” has a {en} called “{}”", ready.name, head.name),
        };
        let mut fault = Fault::new(Class::Missing, Place::Cell(0, 0), message);
        let others = head.aliases.join("、");
        fault.help = (!others.is_empty()).then(|| text!("也认：{others}", "also: {others}"));
        fault.see = Some((span, text!("表式在这里写明", "the definition is named here")));
        faults.push(fault);
    };
    // What the first column is called is a matter of taste: it has the names of the rows.
    for head in ready.columns.iter().skip(1).filter(|h| h.required && sheet.ready_column(h.name).is_none()) {
        say(head, "列", "column");
    }
    for head in ready.rows.iter().filter(|h| h.required && sheet.ready_row(h.name).is_none()) {
        say(head, "行", "row");
    }
    faults
}

/// A cell that is not of its column's type.
fn cell(sheet: &Sheet<'_>, row: usize, column: usize) -> Option<Fault> {
    let kind = sheet.kinds[column];
    let (mark, text) = (sheet.mark(row, column), sheet.cell(row, column));
    let head = &sheet.header[column];
    let name = kind.declared.map_or(("数字", "a number"), |k| (k.zh(), k.en()));
    let says = |zh: String, en: String| {
        Some(Fault::new(Class::Cell, Place::Cell(row + 1, column), crate::text::Text { zh, en }))
    };
    match (kind.declared, mark) {
        (Some(ColumnType::Text), _) | (_, Mark::Blank | Mark::Nil | Mark::Inapplicable) => None,
        (Some(ColumnType::Date), _) if is_day(text) => None,
        (Some(ColumnType::Date), _) => says(
            format!("「{head}」列应是日期，写作 2026-07-15，不能是「{text}」"),
            format!("the column “{head}” holds dates such as 2026-07-15, not “{text}”"),
        ),
        (declared, Mark::Words) if kind.figures => {
            let mut fault = says(
                format!("「{head}」列应是{}，不能是「{text}」", name.0),
                format!("the column “{head}” holds figures ({}), not “{text}”", name.1),
            );
            if let (Some(fault), None) = (&mut fault, declared) {
                fault.help = Some(text!(
                    "整列本来是文字的，用 [[table.column]] 写明 type = \"文字\"",
                    "where the column holds words, say so: [[table.column]] with type = \"text\""
                ));
            }
            fault
        }
        (Some(ColumnType::Percent), Mark::Figure(_)) if !kind.percent && !text.ends_with(['%', '％']) => says(
            format!("「{head}」列是百分比，「{text}」没有 %：写 {text}%，或者在列名、unit 里写 %"),
            format!("“{text}” of the column “{head}” has no %: write {text}%, or % into its name or its unit"),
        ),
        (declared, Mark::Figure(figure)) => {
            let places = if declared == Some(ColumnType::Int) { Some(0) } else { kind.places };
            let places = places.filter(|p| figure.places() != *p && text != "0")?;
            says(
                format!("「{head}」列的数应有 {places} 位小数，「{text}」有 {} 位", figure.places()),
                format!("figures of the column “{head}” have {places} decimals, “{text}” has {}", figure.places()),
            )
        }
        _ => None,
    }
}

/// A column that a formula over rows should hold for, but every cell, the result too, has the unit in it: 3万元.
fn units(sheet: &Sheet<'_>, column: usize) -> Option<Fault> {
    if sheet.kinds[column].figures || sheet.kinds[column].declared.is_some() {
        return None;
    }
    let results = sheet.result_rows();
    let unit = with_unit(sheet.cell(*results.first()?, column))?;
    let of_unit = |row: usize| with_unit(sheet.cell(row, column)) == Some(unit);
    let absent = |row: usize| matches!(sheet.mark(row, column), Mark::Blank | Mark::Nil | Mark::Inapplicable);
    if !(0..sheet.rows.len()).all(|row| of_unit(row) || absent(row)) {
        return None;
    }
    let row = (0..sheet.rows.len()).find(|row| of_unit(*row))?;
    let (head, text) = (&sheet.header[column], sheet.cell(row, column));
    let message = text!(
        "「{head}」列的格里写了单位，如「{text}」，不能核对：格里只写数，单位「{unit}」写进 unit",
        "cells of the column “{head}” have their unit in them, as “{text}”, and can’t be reckoned with: write figures alone, and “{unit}” as unit"
    );
    Some(Fault::new(Class::Cell, Place::Cell(row + 1, column), message))
}

/// The unit after a figure.
fn with_unit(text: &str) -> Option<&str> {
    let at = text.find(|c: char| !(c.is_ascii_digit() || ".,-−".contains(c)))?;
    let unit = text[at..].trim();
    Figure::parse(&text[..at]).filter(|_| !unit.contains(|c: char| c.is_ascii_digit())).map(|_| unit)
}

fn is_day(text: &str) -> bool {
    let iso: String = text.replace(['年', '月', '/', '.'], "-").replace('日', "");
    iso.parse::<chrono::NaiveDate>().is_ok()
}

/// Cells of columns that don't apply to their row, and cells of those that do and say that they don't.
fn applies(sheet: &Sheet<'_>, faults: &mut Vec<Fault>) {
    let Some((ready, span)) = sheet.ready else { return };
    for (row, own) in ready.applies {
        let Some(at) = sheet.ready_row(row) else { continue };
        for head in ready.columns.iter().skip(1) {
            let Some(column) = sheet.ready_column(head.name) else { continue };
            faults.extend(apply(sheet, (at, column), own.contains(&head.name), (ready.name, span)));
        }
    }
}

fn apply(sheet: &Sheet<'_>, (row, column): (usize, usize), own: bool, (name, span): (&str, Span)) -> Option<Fault> {
    let (head, label, text) = (&sheet.header[column], sheet.cell(row, 0), sheet.cell(row, column));
    let message = match sheet.mark(row, column) {
        Mark::Figure(_) | Mark::Nil if !own => text!(
            "「{label}」没有「{head}」这一项，应写 / 或者空白，不能是「{text}」",
            "“{label}” has no “{head}”: the cell is / or blank, not “{text}”"
        ),
        Mark::Inapplicable | Mark::Blank if own => text!(
            "「{label}」的「{head}」要填数；没有发生写 0",
            "“{head}” of “{label}” is to be filled in; 0 where there was none"
        ),
        _ => return None,
    };
    let mut fault = Fault::new(Class::Cell, Place::Cell(row + 1, column), message);
    fault.see = Some((span, text!("「{name}」是这样规定的", "“{name}” has it so")));
    Some(fault)
}
