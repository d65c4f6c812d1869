//! The registers: forms of important powers, filings, complaints with their statistics, findings, an assessment.

use std::fmt::Write;

use chrono::NaiveDate;

use super::{Bureau, NUMBER, Office, after, day, items::Item, today};

const SERIES: [[&str; 3]; 2] = [["决策", "执行", "结果"], ["受理", "办理中", "办结"]];

impl Bureau {
    /// A form of an important power whose first stage lies on a day of a time.
    pub fn exercise(&mut self, item: &Item, first: NaiveDate, last: NaiveDate) {
        let nth = self.nth();
        let inside = !item.is_open;
        let mut on = first.min(last);
        let subject = if inside { self.secret("行使") } else { format!("{}第{nth}次", item.name) };
        let mut text = format!(
            "item = \"{}\"\nsubject = \"{subject}\"\nreg_no = \"{}〔2026〕{nth}号\"\noffice = \"{}\"\narchive_no = \"{NUMBER}\"\n",
            item.id,
            if inside { "内登" } else { "示登" },
            item.office
        );
        let series = self.dice.pick(&SERIES);
        let mut published = None;
        for kind in &series[..self.dice.between(1, 3)] {
            let (recorded, reviewed, submitted, superior) = (on, after(on, 1), after(on, 2), after(on, 4));
            let out = after(superior, 1);
            if out > today() {
                break;
            }
            let what = if inside { self.secret("办理") } else { format!("{kind}第{nth}次") };
            let by = if inside { self.secret("经办") } else { item.office.clone() };
            let _ = write!(
                text,
                "\n[[stage]]\nkind = \"{kind}\"\non = {on}\nwhat = \"{what}\"\nby = \"{by}\"\nrecorded_on = {recorded}\nsubmitted_on = {submitted}\npublished_on = {out}\n\n[stage.review]\nby = \"局公开办主任\"\non = {reviewed}\n\n[stage.review.superior]\nby = \"区权力公开领导小组办公室\"\non = {superior}\n"
            );
            published = published.or(Some(out));
            on = after(out, self.dice.days(1, 20));
        }
        let Some(published) = published else { return };
        text += &self.annex();
        let path = format!("exercises/form-{nth}.toml");
        self.write(&path, &text);
        self.events.push((published, format!("content/{path}")));
    }

    pub fn registers(&mut self, items: &[Item], offices: &[Office], size: usize) {
        self.filing(items);
        self.feedback(items, offices, size);
        for _ in 0..self.dice.below(2 + size / 3) {
            self.finding(offices);
            self.inspection(offices);
        }
        self.assessment(offices);
    }

    /// The half-year that is over, with a line of every ordinary power in use.
    fn filing(&mut self, items: &[Item]) {
        let last = day("2026-06-30");
        let rows = items.iter().filter(|item| item.is_started && !item.is_important && item.from <= last);
        let mut text = String::new();
        for item in rows {
            let (count, summary) = (self.dice.below(9), self.secret("备案"));
            let _ = write!(text, "\n[[row]]\nitem = \"{}\"\ncount = {count}\nsummary = \"{summary}\"\n", item.id);
        }
        if text.is_empty() {
            // Nothing is filed where nothing ordinary was in use.
            let settings = "content/site.toml";
            let site = String::from_utf8(self.tree[settings].clone()).expect("text");
            let site = site.replace("[filing]\nschedule = \"半年\"\nsince = 2026-01-01\n", "");
            self.tree.insert(settings.to_owned(), site.into_bytes());
            return;
        }
        let head = "reg_no = \"内备〔2026〕1号\"\nperiod = \"2026-H1\"\nfilled_by = \"局公开办备案岗\"\nfilled_on = 2026-07-06\nsubmitted_on = 2026-07-08\n";
        let annex = self.annex();
        self.write("filings/2026-h1.toml", &format!("{head}{text}{annex}"));
    }

