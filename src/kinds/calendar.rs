//! `calendars/<year>.toml`: the days off that the State Council's notice sets.

use crate::{
    diag::{Span, Spanned},
    read::{Date, Fields, Text},
    words::CalendarStatus,
};

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
    pub notice: Option<Text>,
    /// 文号 of the notice.
    pub doc_no: Option<Text>,
    /// When it was issued.
    pub issued_on: Option<Date>,
    /// Where it can be read.
    pub source: Option<Text>,
    /// The holidays.
    pub holidays: Vec<Holiday>,
}

/// One holiday with its make-up workdays (调休上班).
#[derive(Clone, Debug)]
pub struct Holiday {
    /// 节日
    pub name: Text,
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
        let status = fields.word("status");
        Self {
            year,
            place: fields.head(),
            status: fields.require("status", status),
            notice: fields.text("notice"),
            doc_no: fields.text("doc_no"),
            issued_on: fields.date("issued_on"),
            source: fields.text("source"),
            holidays: fields.tables("holiday", |f| {
                let (from, to) = (f.date("from"), f.date("to"));
                Holiday {
                    name: f.required_text("name"),
                    from: f.require("from", from),
                    to: f.require("to", to),
                    workdays: f.dates("workdays"),
                }
            }),
        }
    }
}
