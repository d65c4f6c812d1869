//! Items: what a bureau may do, in every status, with steps that may be walked.

use std::fmt::Write;

use chrono::NaiveDate;

use super::{Bureau, DOINGS, Office, WORDS, day};

/// What the rest of a site has to know of an item.
pub struct Item {
    pub id: String,
    pub name: String,
    pub office: String,
    pub is_open: bool,
    pub is_important: bool,
    pub channels: Vec<&'static str>,
    pub when: When,
    /// In use from, and to where it ended or was suspended.
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    pub is_started: bool,
}

/// When it is disclosed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Every(&'static str),
    Event,
    Standing,
}

const WHENS: [(When, &str); 12] = [
    (When::Every("M"), "every = \"月\"\nwithin = \"10个工作日\""),
    (When::Every("M"), "every = \"month\"\nby = \"15日\""),
    (When::Every("Q"), "every = \"季度\"\nwithin = \"20日\""),
    (When::Every("H"), "every = \"半年\"\nwithin = \"20个工作日\""),
    (When::Every("H"), "every = \"half-year\"\nwithin = \"20日\""),
    (When::Every("Y"), "every = \"年\"\nwithin = \"20 workdays\""),
    (When::Every("Y"), "every = \"year\"\nby = \"1月31日\""),
    (When::Event, "on = \"event\"\nwithin = \"20 workdays\""),
    (When::Event, "on = \"随时\"\nwithin = \"20日\""),
    (When::Event, "on = \"随时公开\""),
    (When::Standing, "on = \"长期\""),
    (When::Standing, "on = \"standing\""),
];
/// The same, as officials write it on one line.
const WORDINGS: [(When, &str); 5] = [
    (When::Every("H"), "半年一公开"),
    (When::Every("Q"), "每季度公开（20个工作日内）"),
    (When::Every("Y"), "每年1月31日前"),
    (When::Event, "随时公开"),
    (When::Standing, "长期公开"),
];
const CHANNELS: [[&str; 2]; 3] = [["网络公开", "website"], ["公开栏", "notice-board"], ["下发文件", "document"]];

impl Bureau {
    pub fn items(&mut self, offices: &[Office], size: usize) -> Vec<Item> {
        (0..self.dice.between(1, 2 + size)).map(|nth| self.item(nth, offices)).collect()
    }

