//! Ways along the edges of the drawing: which side, which lane, and at what height they leave and enter a box.

use super::{
    graph::{Aside, Graph},
    wrap::{width, wrap},
};

/// The size of labels, and how far lanes keep from each other and from the boxes.
pub(super) const SIZE: i32 = 12;
const PITCH: i32 = 14;
const CLEAR: i32 = 12;
/// How long a label may be for each layer that its way passes: less than the smallest box and the space below it.
const LAYER: i32 = 50;

/// The ways that share a lane: they lead to one step in one case.
pub(super) struct Lane<'e> {
    pub is_left: bool,
    pub is_return: bool,
    pub to: usize,
    pub from: Vec<usize>,
    /// The label's lines; they run downward.
    pub label: Vec<String>,
    said: Option<&'e str>,
    /// Counted outward from the boxes.
    pub number: usize,
    /// From its side's edge of the boxes to its line.
    pub distance: i32,
}

/// The lanes of both sides and how wide each side is.
pub(super) struct Lanes<'e> {
    pub lanes: Vec<Lane<'e>>,
    pub left: i32,
    pub right: i32,
}

/// Heights in a common measure: a box of layer r is 4r + 1, the space above it 4r - 1.
type Extent = (i32, i32);

impl<'e> Lanes<'e> {
    pub(super) fn of(graph: &Graph<'e>, returned: &'e str) -> Self {
        let mut asides: Vec<&Aside<'e>> = graph.asides.iter().collect();
        asides.sort_by_key(|a| (graph.rank[a.to].abs_diff(graph.rank[a.from]), a.from, a.to));
        let mut lanes: Vec<Lane<'e>> = Vec::new();
        for aside in asides {
            let said = aside.label.or(aside.is_return.then_some(returned));
            let is_left = side(aside, said, &lanes, graph);
            let same = |l: &&mut Lane<'_>| {
                (l.is_left, l.is_return, l.to, l.said) == (is_left, aside.is_return, aside.to, said)
            };
            match lanes.iter_mut().find(same) {
                Some(lane) => lane.from.push(aside.from),
                None => lanes.push(Lane {
                    is_left,
                    is_return: aside.is_return,
                    to: aside.to,
                    from: vec![aside.from],
                    label: Vec::new(),
                    said,
                    number: 0,
                    distance: 0,
                }),
            }
        }
        let mut all = Self { lanes, left: 0, right: 0 };
        all.number(graph);
        all.left = all.widen(true);
        all.right = all.widen(false);
        all
    }

    /// Short ways inside, long ones outside them.
    fn number(&mut self, graph: &Graph<'_>) {
        self.lanes.sort_by_key(|lane| {
            let (top, bottom) = lane.reach(graph);
            (bottom - top, top, lane.to)
        });
        for at in 0..self.lanes.len() {
            let (done, rest) = self.lanes.split_at_mut(at);
            let own = rest[0].reach(graph);
            let inner = done.iter().filter(|l| l.is_left == rest[0].is_left && touch(l.reach(graph), own));
            rest[0].number = inner.map(|l| l.number + 1).max().unwrap_or(0);
            let length = LAYER * rest[0].shortest(graph).max(4) / 4;
            rest[0].label = rest[0].said.map_or_else(Vec::new, |said| wrap(said, SIZE, length));
        }
    }

    /// Gives each lane of a side its room, and the side's width.
    fn widen(&mut self, is_left: bool) -> i32 {
        let own = || self.lanes.iter().filter(|l| l.is_left == is_left);
        let Some(last) = own().map(|l| l.number).max() else { return 0 };
        let mut distance = CLEAR;
        let mut lines = Vec::new();
        for number in 0..=last {
            let wide = own().filter(|l| l.number == number).map(|l| i32::try_from(l.label.len()).unwrap_or(1)).max();
            let room = (wide.unwrap_or(0) * (SIZE + 2) + 4).max(PITCH);
            lines.push(distance + room / 2);
            distance += room;
        }
        for lane in self.lanes.iter_mut().filter(|l| l.is_left == is_left) {
            lane.distance = lines[lane.number];
        }
        distance
    }
}

impl Lane<'_> {
    /// From where to where it runs.
    fn reach(&self, graph: &Graph<'_>) -> Extent {
        let from = self.from.iter().map(|at| leaves(*at, self.is_left, graph));
        let all = from.chain([enters(self.to, self.is_left, graph)]);
        all.fold((i32::MAX, i32::MIN), |(top, bottom), at| (top.min(at), bottom.max(at)))
    }

    /// The part that all its ways share, where the label stands.
    fn shortest(&self, graph: &Graph<'_>) -> i32 {
        let entry = enters(self.to, self.is_left, graph);
        let lengths = self.from.iter().map(|at| (leaves(*at, self.is_left, graph) - entry).abs());
        lengths.min().unwrap_or(0)
    }

    /// How long the label's longest line is.
    pub(super) fn length(&self) -> i32 {
        self.label.iter().map(|line| width(line, SIZE)).max().unwrap_or(0)
    }
}

fn layer(at: usize, graph: &Graph<'_>) -> i32 {
    i32::try_from(graph.rank[at]).unwrap_or(0)
}

fn leaves(at: usize, is_left: bool, graph: &Graph<'_>) -> i32 {
    4 * layer(at, graph) + if graph.is_outermost(at, is_left) { 1 } else { 3 }
}

fn enters(at: usize, is_left: bool, graph: &Graph<'_>) -> i32 {
    4 * layer(at, graph) + if graph.is_outermost(at, is_left) { 1 } else { -1 }
}

/// Whether two ways need a lane each. In a box one may end where the next begins, in the space between boxes not.
fn touch(a: Extent, b: Extent) -> bool {
    let is_between = |at: i32| at.rem_euclid(4) == 3;
    (a.0 < b.1 && b.0 < a.1) || (a.0 == b.1 && is_between(a.0)) || (b.0 == a.1 && is_between(b.0))
}

/// Returns go up on the right, shortcuts down on the left, unless that would cross more.
fn side(aside: &Aside<'_>, said: Option<&str>, lanes: &[Lane<'_>], graph: &Graph<'_>) -> bool {
    let cost = |is_left: bool| {
        let ends = [leaves(aside.from, is_left, graph), enters(aside.to, is_left, graph)];
        let own = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let crossed = lanes.iter().filter(|l| l.is_left == is_left && (l.to, l.said) != (aside.to, said)).filter(|l| {
            let other = l.reach(graph);
            (own.0 < other.0 && other.0 < own.1 && own.1 < other.1)
                || (other.0 < own.0 && own.0 < other.1 && other.1 < own.1)
        });
        let inner = [aside.from, aside.to].into_iter().filter(|at| !graph.is_outermost(*at, is_left)).count();
        4 * crossed.count() + 2 * inner + usize::from(is_left == aside.is_return)
    };
    cost(true) < cost(false)
}
