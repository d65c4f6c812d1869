//! 年报第二部分: what was disclosed unasked (国办公开办函〔2021〕30号). Each row has its own columns; the rest is “/”.

use super::{Head, Ready};
use crate::words::ColumnType::{Decimal, Int, Text};

/// The columns of a row of documents.
const DOCUMENTS: &[&str] = &["本年制发件数", "本年废止件数", "现行有效件数", "上年现行有效件数"];
/// The column of a row of decisions.
const DECISIONS: &[&str] = &["本年处理决定数量"];

/// 年报第二部分
pub(super) const TABLE: Ready = Ready {
    name: "年报第二部分",
    aliases: &["年度报告第二部分", "主动公开政府信息情况"],
    columns: &[
        Head::of("信息内容", &["项目", "内容"], Text),
        Head::of("本年制发件数", &["制发件数"], Int),
        Head::of("本年废止件数", &["废止件数"], Int),
        Head::of("现行有效件数", &["现行有效数"], Int),
        Head::of("本年处理决定数量", &["处理决定数量"], Int),
        Head::of("本年收费金额", &["本年收费金额（单位：万元）", "本年收费金额（万元）", "收费金额"], Decimal),
        Head::of("上年现行有效件数", &["上年有效件数"], Int).optional(),
    ],
    rows: &[
        Head::row("规章", &[]),
        Head::row("行政规范性文件", &["规范性文件"]),
        Head::row("行政许可", &[]),
        Head::row("行政处罚", &[]),
        Head::row("行政强制", &[]),
        Head::row("行政事业性收费", &[]),
    ],
    across: &["现行有效件数 = 上年现行有效件数 + 本年制发件数 - 本年废止件数"],
    down: &[],
    applies: &[
        ("规章", DOCUMENTS),
        ("行政规范性文件", DOCUMENTS),
        ("行政许可", DECISIONS),
        ("行政处罚", DECISIONS),
        ("行政强制", DECISIONS),
        ("行政事业性收费", &["本年收费金额"]),
    ],
    replaced: &[("本年新制作数量", OLD), ("本年新公开数量", OLD), ("对外公开总数量", OLD), ("上一年项目数量", OLD)],
};

/// The form that the one of 2021 replaced.
const OLD: &str = "国办公开办函〔2019〕60号";
