//! Flow charts of procedures of every shape in `tests/flows`, as they stand on the page: nothing overlaps, no line runs
//! through a box, everything lies within the drawing, and a phone can show it.

use std::{collections::BTreeMap, path::Path};

use crate::support::World;
use mingjing::build::Sides;

const HEAD: &str = r#"name = "流程"
category = "部门内部管理权"
audience = "社会"
office = "计财科"
channels = ["网络公开"]
content = "示例"
fee = "不收费"
status = "暂未开展"

[schedule]
on = "随时"
within = "20个工作日"

[[basis]]
kind = "其他"
title = "《示例》"

[review]
by = "公开办主任"
on = 2026-01-05

"#;

/// The only shape whose lines cross: of three boxes beside each other the middle one returns, and is returned to.
const CROSSING: &str = "inner-return";

/// Left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
struct Area(i32, i32, i32, i32);

impl Area {
    fn meets(self, other: Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    /// Without its border.
    fn inner(self) -> Self {
        Self(self.0 + 1, self.1 + 1, self.2 - 1, self.3 - 1)
    }

    fn holds(self, other: Self) -> bool {
        self.0 <= other.0 && self.1 <= other.1 && other.2 <= self.2 && other.3 <= self.3
    }
}

struct Drawing {
    all: Area,
    boxes: Vec<Area>,
    labels: Vec<Area>,
    /// Straight parts of lines.
    parts: Vec<Area>,
    heads: usize,
}

fn numbers(text: &str) -> Vec<i32> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '-').filter(|part| !part.is_empty());
    parts.map(|part| part.parse().expect("a number")).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let start = tag.find(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{tag} has no {name}")) + name.len() + 3;
    tag[start..].split('"').next().expect("a value")
}

fn rect(tag: &str) -> Area {
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| numbers(attribute(tag, name))[0]);
    Area(x, y, x + width, y + height)
}

fn outline(tag: &str) -> Area {
    let points = numbers(attribute(tag, "points"));
    let (x, y) = (points.iter().step_by(2), points.iter().skip(1).step_by(2));
    let end = |bound: Option<&i32>| *bound.expect("a point");
    Area(end(x.clone().min()), end(y.clone().min()), end(x.max()), end(y.max()))
}

impl Drawing {
    fn read(page: &str) -> Self {
        let svg = &page[page.find("<svg class=\"flow\"").expect("a drawing")..];
        let svg = &svg[..svg.find("</svg>").expect("an end")];
        let size = numbers(attribute(svg, "viewBox"));
        let mut drawing = Self {
            all: Area(0, 0, size[2], size[3]),
            boxes: Vec::new(),
            labels: Vec::new(),
            parts: Vec::new(),
            heads: svg.matches("class=\"head\"").count(),
        };
        for tag in svg.split("<g class=\"box ").skip(1) {
            let shape = &tag[tag.find('<').expect("a shape")..];
            drawing.boxes.push(if shape.starts_with("<rect") { rect(shape) } else { outline(shape) });
        }
        drawing.labels = svg.split("<g class=\"case").skip(1).map(rect).collect();
        for tag in svg.split("<path class=\"").skip(1).filter(|tag| !tag.starts_with("sign")) {
            let points = numbers(attribute(tag, "d"));
            for part in points.windows(4).step_by(2) {
                assert!(part[0] == part[2] || part[1] == part[3], "a slanting line: {part:?}");
                let [left, right] = [part[0].min(part[2]), part[0].max(part[2])];
                drawing.parts.push(Area(left, part[1].min(part[3]), right, part[1].max(part[3])));
            }
        }
        drawing
    }

    fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut tell = |is_wrong: bool, what: &str, a: Area, b: Area| {
            if is_wrong {
                found.push(format!("{what}: {a:?} {b:?}"));
            }
        };
        for (at, one) in self.boxes.iter().enumerate() {
            tell(!self.all.holds(*one), "a box sticks out", *one, self.all);
            self.boxes[..at].iter().for_each(|other| tell(one.meets(*other), "boxes overlap", *one, *other));
            self.labels.iter().for_each(|label| tell(one.meets(*label), "a label lies on a box", *one, *label));
        }
        for (at, label) in self.labels.iter().enumerate() {
            tell(!self.all.holds(*label), "a label sticks out", *label, self.all);
            self.labels[..at].iter().for_each(|other| tell(label.meets(*other), "labels overlap", *label, *other));
        }
        for part in &self.parts {
            tell(!self.all.holds(*part), "a line sticks out", *part, self.all);
            for one in &self.boxes {
                // A line to the slanting side of a decision ends up to ten pixels within its width.
                let Area(left, top, right, bottom) = one.inner();
                let core = Area(left + 10, top, right - 10, bottom);
                let Area(x, y, x2, y2) = *part;
                tell(core.meets(Area(x, y, x2.max(x + 1), y2.max(y + 1))), "a line runs through a box", *part, *one);
            }
        }
        found
    }

    /// Where a line runs across another: both go on beyond the place where they meet.
    fn crossings(&self) -> usize {
        let is_across = |a: &Area, b: &Area| a.0 < b.0 && b.0 < a.2 && b.1 < a.1 && a.1 < b.3;
        let level = self.parts.iter().filter(|part| part.1 == part.3);
        level.map(|a| self.parts.iter().filter(|b| b.0 == b.2 && is_across(a, b)).count()).sum()
    }
}

/// The page of every shape, by its name.
fn pages() -> BTreeMap<String, String> {
    let world = World::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows");
    let mut names = Vec::new();
    for entry in folder.read_dir().expect("there are shapes") {
        let path = entry.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let steps = std::fs::read_to_string(&path).expect("readable");
        world.write(&format!("content/items/{name}.toml"), format!("{HEAD}{steps}"));
        names.push(name);
    }
    let tree = world.public(Sides::Public);
    let page = |name: String| {
        let bytes = tree[&format!("items/{name}.html")].clone();
        (name, String::from_utf8(bytes).expect("text"))
    };
    names.into_iter().map(page).collect()
}

#[test]
fn drawings_are_clean() {
    let pages = pages();
    assert!(pages.len() >= 10);
    let mut problems = Vec::new();
    for (name, page) in &pages {
        let drawing = Drawing::read(page);
        problems.extend(drawing.problems().into_iter().map(|problem| format!("{name}: {problem}")));
        let steps = page.matches("<li><h3>").count();
        assert_eq!(drawing.boxes.len(), steps, "{name}: a box for each step of the list");
        assert!(drawing.heads + 1 >= steps, "{name}: an arrow to each step but the first");
        if drawing.crossings() > 0 && name != CROSSING {
            problems.push(format!("{name}: {} lines cross", drawing.crossings()));
        }
        assert!(drawing.all.2 <= 358, "{name}: wider than a phone of 390 px");
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn drawings_are_the_same_every_time() {
    assert_eq!(pages(), pages());
}
