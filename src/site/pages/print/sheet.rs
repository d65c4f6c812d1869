//! 公开栏张贴件 and 下发文件: a record for a notice board, and as a document. Never a red head or a seal.

use serde::Serialize;

use super::{fit, item, public_address};
use crate::{
    draw::qr,
    edition::{AgencyView, DeliveryView, Edition, Insiders, ItemView, RecordView, Route, Seen},
    site::{Index, Output, Page, body::Rendered},
    text::Lang,
    words::{Audience, Channel},
};

/// What both have.
#[derive(Serialize)]
struct PrintSheet<'e> {
    agency: &'e AgencyView<'e>,
    item: Option<&'e ItemView<'e>>,
    record: &'e RecordView<'e>,
    /// The last delivery on the board, or as a document.
    delivery: Option<&'e DeliveryView<'e>>,
    /// It may not hang or go out yet.
    is_draft: bool,
    #[serde(skip)]
    route: Route,
}

#[derive(Serialize)]
struct PrintBoard<'e> {
    #[serde(flatten)]
    sheet: PrintSheet<'e>,
    code: Option<qr::Code>,
    tables: Vec<fit::Fitted<'e>>,
    /// There are tables or files that the sheet does not show.
    is_part: bool,
}

#[derive(Serialize)]
struct PrintDocument<'e> {
    #[serde(flatten)]
    sheet: PrintSheet<'e>,
    body: Rendered<'e, Insiders>,
    /// The body begins with whom it is for.
    is_addressed: bool,
    /// 成文日期
    dated: Option<String>,
    /// Titles of tables and files, in the order of their numbers.
    attached: Vec<&'e str>,
}

pub(super) fn list<'e>(
    edition: &'e Edition<'_, Insiders>,
    index: &'e Index<'e, Insiders>,
    entry: &'e Seen<Insiders, RecordView<'_>>,
    out: &mut Vec<Box<dyn Output<Insiders> + 'e>>,
) {
    for printed in &entry.annex.sheets {
        if printed.kind == "boards" {
            out.push(Box::new(board(edition, sheet(edition, entry, Channel::NoticeBoard, &printed.route))));
        } else {
            out.push(Box::new(document(edition, index, sheet(edition, entry, Channel::Document, &printed.route))));
        }
    }
}

fn sheet<'e>(
    edition: &'e Edition<'_, Insiders>,
    entry: &'e Seen<Insiders, RecordView<'_>>,
    channel: Channel,
    route: &Route,
) -> PrintSheet<'e> {
    let record = &entry.view;
    PrintSheet {
        agency: &edition.agency.view,
        item: item(edition, record.item),
        record,
        delivery: record.deliveries.iter().rev().find(|d| d.channel.is_some_and(|c| c.is(channel))),
        is_draft: record.published_on.is_none() || entry.annex.withheld.is_some(),
        route: route.clone(),
    }
}

fn board<'e>(edition: &Edition<'_, Insiders>, sheet: PrintSheet<'e>) -> PrintBoard<'e> {
    let record = sheet.record;
    let is_open = record.audience.is(Audience::Public) && !sheet.is_draft;
    let tables = fit::tables(record);
    PrintBoard {
        code: public_address(edition, &record.route).filter(|_| is_open).and_then(qr::code),
        is_part: tables.len() < record.tables.len() || !record.attachments.is_empty(),
        tables,
        sheet,
    }
}

fn document<'e>(
    edition: &Edition<'_, Insiders>,
    index: &'e Index<'e, Insiders>,
    sheet: PrintSheet<'e>,
) -> PrintDocument<'e> {
    let record = sheet.record;
    let first = record.body.text.trim_start().lines().next().unwrap_or_default();
    let tables = record.tables.iter().map(|table| table.title);
    PrintDocument {
        body: Rendered::of(record.body, &sheet.route, index),
        is_addressed: first.trim_end().ends_with(['：', ':']),
        dated: record.formed_on.or(record.published_on).map(|on| match edition.lang {
            Lang::Zh => on.format("%Y年%-m月%-d日").to_string(),
            Lang::En => on.format("%-d %B %Y").to_string(),
        }),
        attached: tables.chain(record.attachments.iter().map(|file| file.title)).collect(),
        sheet,
    }
}

impl Page<Insiders> for PrintBoard<'_> {
    const TEMPLATE: &'static str = "print_board.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.sheet.route
    }
}

impl Page<Insiders> for PrintDocument<'_> {
    const TEMPLATE: &'static str = "print_document.html";
    const SECTION: &'static str = "records";
    fn route(&self) -> &Route {
        &self.sheet.route
    }
}
