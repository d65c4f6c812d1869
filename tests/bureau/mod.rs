//! Random whole sites of bureaus that nobody wrote: offices, items with their steps, records, forms, filings, complaints,
//! statistics, findings and assessments, whose relations, dates and figures are right. `check` has nothing to say of them.
#![allow(dead_code, unreachable_pub, reason = "every test uses its part")]

mod dice;
mod items;
mod records;
mod registers;

use std::fmt::Write;

use chrono::{Datelike, Duration, NaiveDate};
pub use dice::Dice;

use crate::support::{TODAY, Tree, read_tree};

/// A site of a seed. Size 0 is the smallest; it grows with it, some ten files each.
pub fn bureau(seed: u64, size: usize) -> Tree {
    let mut bureau = Bureau { dice: Dice::new(seed), tree: Tree::new(), events: Vec::new(), serial: 0 };
    let offices = bureau.agency();
    bureau.calendars();
    let items = bureau.items(&offices, size);
    bureau.site();
    bureau.pages(&items);
    for item in &items {
        bureau.records(item);
    }
    bureau.registers(&items, &offices, size);
    bureau.number();
    bureau.tree
}

/// A site in the making.
struct Bureau {
    dice: Dice,
    tree: Tree,
    /// What goes into the archive: the day, the path, and where its number stands.
    events: Vec<(NaiveDate, String)>,
    /// So that no two texts are the same.
    serial: usize,
}

/// An office.
struct Office {
    id: String,
    name: String,
    alias: Option<String>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    day(TODAY)
}

fn after(day: NaiveDate, days: i64) -> NaiveDate {
    day + Duration::days(days)
}

/// Stands where an archive number will be, once all days are known.
const NUMBER: &str = "@archive@";

const PLACES: [&str; 8] = ["青溪", "南浦", "石桥", "云岭", "长汀", "东明", "白河", "松阳"];
const TRADES: [&str; 8] = ["机关事务管理局", "水利局", "档案馆", "统计局", "林业局", "粮食局", "气象局", "地震局"];
const OFFICES: [&str; 9] =
    ["办公室", "财务室", "后勤服务科", "车辆管理科", "法规科", "规划科", "信息中心", "监督科", "资产科"];
const WORDS: [&str; 12] =
    ["会议", "车辆", "设备", "场地", "物资", "修缮", "能源", "印章", "档案", "宿舍", "食堂", "绿化"];
const DOINGS: [&str; 8] = ["使用", "管理", "调配", "采购", "维护", "审核", "登记", "处置"];

impl Bureau {
    fn write(&mut self, path: &str, text: &str) {
        self.tree.insert(format!("content/{path}"), text.as_bytes().to_vec());
    }

    /// A number that nothing else has.
    fn nth(&mut self) -> usize {
        self.serial += 1;
        self.serial
    }

    /// A text that stands nowhere else: what is inside may not be said in the open by chance.
    fn secret(&mut self, what: &str) -> String {
        let nth = self.nth();
        let (a, b) = (self.dice.pick(&WORDS), self.dice.pick(&DOINGS));
        format!("{what}第{nth}件，{a}{b}的经过")
    }

    fn annex(&mut self) -> String {
        if self.dice.percent(60) {
            return String::new();
        }
        format!("\n[internal]\nnote = \"{}\"\n", self.secret("备注"))
    }

    fn agency(&mut self) -> Vec<Office> {
        let (place, trade) = (*self.dice.pick(&PLACES), *self.dice.pick(&TRADES));
        let names: Vec<&str> = self.dice.some(&OFFICES).into_iter().copied().collect();
        let offices: Vec<Office> = names
            .iter()
            .enumerate()
            .map(|(nth, name)| Office {
                id: format!("office-{nth}"),
                name: (*name).to_owned(),
                alias: self.dice.percent(40).then(|| format!("{place}{name}")),
            })
            .collect();
        let mut text = format!(
            "name = \"{place}区{trade}\"\naddress = \"{place}区示例路{}号\"\nphone = \"0000-2000000\"\nhours = \"工作日9:00—17:00\"\nduties = \"承担本区有关工作。\"\nsuperior = \"{place}区权力公开领导小组办公室\"\n\n[leading_group]\nduties = \"研究部署权力公开工作。\"\n\n[[leading_group.member]]\nrole = \"组长\"\npost = \"局长\"\n\n[disclosure_office]\nname = \"局公开办\"\nhead = \"副局长\"\nphone = \"0000-2000001\"\n",
            self.dice.between(1, 99)
        );
        for office in &offices {
            let _ = write!(text, "\n[[office]]\nid = \"{}\"\nname = \"{}\"\n", office.id, office.name);
            if let Some(alias) = &office.alias {
                let _ = writeln!(text, "aliases = [\"{alias}\"]");
            }
            if self.dice.percent(50) {
                let _ = writeln!(text, "head = \"{}负责人\"\nduties = \"负责本科室的工作。\"", office.name);
            }
            if self.dice.percent(20) {
                let note = self.secret("备注");
                let _ = write!(text, "\n[office.internal]\nnote = \"{note}\"\n");
            }
        }
        text += "\n[[complaint]]\nkind = \"举报电话\"\ncontact = \"0000-2000001\"\n\n[[complaint]]\nkind = \"举报箱\"\ncontact = \"一楼大厅\"\n\n[archive]\ncustodian = \"局公开办档案岗\"\nplace = \"三楼档案室\"\nretention = \"长期保存\"\n";
        let annex = self.annex();
        self.write("agency.toml", &(text + &annex));
        offices
    }

