//! Every kind of authored file, with its shape as its reader tells it.

use super::{
    Accountability, Agency, Assessment, CalendarYear, Exercise, Feedback, Filing, Item, Markdown, Record, Site,
    Statistics, TextPage, Waiver,
};
use crate::{
    diag::Reach,
    read::{Fields, Shape},
};

/// A kind of authored file.
#[derive(Debug)]
pub struct KindOf {
    /// What commands call it.
    pub token: &'static str,
    /// What people call it.
    pub zh: &'static str,
    /// Where its files lie, below `content/`: a file, or a folder.
    pub place: &'static str,
    /// Whether the fields stand in the front matter of Markdown.
    pub is_markdown: bool,
    read: fn(&mut Fields<'_, '_>),
}

impl KindOf {
    /// The fields that it may have.
    pub fn shape(&self) -> Shape {
        Shape::of(self.read)
    }
}

const fn kind(token: &'static str, zh: &'static str, place: &'static str, read: fn(&mut Fields<'_, '_>)) -> KindOf {
    KindOf { token, zh, place, is_markdown: false, read }
}

const fn markdown(token: &'static str, zh: &'static str, place: &'static str, read: fn(&mut Fields<'_, '_>)) -> KindOf {
    KindOf { is_markdown: true, ..kind(token, zh, place, read) }
}

/// All of them.
pub static KINDS: [KindOf; 13] = [
    kind("site", "站点", "site.toml", |f| drop(Site::read(f))),
    kind("agency", "本机关", "agency.toml", |f| drop(Agency::read(f))),
    kind("item", "职权事项", "items", |f| drop(Item::read("", Reach::Internal, None, f))),
    markdown("record", "公开记录", "records", |f| {
        let body = Markdown { span: f.head() };
        drop(Record::read("", "", Reach::Internal, body, None, f));
    }),
    kind("exercise", "登记表", "exercises", |f| drop(Exercise::read("", Reach::Internal, f))),
    kind("filing", "备案表", "filings", |f| drop(Filing::read("", f))),
    markdown("page", "文字页", "pages", |f| {
        let body = Markdown { span: f.head() };
        drop(TextPage::read("", Reach::Internal, body, None, f));
    }),
    kind("calendar", "节假日安排", "calendars", |f| drop(CalendarYear::read(0, f))),
    kind("feedback", "投诉举报和评议意见", "feedback", |f| drop(Feedback::read("", Reach::Internal, f))),
    kind("accountability", "责任追究", "accountability", |f| drop(Accountability::read("", Reach::Internal, f))),
    kind("assessment", "考核", "assessments", |f| drop(Assessment::read("", f))),
    kind("statistics", "投诉意见统计", "statistics", |f| drop(Statistics::read("", Reach::Internal, f))),
    kind("waivers", "豁免", "waivers.toml", |f| drop(Waiver::all(f))),
];
