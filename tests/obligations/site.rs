//! Small sites of text files in memory, and their promises as plain rows.

use std::{fs, path::Path};

use chrono::NaiveDate;
use mingjing::{
    calendar::AsOf,
    day::Day,
    diag::{Finding, Severity},
    edition::{Insiders, PromiseAnnex, PromiseView, Public, promises},
    load::{Catalog, load},
    text::Lang,
    words::State,
};

use crate::support::{Tree, World};

/// A site with the sample's calendars, 2024 to 2027.
pub struct Site {
    world: World,
}

/// A promise as a page has it. What only insiders see is left empty for the public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub item: String,
    pub key: String,
    pub audience: String,
    pub about: String,
    pub opens: NaiveDate,
    pub due: NaiveDate,
    pub provisional: bool,
    pub state: State,
    pub record: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub days_late: u32,
    pub basis: String,
    pub act: Option<String>,
    pub draft: Option<String>,
    pub waived: bool,
}

impl Site {
    pub fn new() -> Self {
        let site = Self { world: World::of(&Tree::new()) };
        site.policy("");
        site.write("agency.toml", "name = \"示例局\"\n");
        for year in 2024..=2027 {
            let path = format!("calendars/{year}.toml");
            let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(&path);
            site.write(&path, &fs::read_to_string(sample).unwrap());
        }
        site
    }

    pub fn write(&self, path: &str, text: &str) {
        self.world.write(&format!("content/{path}"), text);
    }

    pub fn remove(&self, path: &str) {
        self.world.remove(&format!("content/{path}"));
    }

    /// `site.toml` with a `[policy]` of these lines.
    pub fn policy(&self, lines: &str) {
        let head = "name = \"示例\"\nlanguage = \"zh-CN\"\ndescription = \"示例\"\n";
        self.write("site.toml", &format!("{head}[policy]\n{lines}\n"));
    }

    /// A reviewed public item in use since 2025; `lines` say what differs and end with its schedule.
    pub fn item(&self, id: &str, lines: &str) {
        let mut head = format!("name = \"事项{id}\"\noffice = \"财务室\"\nchannels = [\"公开栏\"]\n");
        let started = if lines.contains("暂未开展") { "" } else { "started_on = 2025-01-01\n" };
        for usual in ["audience = \"社会\"\n", "status = \"在用\"\n", started] {
            let key = usual.split(' ').next().unwrap();
            if !lines.lines().any(|line| line.starts_with(key)) {
                head.push_str(usual);
            }
        }
        let review = "\n[review]\nby = \"局公开办主任\"\non = 2025-01-01\n";
        self.write(&format!("items/{id}.toml"), &(head + lines + review));
    }

    /// A reviewed record; `lines` are the top of its front matter, tables last.
    pub fn record(&self, item: &str, id: &str, lines: &str) {
        let review = "[review]\nby = \"局公开办主任\"\non = 2025-01-01\n";
        self.draft(item, id, &format!("{lines}\n{review}"));
    }

    /// A record as its lines say.
    pub fn draft(&self, item: &str, id: &str, lines: &str) {
        let formed = if lines.contains("formed_on") { "" } else { "formed_on = 2025-01-01\n" };
        self.write(&format!("records/{item}/{id}.md"), &format!("+++\ntitle = \"{id}\"\n{formed}{lines}\n+++\n"));
    }

    /// A waiver of the rule about what is overdue.
    pub fn waive(&self, file: &str, until: &str, more: &str) {
        let head = format!("[[waiver]]\nrule = \"S102\"\nfile = \"{file}\"\nuntil = {until}\n");
        self.write("waivers.toml", &format!("{head}reason = \"系统升级\"\nowner = \"局公开办主任\"\n{more}\n"));
    }

    pub fn load(&self) -> Catalog {
        let (catalog, found) = load(self.world.source());
        let errors: Vec<&Finding> =
            found.iter().filter(|f| f.rule.severity == Severity::Error && !is_beside_the_point(f)).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        catalog
    }

    /// What insiders see, with promises that begin by `until`.
    pub fn until(&self, as_of: &str, until: &str) -> Vec<Row> {
        inside(&self.load(), as_of.parse().unwrap(), until.parse().unwrap())
    }

    /// What insiders see on a day.
    pub fn on(&self, as_of: &str) -> Vec<Row> {
        self.until(as_of, as_of)
    }

    /// What everyone sees on a day.
    pub fn open(&self, as_of: &str) -> Vec<Row> {
        let as_of = as_of.parse().unwrap();
        outside(&self.load(), as_of, as_of)
    }

    /// One promise of insiders.
    #[track_caller]
    pub fn one(&self, as_of: &str, item: &str, key: &str) -> Row {
        let rows = self.on(as_of);
        let found = rows.iter().find(|row| row.item == item && row.key == key);
        found.unwrap_or_else(|| panic!("no {item} {key} in {rows:#?}")).clone()
    }

    #[track_caller]
    pub fn state(&self, as_of: &str, item: &str, key: &str) -> State {
        self.one(as_of, item, key).state
    }

    /// The keys of an item's promises.
    pub fn keys(&self, as_of: &str, item: &str) -> Vec<String> {
        self.on(as_of).into_iter().filter(|row| row.item == item).map(|row| row.key).collect()
    }
}

/// These small sites say no more of the agency and of the site than promises need.
fn is_beside_the_point(finding: &Finding) -> bool {
    finding.rule.code == mingjing::read::MISSING_FIELD.code
}

pub fn inside(catalog: &Catalog, as_of: NaiveDate, until: NaiveDate) -> Vec<Row> {
    let on = Day::until(catalog, AsOf(as_of), until);
    let all = promises::<Insiders>(&on, on.until, Lang::Zh);
    all.list.iter().map(|entry| row(&entry.view, Some(&entry.annex))).collect()
}

pub fn outside(catalog: &Catalog, as_of: NaiveDate, until: NaiveDate) -> Vec<Row> {
    let on = Day::until(catalog, AsOf(as_of), until);
    let all = promises::<Public>(&on, on.until, Lang::Zh);
    all.list.iter().map(|entry| row(&entry.view, None)).collect()
}

fn row(view: &PromiseView<'_>, annex: Option<&PromiseAnnex<'_>>) -> Row {
    Row {
        item: view.item.to_owned(),
        key: view.key.clone(),
        audience: view.audience.text.to_string(),
        about: view.about.clone(),
        opens: view.opens,
        due: view.due,
        provisional: view.provisional,
        state: view.standing,
        record: view.record.as_ref().map(|record| record.id.to_owned()),
        published_on: view.published_on,
        days_late: view.days_late,
        basis: view.basis.clone(),
        act: annex.and_then(|annex| annex.act.as_ref()).map(|act| act.act.text.to_string()),
        draft: annex.and_then(|annex| annex.draft.as_ref()).map(|draft| draft.id.to_owned()),
        waived: annex.is_some_and(|annex| annex.waiver.is_some()),
    }
}
