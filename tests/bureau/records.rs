//! Records: one for each period that an item owes, some for its events, with tables whose sums are right.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::{
    Bureau, NUMBER, after,
    items::{Item, When},
    today,
};

/// What a record is about.
struct Occasion {
    id: String,
    field: String,
    first: NaiveDate,
    last: NaiveDate,
    said: String,
}

impl Bureau {
    pub fn records(&mut self, item: &Item) {
        if !item.is_started {
            return;
        }
        for occasion in self.occasions(item) {
            self.record(item, &occasion);
        }
    }

    fn occasions(&mut self, item: &Item) -> Vec<Occasion> {
        let end = item.to.unwrap_or_else(today);
        match item.when {
            When::Every(every) => periods(every, item.from, item.to),
            When::Event => {
                let days = u8::try_from((end - item.from).num_days() - 12).unwrap_or(u8::MAX);
                (0..self.dice.below(4)).map(|nth| event(nth, after(item.from, self.dice.days(0, days)))).collect()
            }
            When::Standing => vec![event(0, item.from)],
        }
    }

    fn record(&mut self, item: &Item, occasion: &Occasion) {
        // A standing item and what happened on one day are told within a week, what is periodic when its time is over.
        let formed = after(occasion.last, 1);
        let reviewed = after(formed, self.dice.days(0, 1));
        let published = after(reviewed, self.dice.days(0, 3));
        if published > today() {
            return;
        }
        let inside = !item.is_open;
        let nil = matches!(item.when, When::Every(_)) && self.dice.percent(25);
        let (nth, said) = (self.nth(), &occasion.said);
        let title = if inside { self.secret("内部情况") } else { format!("{said}{}的情况", item.name) };
        let mut text = format!(
            "+++\ntitle = \"{title}\"\n{}\nformed_on = {formed}\npublished_on = {published}\nindex_no = \"BM00/{}-{nth:05}\"\narchive_no = \"{NUMBER}\"\n",
            occasion.field,
            published.year()
        );
        if nil {
            text += "nil = true\n";
        }
        if item.channels.contains(&"document") || self.dice.percent(20) {
            let _ = writeln!(text, "doc_no = \"示办发〔{}〕{nth}号\"", published.year());
        }
        if !nil && self.dice.percent(50) {
            let summary =
                if inside { self.secret("概述") } else { format!("{said}共办理{}件。", self.dice.below(90)) };
            let _ = writeln!(text, "summary = \"{summary}\"");
        }
        if item.is_open {
            let _ = write!(text, "\n[review]\nby = \"局公开办主任\"\non = {reviewed}\n");
            if item.is_important {
                let _ = write!(text, "\n[review.superior]\nby = \"区权力公开领导小组办公室\"\non = {reviewed}\n");
            }
        }
        for channel in &item.channels {
            text += &self.delivery(channel, published, inside);
        }
        if !nil && self.dice.percent(50) {
            text += &self.table(item, &occasion.id, inside);
        }
        if !nil && self.dice.percent(30) {
            text += &self.attachment(item, &occasion.id, inside);
        }
        text += &self.revisions(item, published, nil);
        let about = if nil { "没有发生" } else { "的情况如上" };
        let body = if inside { format!("{}。", self.secret("正文")) } else { format!("{said}{about}。") };
        text += &self.annex();
        let path = format!("records/{}/{}.md", item.id, occasion.id);
        self.write(&path, &format!("{text}+++\n\n{body}\n"));
        self.events.push((published, format!("content/{path}")));
        if self.dice.percent(10) {
            let note = self.secret("附记");
            self.write(&format!("records/{}/{}.internal.md", item.id, occasion.id), &format!("{note}。\n"));
        }
        if item.is_important && !nil {
            self.exercise(item, occasion.first, occasion.last);
        }
    }

    /// What was standing is confirmed within the year; a few are corrected.
    fn revisions(&mut self, item: &Item, published: NaiveDate, nil: bool) -> String {
        let mut text = String::new();
        let confirmed = after(published, 300);
        if item.when == When::Standing && confirmed <= today() {
            let _ = write!(text, "\n[[revision]]\non = {confirmed}\nkind = \"确认\"\nreason = \"仍然适用。\"\n");
            text += &revision_review(item, confirmed);
        }
        let corrected = after(published, 2);
        if !nil && corrected <= today() && self.dice.percent(15) {
            let reason = if item.is_open { "录入有误。".to_owned() } else { self.secret("更正") };
            let _ = write!(text, "\n[[revision]]\non = {corrected}\nkind = \"更正\"\nreason = \"{reason}\"\n");
            text += &revision_review(item, corrected);
        }
        text
    }