    fn feedback(&mut self, items: &[Item], offices: &[Office], size: usize) {
        let mut of_half = 0;
        // Fewer than five are not broken down, so that their number is all that is published.
        for nth in 0..self.dice.below(4 + size) {
            let received = after(day("2026-01-05"), self.dice.days(0, 229));
            if received <= day("2026-06-30") {
                if of_half == 4 {
                    continue;
                }
                of_half += 1;
            }
            let answered = after(received, self.dice.days(1, 7));
            let kind = *self.dice.pick(&["投诉", "举报", "意见建议", "评议"]);
            let way = *self.dice.pick(&["举报电话", "举报箱", "评议意见箱", "征求意见卡", "座谈会"]);
            let (subject, content, answer) = (self.secret("事由"), self.secret("内容"), self.secret("答复"));
            let outcome = *self.dice.pick(&["属实", "不属实", "部分属实", "解释说明", "采纳"]);
            let mut text = format!("kind = \"{kind}\"\nway = \"{way}\"\nreceived_on = {received}\n");
            if self.dice.percent(60) {
                let _ = writeln!(text, "item = \"{}\"", self.dice.pick(items).id);
            }
            let office = self.dice.pick(offices).name.clone();
            let _ = write!(
                text,
                "subject = \"{subject}\"\ncontent = \"{content}\"\noffice = \"{office}\"\nanswered_on = {answered}\nanswer = \"{answer}\"\noutcome = \"{outcome}\"\n"
            );
            if self.dice.percent(40) {
                text += "\n[complainant]\ncontact = \"来信编号示例\"\n";
            }
            if self.dice.percent(30) {
                let (reviewed, out) = (after(answered, 1), after(answered, 3));
                let _ = write!(
                    text,
                    "\n[release]\ntitle = \"关于来件{nth}的答复\"\nsummary = \"有人来件{nth}反映情况。\"\nanswer = \"来件{nth}已经办理。\"\npublished_on = {out}\n\n[release.review]\nby = \"局公开办主任\"\non = {reviewed}\n"
                );
            }
            text += &self.annex();
            self.write(&format!("feedback/case-{nth}.toml"), &text);
        }
        self.write(
            "statistics/2026-h1.toml",
            &format!("note = \"各种途径合并计算。\"\nreceived = {of_half}\npublished_on = 2026-07-20\n\n[review]\nby = \"局公开办主任\"\non = 2026-07-17\n"),
        );
    }

    fn finding(&mut self, offices: &[Office]) {
        let nth = self.nth();
        let found = after(day("2026-02-01"), self.dice.days(0, 119));
        let (corrected, reported) = (after(found, 20), after(found, 24));
        let (post, finding, measure, correction) =
            (self.secret("责任岗"), self.secret("情形"), self.secret("措施"), self.secret("改正"));
        let annex = self.annex();
        let office = &self.dice.pick(offices).name;
        let text = format!(
            "level = \"直接责任\"\npost = \"{post}\"\noffice = \"{office}\"\nfound_on = {found}\nfinding = \"{finding}\"\nmeasure = \"{measure}\"\ncorrect_by = {}\ncorrected_on = {corrected}\ncorrection = \"{correction}\"\nreported_on = {reported}\n{annex}",
            after(found, 30)
        );
        self.write(&format!("accountability/finding-{nth}.toml"), &text);
    }

    /// What it found was reported in time and put right by its day.
    fn inspection(&mut self, offices: &[Office]) {
        let nth = self.nth();
        let on = after(day("2026-02-01"), self.dice.days(0, 119));
        let (reported, corrected, limit) = (after(on, 1), after(on, 12), after(on, 30));
        let (scope, by, what, correction, title) =
            (self.secret("检查"), self.secret("检查岗"), self.secret("问题"), self.secret("整改"), self.secret("动态"));
        let annex = self.annex();
        let office = &self.dice.pick(offices).name;
        let text = format!(
            "on = {on}\nscope = \"{scope}\"\nby = \"{by}\"\n\n[[problem]]\nwhat = \"{what}\"\noffice = \"{office}\"\nreported_on = {reported}\ncorrect_by = {limit}\ncorrected_on = {corrected}\ncorrection = \"{correction}\"\n\n[[report]]\nkind = \"工作动态\"\ntitle = \"{title}\"\nsubmitted_on = {corrected}\n{annex}"
        );
        self.write(&format!("inspections/inspection-{nth}.toml"), &text);
    }

    fn assessment(&mut self, offices: &[Office]) {
        let mut text = "period = \"2026-H1\"\nsubmitted_on = 2026-08-12\n".to_owned();
        for office in offices {
            let answers = self.dice.between(1, 40);
            let right = self.dice.between(0, answers);
            let _ = write!(text, "\n[[quiz]]\noffice = \"{}\"\nright = {right}\nanswers = {answers}\n", office.name);
        }
        for by in ["全局内部", "社会"] {
            let asked = self.dice.between(1, 60);
            let satisfied = self.dice.between(0, asked);
            let _ = write!(text, "\n[[survey]]\nby = \"{by}\"\nsatisfied = {satisfied}\nasked = {asked}\n");
        }
        let annex = self.annex();
        self.write("assessments/2026-h1.toml", &(text + &annex));
    }
}
