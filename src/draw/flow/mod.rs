//! The flow chart of a procedure: boxes from top to bottom, branches side by side, ways back along the right edge. It is
//! drawn so narrow that a phone shows it whole; what there is no room for stands in the list beside it.

mod graph;
mod lanes;
mod place;
mod route;
mod tracks;
mod wrap;

use serde::Serialize;

use self::{
    graph::Graph,
    lanes::Lanes,
    place::{Columns, Content},
    route::Routes,
};
use crate::text::Lang;

/// The width of the drawing: a phone of 390 px shows it in its full size. Four columns are the most that fit.
const WIDTH: i32 = 344;
const EDGE: i32 = 4;
const COLUMNS: usize = 4;
/// A longer procedure is not drawn; the list says it all.
const STEPS: usize = 40;
/// How far the pointed sides of a decision reach in.
const POINT: i32 = 10;

/// A step to draw.
pub(crate) struct Node<'t> {
    pub name: &'t str,
    pub post: Option<&'t str>,
    /// 承诺时限 and 法定时限; what is said of limits in words.
    pub promised: Option<&'t str>,
    pub statutory: Option<&'t str>,
    pub limit: Option<&'t str>,
    /// Of these the drawing says only that the list has them.
    pub control: Option<&'t str>,
    pub condition: Option<&'t str>,
    pub rights: Option<&'t str>,
    pub remedy: Option<&'t str>,
    pub next: Vec<Lead<'t>>,
    pub returns: Vec<Lead<'t>>,
}

/// Where a step leads: to which of the steps, in which case.
pub(crate) struct Lead<'t> {
    pub to: usize,
    pub when: Option<&'t str>,
}

/// The drawing.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Flow {
    pub width: i32,
    pub height: i32,
    pub lines: Vec<Stroke>,
    pub boxes: Vec<FlowBox>,
    pub labels: Vec<Caption>,
    /// Whether there is a decision, a way back, a control: for the legend.
    pub has_choice: bool,
    pub has_return: bool,
    pub has_control: bool,
}

/// A way from step to step, or a part of one.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Stroke {
    /// `way`, `return` or `together`: the bar from which steps go on side by side.
    pub kind: &'static str,
    pub path: String,
    /// The head of its arrow, where it ends in a step.
    pub head: Option<String>,
}

/// The box of a step.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FlowBox {
    /// `end` is round: the first step and the last ones. `choice` has pointed sides.
    pub kind: &'static str,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    /// The outline of a decision.
    pub points: String,
    pub texts: Vec<Written>,
    pub chips: Vec<Chip>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Written {
    pub kind: &'static str,
    pub x: i32,
    pub y: i32,
    pub text: String,
}

/// A word that says what the list tells of a step.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Chip {
    pub kind: &'static str,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    /// Room for a sign before the word.
    pub sign: i32,
    pub text: &'static str,
}

/// In which case a way is gone; it interrupts the line.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Caption {
    pub is_return: bool,
    /// Written from top to bottom.
    pub is_upright: bool,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub lines: Vec<Written>,
}

/// The words of the drawing.
struct Terms {
    lang: Lang,
    control: &'static str,
    condition: &'static str,
    rights: &'static str,
    remedy: &'static str,
    returned: &'static str,
}

impl Terms {
    fn of(lang: Lang) -> Self {
        Self {
            lang,
            control: lang.pick("监督制约", "Control"),
            condition: lang.pick("条件", "Condition"),
            rights: lang.pick("权利", "Rights"),
            remedy: lang.pick("投诉", "Complaint"),
            returned: lang.pick("退回补正", "Return"),
        }
    }

    /// The promised limit and the statutory one; what is said in words only where there is neither.
    fn limits(&self, step: &Node<'_>) -> Vec<String> {
        // 内 and “within” go without saying beside 承诺 and 法定, and there is little room.
        let bare = |limit: &str| limit.trim_end_matches('内').trim_start_matches("within ").to_owned();
        let say = |zh: &str, en: &str, limit: &str| format!("{} {}", self.lang.pick(zh, en), bare(limit));
        let promised = step.promised.map(|limit| say("承诺", "Promised:", limit));
        let statutory = step.statutory.map(|limit| say("法定", "Statutory:", limit));
        let lengths: Vec<String> = promised.into_iter().chain(statutory).collect();
        if lengths.is_empty() { step.limit.map(str::to_owned).into_iter().collect() } else { lengths }
    }
}

impl Flow {
    /// Draws a procedure, where there is one and it fits.
    pub(crate) fn of(steps: &[Node<'_>], lang: Lang) -> Option<Self> {
        if steps.is_empty() || steps.len() > STEPS {
            return None;
        }
        let words = Terms::of(lang);
        let graph = Graph::of(steps);
        if graph.layers.iter().any(|layer| layer.len() > COLUMNS) {
            return None;
        }
        let lanes = Lanes::of(&graph, words.returned);
        let (left, room) = (EDGE + lanes.left, WIDTH - 2 * EDGE - lanes.left - lanes.right);
        let columns = Columns::of(&graph, left, room);
        let contents = (0..steps.len()).map(|at| {
            let inset = if is_choice(&steps[at]) { POINT + 2 } else { 5 };
            Content::of(at + 1, &steps[at], columns.x[at], columns.width[at] - 2 * inset, &words)
        });
        let contents: Vec<Content> = contents.collect();
        let heights: Vec<i32> = contents.iter().map(|content| content.height).collect();
        let routes = Routes::of(steps, &graph, &lanes, &columns, &heights, (left, left + room));
        let boxes = contents.into_iter().enumerate().map(|(at, content)| {
            let top = routes.top[graph.rank[at]];
            shape(
                kind(at, steps, &graph),
                top,
                routes.height[graph.rank[at]],
                columns.x[at],
                columns.width[at],
                content,
            )
        });
        Some(Self {
            width: WIDTH,
            boxes: boxes.collect(),
            height: routes.bottom,
            lines: routes.lines,
            labels: routes.labels,
            has_choice: steps.iter().any(is_choice),
            has_return: steps.iter().any(|step| !step.returns.is_empty()),
            has_control: steps.iter().any(|step| step.control.is_some()),
        })
    }
}

/// Whether someone has to decide at a step: its branches say in which case, or it may return.
fn is_choice(step: &Node<'_>) -> bool {
    !step.returns.is_empty() || (step.next.len() > 1 && step.next.iter().any(|way| way.when.is_some()))
}

fn kind(at: usize, steps: &[Node<'_>], graph: &Graph<'_>) -> &'static str {
    let is_entry = !graph.links.iter().any(|link| link.to == at);
    match () {
        () if is_choice(&steps[at]) => "choice",
        () if is_entry || steps[at].next.is_empty() => "end",
        () => "step",
    }
}

fn shape(kind: &'static str, y: i32, height: i32, middle: i32, width: i32, content: Content) -> FlowBox {
    let x = middle - width / 2;
    let (right, bottom, half) = (x + width, y + height, y + height / 2);
    let down = y + (height - content.height) / 2;
    let points = format!(
        "{},{y} {},{y} {right},{half} {},{bottom} {},{bottom} {x},{half}",
        x + POINT,
        right - POINT,
        right - POINT,
        x + POINT
    );
    FlowBox {
        kind,
        x,
        y,
        width,
        height,
        points,
        texts: content.texts.into_iter().map(|text| Written { y: text.y + down, ..text }).collect(),
        chips: content.chips.into_iter().map(|chip| Chip { y: chip.y + down, ..chip }).collect(),
    }
}