    fn delivery(&mut self, channel: &str, on: NaiveDate, inside: bool) -> String {
        let mut text = format!("\n[[delivery]]\nchannel = \"{channel}\"\non = {on}\n");
        match channel {
            "notice-board" => {
                let place = if inside { self.secret("张贴处") } else { "一楼大厅公开栏".to_owned() };
                let _ = writeln!(text, "until = {}\nplace = \"{place}\"", after(on, self.dice.days(10, 30)));
            }
            "document" => {
                let to = if inside { self.secret("收文") } else { "各科室".to_owned() };
                let _ = writeln!(text, "recipients = [\"{to}\"]");
            }
            _ => {}
        }
        text
    }

    /// Amounts in rows, with their sum below.
    fn table(&mut self, item: &Item, id: &str, inside: bool) -> String {
        let rows = self.dice.between(1, 8);
        let amounts: Vec<usize> = (0..rows).map(|_| self.dice.below(500_000)).collect();
        let shown = |cents: usize| format!("{}.{:02}", cents / 100, cents % 100);
        let mut csv = if inside { format!("{},金额\n", self.secret("类别")) } else { "类别,金额\n".to_owned() };
        for (nth, amount) in amounts.iter().enumerate() {
            let name = if inside { self.secret("支出") } else { format!("支出{}", nth + 1) };
            let _ = writeln!(csv, "{},{}", name.replace('，', "之"), shown(*amount));
        }
        let _ = writeln!(csv, "合计,{}", shown(amounts.iter().sum()));
        let file = format!("{id}-{}.csv", self.nth());
        self.write(&format!("records/{}/{file}", item.id), &csv.replace("，", "之"));
        let title = if inside { self.secret("明细表") } else { "明细表".to_owned() };
        format!(
            "\n[[table]]\nfile = \"{file}\"\ntitle = \"{title}\"\nunit = \"元\"\nrows = [\"合计 = 以上各行之和\"]\n"
        )
    }

    fn attachment(&mut self, item: &Item, id: &str, inside: bool) -> String {
        let file = format!("{id}-{}.txt", self.nth());
        let (title, text) = if inside {
            (self.secret("附件"), self.secret("说明"))
        } else {
            ("编制说明".to_owned(), "按实际发生数编制。".to_owned())
        };
        self.write(&format!("records/{}/{file}", item.id), &format!("{text}\n"));
        format!("\n[[attachment]]\nfile = \"{file}\"\ntitle = \"{title}\"\nkind = \"文字\"\n")
    }
}

/// Who reviewed a revision, where the public sees it.
fn revision_review(item: &Item, on: NaiveDate) -> String {
    let mut text = String::new();
    if item.is_open {
        let _ = write!(text, "\n[revision.review]\nby = \"局公开办主任\"\non = {on}\n");
        if item.is_important {
            let _ = write!(text, "\n[revision.review.superior]\nby = \"区权力公开领导小组办公室\"\non = {on}\n");
        }
    }
    text
}

fn event(nth: usize, on: NaiveDate) -> Occasion {
    let said = format!("{}年{}月{}日", on.year(), on.month(), on.day());
    Occasion { id: format!("{on}-{nth}"), field: format!("occurred_on = {on}"), first: on, last: on, said }
}

/// The periods that ended while the item was in use.
fn periods(every: &str, from: NaiveDate, to: Option<NaiveDate>) -> Vec<Occasion> {
    let months: u32 = match every {
        "M" => 1,
        "Q" => 3,
        "H" => 6,
        _ => 12,
    };
    let mut periods = Vec::new();
    let mut first = NaiveDate::from_ymd_opt(from.year(), from.month0() / months * months + 1, 1).expect("a month");
    while first < today() && to.is_none_or(|to| first <= to) {
        let next = first + chrono::Months::new(months);
        let last = after(next, -1);
        let (year, nth) = (first.year(), first.month0() / months + 1);
        let (id, said) = match every {
            "M" => (format!("{year}-{nth:02}"), format!("{year}年{nth}月")),
            "Q" => (format!("{year}-Q{nth}"), format!("{year}年第{nth}季度")),
            "H" => (format!("{year}-H{nth}"), format!("{year}年{}半年", ["上", "下"][nth as usize - 1])),
            _ => (format!("{year}"), format!("{year}年")),
        };
        if last < today() {
            periods.push(Occasion {
                id: id.to_lowercase(),
                field: format!("period = \"{id}\""),
                first: first.max(from),
                last,
                said,
            });
        }
        first = next;
    }
    periods
}