    fn item(&mut self, nth: usize, offices: &[Office]) -> Item {
        let is_open = self.dice.percent(70);
        let (word, doing) = (*self.dice.pick(&WORDS), *self.dice.pick(&DOINGS));
        let name = if is_open { format!("{word}{doing}之{nth}") } else { self.secret("内部事项") };
        let office = self.dice.pick(offices);
        let office_name = match &office.alias {
            Some(_) | None if self.dice.percent(70) => office.name.clone(),
            _ => office.id.clone(),
        };
        let is_started = self.dice.percent(90);
        let from = *self.dice.pick(&[day("2025-07-01"), day("2026-01-01"), day("2026-04-01")]);
        let ends = is_started && self.dice.percent(20);
        let to = ends.then(|| *self.dice.pick(&[day("2026-06-30"), day("2026-07-31")]));
        let status = match (is_started, to) {
            (false, _) => "暂未开展".to_owned(),
            (true, None) => format!("{}\"\nstarted_on = {from}\n#", self.dice.pick(&["在用", "in-force"])),
            (true, Some(to)) => format!("终止\"\nstarted_on = {from}\nterminated_on = {to}\n#"),
        };
        let mut channels: Vec<[&'static str; 2]> = self.dice.some(&CHANNELS).into_iter().copied().collect();
        if !is_open {
            channels.retain(|channel| channel[1] != "website");
        }
        if channels.is_empty() {
            channels.push(CHANNELS[1]);
        }
        let channel_words: Vec<String> =
            channels.iter().map(|words| format!("\"{}\"", self.dice.pick(words))).collect();
        let (when, schedule) = self.schedule();
        let is_important = is_started && self.dice.percent(40);
        let id = format!("item-{nth}");
        let mut text = format!(
            "name = \"{name}\"\naudience = \"{}\"\noffice = \"{office_name}\"\nchannels = [{}]\nstatus = \"{status}\"\n",
            if is_open { *self.dice.pick(&["社会", "public", "对外公开"]) } else { *self.dice.pick(&["内部公开", "internal"]) },
            channel_words.join(", "),
        )
        .replace("#\"\n", "");
        let content = if is_open { format!("{word}{doing}的情况") } else { self.secret("内容") };
        let category = *self.dice.pick(&["qt", "部门内部管理权", "行政检查", "xk"]);
        let _ = writeln!(text, "category = \"{category}\"\ncontent = \"{content}\"\ncode = \"BM-{nth:04}\"");
        let item = Item {
            id,
            name,
            office: office.name.clone(),
            is_open,
            is_important,
            channels: channels.iter().map(|words| words[1]).collect(),
            when,
            from,
            to,
            is_started,
        };
        text += &self.below(&item, &schedule);
        self.write(&format!("items/{}.toml", item.id), &text);
        Item { is_open: is_open && is_started, ..item }
    }

    /// The tables of an item.
    fn below(&mut self, item: &Item, schedule: &str) -> String {
        let (is_open, is_started, is_important) = (item.is_open, item.is_started, item.is_important);
        let mut text = String::new();
        let has_fee_table = self.dice.percent(30);
        if !has_fee_table {
            text += "fee = \"不收费\"\n";
        }
        text += schedule;
        if has_fee_table {
            let _ = write!(
                text,
                "\n[fee]\nbasis = \"《{}》\"\nstandard = \"每次50元\"\nunit = \"元/次\"\n",
                self.title(is_open)
            );
        }
        if is_started {
            let level = if is_important { "重要" } else { "非重要" };
            let document = self.title(is_open);
            let by = if is_open { "局公开领导小组".to_owned() } else { self.secret("认定") };
            let _ = write!(
                text,
                "\n[importance]\nlevel = \"{level}\"\ndecided_by = \"{by}\"\ndocument = \"《{document}》\"\non = 2025-06-20\n"
            );
        }
        for _ in 0..self.dice.between(1, 2) {
            let (basis, number) = (self.title(is_open), self.nth());
            let _ = write!(
                text,
                "\n[[basis]]\nkind = \"规范性文件\"\ntitle = \"《{basis}》\"\ndoc_no = \"示政发〔2024〕{number}号\"\narticle = \"第{}条\"\n",
                self.dice.between(1, 60)
            );
        }
        text += &self.steps(is_open);
        text += "\n[[remedy]]\nkind = \"举报电话\"\ncontact = \"0000-2000001\"\n";
        if let Some(to) = item.to {
            let what = if is_open { "不再行使。".to_owned() } else { self.secret("终止") };
            let _ = write!(text, "\n[[change]]\non = {to}\nkind = \"终止\"\nwhat = \"{what}\"\nreported_on = {to}\n");
        }
        if is_open && is_started {
            text += "\n[review]\nby = \"局公开办主任\"\non = 2025-06-25\n";
        }
        text + &self.annex()
    }

    fn title(&mut self, is_open: bool) -> String {
        if is_open { format!("示例{}办法", self.dice.pick(&WORDS)) } else { self.secret("内部办法") }
    }

    /// As fields of a table, or in one line.
    fn schedule(&mut self) -> (When, String) {
        if self.dice.percent(35) {
            let (when, wording) = *self.dice.pick(&WORDINGS);
            return (when, format!("schedule = \"{wording}\"\n"));
        }
        let (when, fields) = *self.dice.pick(&WHENS);
        (when, format!("\n[schedule]\n{fields}\n"))
    }

    /// A walk forward, with branches that meet again and returns.
    fn steps(&mut self, is_open: bool) -> String {
        let count = self.dice.below(7);
        let own = self.nth();
        let name = |nth: usize| if is_open { format!("环节{nth}") } else { format!("内部环节{own}之{nth}") };
        let mut text = String::new();
        for nth in 0..count {
            let _ = write!(text, "\n[[step]]\nname = \"{}\"\n", name(nth));
            let limits =
                ["limit = \"3个工作日内\"", "promised = \"5个工作日\"\nstatutory = \"20个工作日\"", "limit = \"当日\""];
            let _ = writeln!(text, "{}", self.dice.pick(&limits));
            if self.dice.percent(40) {
                let _ = writeln!(text, "post = \"经办岗\"\ncontrol = \"双人核对\"");
            }
            let branches = nth + 3 < count && self.dice.percent(40);
            if branches {
                let (one, other) = (name(nth + 1), name(nth + 2));
                let _ = writeln!(
                    text,
                    "next = [{{ to = \"{one}\", when = \"同意\" }}, {{ to = \"{other}\", when = \"不同意\" }}]"
                );
            } else if nth + 1 < count {
                let _ = writeln!(text, "next = [\"{}\"]", name(nth + 1));
            }
            if nth > 0 && self.dice.percent(15) {
                let _ = writeln!(text, "returns = [{{ to = \"{}\", when = \"退回\" }}]", name(0));
            }
        }
        text
    }
}
