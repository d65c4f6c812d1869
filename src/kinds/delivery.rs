//! 公开落实: how a promised channel was served.

use super::keys::{CHANNEL, DOC_NO};
use crate::{
    diag::Spanned,
    keys,
    read::{Date, FieldText, Fields},
    words::Channel,
};

keys! {
    ON = "on" "公开日期" "on" "2026-07-21"
        "张贴、发出的日期；网络公开的与发布日期相同" "the day on which it was put up or sent";
    UNTIL = "until" "撤下日期" "until" "2026-08-07"
        "撤下的日期；还在张贴的先不写" "the day on which it was taken down; not while it is up";
    PLACE = "place" "地点" "place" r#""一楼大厅公开栏""#
        "张贴在哪里" "where it was put up";
    RECIPIENTS = "recipients" "发送范围" "recipients" r#"["各科室"]"#
        "文件发给谁" "who was sent the document";
    PHOTO = "photo" "影像资料" "photograph" r#""2026-h1-board.jpg""#
        "本记录附件的文件名，照片或者录像" "the file of an attachment of this record that shows it";
}

/// One channel served.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// 公开形式
    pub channel: Option<Spanned<Channel>>,
    /// From when.
    pub on: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Where.
    pub place: Option<FieldText>,
    /// 文号 of the document that carried it.
    pub doc_no: Option<FieldText>,
    /// 发送范围 of that document.
    pub recipients: Vec<FieldText>,
    /// 影像资料: file name of the attachment that shows it.
    pub photo: Option<FieldText>,
}

impl Delivery {
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            channel: fields.required(CHANNEL, Fields::word),
            on: fields.required(ON, Fields::past),
            until: fields.date(UNTIL),
            place: fields.text(PLACE),
            doc_no: fields.doc_no(DOC_NO),
            recipients: fields.texts(RECIPIENTS),
            photo: fields.text(PHOTO),
        }
    }
}
