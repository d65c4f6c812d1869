//! `calendars/<year>.toml`: the days off that the State Council's notice sets.

use super::keys::DOC_NO;
use crate::{
    diag::{Span, Spanned},
    keys,
    read::{Date, FieldText, Fields},
    words::CalendarStatus,
};

keys! {
    STATUS = "status" "状态" "status" r#""正式""#
        "通知已经印发的写正式，预计的写暂定" "official once the notice is issued, else provisional";
    NOTICE = "notice" "通知标题" "notice" r#""国务院办公厅关于2026年部分节假日安排的通知""#
        "通知的标题；正式的必填" "the title of the notice, of an official year";
    ISSUED_ON = "issued_on" "印发日期" "issued on" "2025-11-04"
        "通知印发的日期；正式的必填" "the day on which the notice was issued, of an official year";
    SOURCE = "source" "出处" "source" r#""https://www.gov.cn/""#
        "通知登在哪里" "where it can be read";
    HOLIDAY = "holiday" "放假" "holiday" ""
        "一个节日写一段" "one table for each holiday";
    NAME = "name" "节日" "name" r#""春节""#
        "节日名称" "the name of the holiday";
    FROM = "from" "放假首日" "first day off" "2026-02-15"
        "放假的第一天" "the first day off";
    TO = "to" "放假末日" "last day off" "2026-02-23"
        "放假的最后一天" "the last day off";
    WORKDAYS = "workdays" "调休上班" "workdays" "[2026-02-14, 2026-02-28]"
        "调休上班的周末" "weekend days that are worked";
}

/// 节假日安排 of one year.
#[derive(Clone, Debug)]
pub struct CalendarYear {
    /// The year, from the file's name.
    pub year: i32,
    /// Its file.
    pub place: Span,
    /// Announced or estimated.
    pub status: Option<Spanned<CalendarStatus>>,
    /// Title of the notice.
    pub notice: Option<FieldText>,
    /// 文号 of the notice.
    pub doc_no: Option<FieldText>,
    /// When it was issued.
    pub issued_on: Option<Date>,
    /// Where it can be read.
    pub source: Option<FieldText>,
    /// The holidays.
    pub holidays: Vec<Holiday>,
}

/// One holiday with its make-up workdays (调休上班).
#[derive(Clone, Debug)]
pub struct Holiday {
    /// 节日
    pub name: FieldText,
    /// First day off.
    pub from: Option<Date>,
    /// Last day off.
    pub to: Option<Date>,
    /// Weekend days that are worked.
    pub workdays: Vec<Date>,
}

impl CalendarYear {
    /// 暂定: not announced yet, or nobody can tell.
    pub fn is_provisional(&self) -> bool {
        self.status.as_ref().is_none_or(|status| status.value == CalendarStatus::Provisional)
    }

    pub(crate) fn read(year: i32, fields: &mut Fields<'_, '_>) -> Self {
        Self {
            year,
            place: fields.head(),
            status: fields.required(STATUS, Fields::word),
            notice: fields.title(NOTICE),
            doc_no: fields.doc_no(DOC_NO),
            issued_on: fields.date(ISSUED_ON),
            source: fields.text(SOURCE),
            holidays: fields.tables(HOLIDAY, |f| Holiday {
                name: f.required_text(NAME),
                from: f.required(FROM, Fields::date),
                to: f.required(TO, Fields::date),
                workdays: f.dates(WORKDAYS),
            }),
        }
    }
}
