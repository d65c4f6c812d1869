//! 部门经费分月表: what was received and what was spent, month by month.

use super::{Head, Ready};
use crate::words::ColumnType::{Decimal, Text};

/// 部门经费
pub(super) const TABLE: Ready = Ready {
    name: "部门经费",
    aliases: &["部门经费分月", "部门经费分月表", "部门经费使用", "经费分月明细"],
    columns: &[
        Head::of("月份", &["月", "时间", "期间"], Text),
        Head::of("领取经费", &["经费领取", "拨款", "领取数"], Decimal).apart(),
        Head::of("办公费", &["办公费用"], Decimal).optional(),
        Head::of("水电暖费", &["水电费", "水电暖"], Decimal).optional(),
        Head::of("维修（护）费", &["维修费", "维护费"], Decimal).optional(),
        Head::of("差旅费", &["差旅"], Decimal).optional(),
        Head::of("公务用车运行维护费", &["公务用车运行费", "公车运行维护费"], Decimal).optional(),
        Head::of("其他支出", &["其他", "其他费用"], Decimal).optional(),
        Head::of("报销合计", &["支出合计", "业务报销", "报销小计"], Decimal),
        Head::of("结余", &["本月结余", "余额"], Decimal).optional().apart(),
    ],
    rows: &[Head::row("合计", &["总计", "累计"])],
    across: &["报销合计 = 其余各列之和", "结余 = 领取经费 - 报销合计"],
    down: &["合计 = 以上各行之和"],
    applies: &[],
    replaced: &[],
};
