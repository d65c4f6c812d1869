//! A table as an XLSX file: typed cells, no formulas, the same bytes for the same table.
//!
//! Written here and stored without compression, not by a library: so the byte barrier reads it like any other file, and
//! twenty crates are not needed. Text stays text whatever it begins with: its cells are strings, marked as quoted.

use std::{fmt::Write, marker::PhantomData};

use chrono::NaiveDate;

use super::zip::Zip;
use crate::{
    edition::{ColumnView, Readership, Route, TableView},
    site::{Output, RenderError, Theme, escaped, is_dangerous},
    table::{Figure, Mark},
};

/// A table of a record.
pub(super) struct Xlsx<'e, A> {
    pub(super) route: &'e Route,
    pub(super) table: &'e TableView<'e>,
    /// When the record was formed: the file's own time.
    pub(super) on: NaiveDate,
    pub(super) audience: PhantomData<A>,
}

/// Styles of cells, by their place in `cellXfs`.
const PLAIN: usize = 0;
const HEAD: usize = 1;
const QUOTED: usize = 2;
/// From here on: no decimals to six, then the same as percentages.
const FIGURES: usize = 3;
const MOST_PLACES: u32 = 6;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

impl<A: Readership> Output<A> for Xlsx<'_, A> {
    fn route(&self) -> &Route {
        self.route
    }
    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let mut zip = Zip::new(self.on);
        zip.add("[Content_Types].xml", TYPES.as_bytes());
        zip.add("_rels/.rels", RELATIONS.as_bytes());
        zip.add("docProps/core.xml", core(self.table, self.on).as_bytes());
        zip.add("xl/workbook.xml", WORKBOOK.as_bytes());
        zip.add("xl/_rels/workbook.xml.rels", PARTS.as_bytes());
        zip.add("xl/styles.xml", styles().as_bytes());
        zip.add("xl/worksheets/sheet1.xml", sheet(self.table).as_bytes());
        out.extend_from_slice(&zip.finish());
        Ok(())
    }
}

fn core(table: &TableView<'_>, on: NaiveDate) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{}T00:00:00Z</dcterms:created></cp:coreProperties>"#,
        escaped(table.title),
        on
    )
}

fn styles() -> String {
    let formats = |at: u32| (format(at, false), format(at, true));
    let (mut numbers, mut cells) = (String::new(), String::new());
    for percent in [false, true] {
        for places in 0..=MOST_PLACES {
            let id = 164 + style(places, percent);
            let code = if percent { formats(places).1 } else { formats(places).0 };
            let _ = write!(numbers, r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#);
            let _ = write!(
                cells,
                r#"<xf numFmtId="{id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
            );
        }
    }
    let (formats, all) = (2 * (MOST_PLACES + 1), FIGURES as u32 + 2 * (MOST_PLACES + 1));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="{formats}">{numbers}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{all}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>{cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
    )
}

/// Where the style of figures with so many decimals stands.
fn style(places: u32, percent: bool) -> usize {
    FIGURES + (places.min(MOST_PLACES) + u32::from(percent) * (MOST_PLACES + 1)) as usize
}

fn format(places: u32, percent: bool) -> String {
    let decimals = if places == 0 { String::new() } else { format!(".{}", "0".repeat(places as usize)) };
    format!("0{decimals}{}", if percent { "%" } else { "" })
}

fn sheet(table: &TableView<'_>) -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#,
    );
    let heads: Vec<String> = table.columns.iter().map(|column| text(column.name, HEAD)).collect();
    row(&mut xml, 1, &heads);
    for (at, cells) in table.rows.iter().enumerate() {
        let cells: Vec<String> = cells.iter().zip(&table.columns).map(|(text, column)| cell(text, column)).collect();
        row(&mut xml, at + 2, &cells);
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

/// The cells, each still without its address.
fn row(xml: &mut String, number: usize, cells: &[String]) {
    let _ = write!(xml, r#"<row r="{number}">"#);
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let _ = write!(xml, r#"<c r="{}{number}"{cell}"#, letters(at));
    }
    xml.push_str("</row>");
}

/// A cell by what it is: a figure where its column holds figures, else text.
fn cell(cell: &str, column: &ColumnView<'_>) -> String {
    match Mark::of(cell, column.kind.is_percent()) {
        Mark::Blank => String::new(),
        Mark::Figure(figure) if column.kind.figures => number(figure),
        _ if is_dangerous(cell) => text(cell, QUOTED),
        _ => text(cell, PLAIN),
    }
}

fn number(figure: Figure) -> String {
    let shift = if figure.is_percent() { 2 } else { 0 };
    let value = figure.value().printed(figure.places() + shift);
    format!(r#" s="{}"><v>{value}</v></c>"#, style(figure.places(), figure.is_percent()))
}

fn text(text: &str, style: usize) -> String {
    format!(r#" s="{style}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#, escaped(text))
}

/// A, B, …, Z, AA, …
fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.insert(0, b'A' + (at % 26) as u8);
        match (at / 26).checked_sub(1) {
            Some(more) => at = more,
            None => return letters.into_iter().map(char::from).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(super::letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