    /// Those of the sample: the State Council's notices.
    fn calendars(&mut self) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/calendars");
        for (path, bytes) in read_tree(&folder) {
            self.tree.insert(format!("content/calendars/{path}"), bytes);
        }
    }

    fn site(&mut self) {
        let mut text = "name = \"权力公开\"\nlanguage = \"zh-CN\"\ndescription = \"公开本机关的职权。\"\n".to_owned();
        if self.dice.percent(60) {
            text += "base_url = \"https://bureau.example.gov.cn/\"\n";
        }
        text += "\n[filing]\nschedule = \"半年\"\nsince = 2026-01-01\n\n[assessment]\nknowledge = 25\nscope = 25\ntimeliness = 25\nopinion = 25\ndecided_on = 2025-12-20\n";
        let annex = self.annex();
        self.write("site.toml", &(text + &annex));
    }

    fn pages(&mut self, items: &[items::Item]) {
        let open: Vec<&items::Item> = items.iter().filter(|item| item.is_open).collect();
        for nth in 0..self.dice.between(1, 3) {
            let inside = nth > 0 && self.dice.percent(40);
            let title = if inside { self.secret("内部说明") } else { format!("公开说明之{nth}") };
            let side = if inside { "内部公开" } else { "社会" };
            let body = match open.first() {
                Some(item) if !inside => format!("见[{}](../items/{}.toml)。", item.name, item.id),
                _ if inside => format!("{}。", self.secret("正文")),
                _ => "本站公开本机关的职权。".to_owned(),
            };
            let annex = self.annex();
            self.write(
                &format!("pages/page-{nth}.md"),
                &format!(
                    "+++\ntitle = \"{title}\"\naudience = \"{side}\"\norder = {}\nsummary = \"{title}的说明\"\nformed_on = 2026-01-05\npublished_on = 2026-01-08\n\n[review]\nby = \"局公开办主任\"\non = 2026-01-06\n{annex}+++\n\n{body}\n",
                    (nth + 1) * 10
                ),
            );
        }
    }

    /// Gives the archive's numbers by year, in the order of the days.
    fn number(&mut self) {
        let mut events = std::mem::take(&mut self.events);
        events.sort();
        let mut nth = std::collections::BTreeMap::<i32, usize>::new();
        for (day, path) in events {
            let number = nth.entry(day.year()).or_default();
            *number += 1;
            let bytes = self.tree.get_mut(&path).expect("a file that was made");
            let text = String::from_utf8(std::mem::take(bytes)).expect("text");
            *bytes = text.replace(NUMBER, &format!("{}-{number:03}", day.year())).into_bytes();
        }
    }
}

mod laws {
    //! Nobody has anything to say of a made site, and it is built.

    use mingjing::build::Sides;
    use proptest::prelude::*;

    use super::bureau;
    use crate::support::{TODAY, World, search};

    /// What `check` says of a site.
    fn said(seed: u64, size: usize) -> String {
        let world = World::of(&bureau(seed, size));
        let (report, catalog) = world.report(TODAY);
        let one = |finding: &mingjing::diag::Finding| {
            let at = finding.span.file;
            let path = mingjing::diag::Files::path(&catalog.source, at);
            let text = catalog.source.slice(finding.span);
            format!("{} {path} {text:?}: {}\n", finding.rule.code, finding.message.zh)
        };
        report.findings().iter().map(one).collect()
    }

    proptest! {
        #![proptest_config(search(24, 20_261_124))]
        #[test]
        fn a_random_bureau_has_no_finding(seed in any::<u64>(), size in 0..12_usize) {
            let said = said(seed, size);
            prop_assert!(said.is_empty(), "seed {seed}, size {size}:\n{said}");
        }

        #[test]
        fn a_random_bureau_is_built(seed in any::<u64>(), size in 0..12_usize) {
            let world = World::of(&bureau(seed, size));
            if let Err(failure) = world.build(Sides::Both) {
                prop_assert!(false, "seed {seed}, size {size}: {failure:?}");
            }
        }
    }
}
