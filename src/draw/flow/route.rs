//! How high everything stands, and where the lines run: straight down, across in tracks between the layers, and up and
//! down the lanes at both sides.

use super::{
    Caption, Node, Stroke,
    graph::Graph,
    lanes::{Lane, Lanes},
    place::Columns,
    tracks::{Hop, arranged},
};

mod labels;
mod ports;

use ports::{Entries, Flanks};

const EDGE: i32 = 4;
/// Between the tracks of a space, and the least that stays free above and below them.
const TRACK: i32 = 10;
const ABOVE: i32 = 10;
const BELOW: i32 = 18;
const SPACE: i32 = 30;

/// The finished heights and lines.
pub(super) struct Routes {
    /// Of each layer, where it begins and how high it is.
    pub top: Vec<i32>,
    pub height: Vec<i32>,
    pub bottom: i32,
    pub lines: Vec<Stroke>,
    pub labels: Vec<Caption>,
}

/// What all lines need to know.
struct Routing<'p, 'e> {
    steps: &'p [Node<'e>],
    graph: &'p Graph<'e>,
    lanes: &'p Lanes<'e>,
    columns: &'p Columns,
    /// The edges of the room for boxes.
    edges: (i32, i32),
    entries: Entries,
    sides: Flanks,
    /// Of each space between layers, from the one above the first: what runs across.
    hops: Vec<Vec<Hop>>,
    top: Vec<i32>,
    height: Vec<i32>,
    /// Of each space, where it begins.
    space: Vec<i32>,
}

/// Whose hop it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The ways that leave a place downward.
    From(usize),
    /// A lane that leaves a place downward, and the lane.
    Out(usize, usize),
    /// A lane that enters its step from above.
    In(usize),
}

impl Routes {
    pub(super) fn of<'e>(
        steps: &[Node<'e>],
        graph: &Graph<'e>,
        lanes: &Lanes<'e>,
        columns: &Columns,
        heights: &[i32],
        edges: (i32, i32),
    ) -> Self {
        let entries = Entries::of(graph, lanes, columns);
        let sides = Flanks::of(graph, lanes);
        let mut plan = Routing {
            steps,
            graph,
            lanes,
            columns,
            edges,
            entries,
            sides,
            hops: Vec::new(),
            top: Vec::new(),
            height: Vec::new(),
            space: Vec::new(),
        };
        plan.hops = (0..=graph.layers.len()).map(|space| arranged(&plan.hops_of(space))).collect();
        let bottom = plan.stack(heights);
        let mut drawn = plan.links();
        drawn.extend(lanes.lanes.iter().enumerate().flat_map(|(at, lane)| plan.lane(at, lane)));
        Self { labels: plan.labels(), lines: drawn, bottom, top: plan.top, height: plan.height }
    }
}

impl Routing<'_, '_> {
    /// The line of a lane.
    fn lane_x(&self, lane: &Lane<'_>) -> i32 {
        if lane.is_left { self.edges.0 - lane.distance } else { self.edges.1 + lane.distance }
    }

    /// Where a lane leaves a box downward: to the side of its middle.
    fn exit_x(&self, at: usize, is_left: bool) -> i32 {
        let quarter = self.columns.width[at] / 4;
        self.columns.x[at] + if is_left { -quarter } else { quarter }
    }

    /// What runs across above layer `space`.
    fn hops_of(&self, space: usize) -> Vec<Hop> {
        let mut hops = Vec::new();
        for at in space.checked_sub(1).and_then(|above| self.graph.layers.get(above)).into_iter().flatten() {
            let ends: Vec<i32> = self.links_from(*at).map(|link| self.entries.of_link(link)).collect();
            let start = self.columns.x[*at];
            if ends.iter().any(|end| *end != start) {
                hops.push(Hop::new(Owner::From(*at), vec![start], ends));
            }
        }
        for (number, lane) in self.lanes.lanes.iter().enumerate() {
            for from in &lane.from {
                if self.graph.rank[*from] + 1 == space && !self.graph.is_outermost(*from, lane.is_left) {
                    let (exit, lane_x) = (self.exit_x(*from, lane.is_left), self.lane_x(lane));
                    hops.push(Hop::reaching(Owner::Out(*from, number), vec![exit], Vec::new(), lane_x));
                }
            }
            if self.graph.rank[lane.to] == space && !self.graph.is_outermost(lane.to, lane.is_left) {
                let entry = self.entries.of_lane(number);
                hops.push(Hop::reaching(Owner::In(number), Vec::new(), vec![entry], self.lane_x(lane)));
            }
        }
        hops
    }

    /// Numbers of the links that leave a place.
    fn links_from(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..self.graph.links.len()).filter(move |link| self.graph.links[*link].from == at)
    }

    /// Sets every layer below the one before; gives the whole height.
    fn stack(&mut self, heights: &[i32]) -> i32 {
        let mut y = EDGE;
        for space in 0..=self.graph.layers.len() {
            self.space.push(y);
            let tracks = self.hops[space].iter().map(|hop| hop.track + 1).max().unwrap_or(0);
            let is_inner = space > 0 && space < self.graph.layers.len();
            if is_inner || tracks > 0 {
                let label = self.label_height(space);
                y += (ABOVE + tracks * TRACK + label + BELOW).max(SPACE);
            }
            let Some(layer) = self.graph.layers.get(space) else { break };
            let own = layer.iter().filter(|at| **at < self.graph.steps);
            let tallest = own.map(|at| heights[*at].max(self.sides.least_height(*at))).max().unwrap_or(SPACE);
            self.top.push(y);
            self.height.push(tallest);
            y += tallest;
        }
        y + EDGE
    }

    fn track_y(&self, space: usize, owner: Owner) -> Option<i32> {
        let hop = self.hops.get(space)?.iter().find(|hop| hop.owner == owner)?;
        Some(self.space[space] + ABOVE + hop.track * TRACK)
    }

    /// Top and bottom of a place.
    fn span(&self, at: usize) -> (i32, i32) {
        let layer = self.graph.rank[at];
        (self.top[layer], self.top[layer] + self.height[layer])
    }

    /// The ways that go down.
    fn links(&self) -> Vec<Stroke> {
        let mut lines = Vec::new();
        for (number, link) in self.graph.links.iter().enumerate() {
            let (start, end) = (self.columns.x[link.from], self.entries.of_link(number));
            let (top, bottom) = self.span(link.from);
            let is_bend = link.from >= self.graph.steps;
            let mut points = vec![(start, if is_bend { top } else { bottom })];
            let space = self.graph.rank[link.to];
            if let Some(y) = self.track_y(space, Owner::From(link.from)).filter(|_| start != end) {
                points.extend([(start, y), (end, y)]);
            }
            points.push((end, self.span(link.to).0));
            lines.push(Stroke::of("way", &points, link.to < self.graph.steps));
        }
        lines.extend((0..self.graph.steps).filter_map(|at| self.together(at)));
        lines
    }

    /// The bar below a step after which several go on side by side.
    fn together(&self, at: usize) -> Option<Stroke> {
        let step = &self.steps[at];
        let ends: Vec<i32> = self.links_from(at).map(|link| self.entries.of_link(link)).collect();
        if ends.len() < 2 || step.next.iter().any(|way| way.when.is_some()) {
            return None;
        }
        let y = self.track_y(self.graph.rank[at] + 1, Owner::From(at))?;
        Some(Stroke::of("together", &[(*ends.iter().min()?, y), (*ends.iter().max()?, y)], false))
    }

    /// The ways that share a lane: the longest whole, of the others what is their own.
    fn lane(&self, number: usize, lane: &Lane<'_>) -> Vec<Stroke> {
        let x = self.lane_x(lane);
        let kind = if lane.is_return { "return" } else { "way" };
        let mut entry = self.entry(number, lane);
        let end = entry.first().map_or(0, |point| point.1);
        let exits = lane.from.iter().map(|from| self.exit(number, *from, lane));
        let mut exits: Vec<Vec<(i32, i32)>> = exits.collect();
        exits.sort_by_key(|points| points.last().map_or(0, |point| -(point.1 - end).abs()));
        let mut lines = Vec::new();
        for (place, mut points) in exits.into_iter().enumerate() {
            let turn = points.last().map_or(0, |point| point.1);
            points.push((x, turn));
            if place == 0 {
                points.push((x, end));
                points.append(&mut entry);
            }
            lines.push(Stroke::of(kind, &points, place == 0));
        }
        lines
    }

    /// From a box to the height at which a way turns into its lane.
    fn exit(&self, number: usize, at: usize, lane: &Lane<'_>) -> Vec<(i32, i32)> {
        let (top, bottom) = self.span(at);
        match self.track_y(self.graph.rank[at] + 1, Owner::Out(at, number)) {
            Some(y) if !self.graph.is_outermost(at, lane.is_left) => {
                let x = self.exit_x(at, lane.is_left);
                vec![(x, bottom), (x, y)]
            }
            _ => {
                let y = self.sides.height(at, number, (top, bottom));
                vec![(self.side_x(at, lane.is_left, y), y)]
            }
        }
    }

    fn entry(&self, number: usize, lane: &Lane<'_>) -> Vec<(i32, i32)> {
        let span = self.span(lane.to);
        if let Some(y) = self.track_y(self.graph.rank[lane.to], Owner::In(number)) {
            let x = self.entries.of_lane(number);
            return vec![(x, y), (x, span.0)];
        }
        let y = self.sides.height(lane.to, number, span);
        vec![(self.side_x(lane.to, lane.is_left, y), y)]
    }

    /// The side of a box at a height; that of a decision slants.
    fn side_x(&self, at: usize, is_left: bool, y: i32) -> i32 {
        let (top, bottom) = self.span(at);
        let half = self.columns.width[at] / 2;
        let slant = if super::is_choice(&self.steps[at]) {
            super::POINT * (2 * y - top - bottom).abs() / (bottom - top)
        } else {
            0
        };
        if is_left {
            self.columns.x[at] - half + slant
        } else {
            self.columns.x[at] - half + self.columns.width[at] - slant
        }
    }
}

impl Stroke {
    fn of(kind: &'static str, points: &[(i32, i32)], has_head: bool) -> Self {
        let corners: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
        let head = match *points {
            [.., before, end] if has_head => Some(head(before, end)),
            _ => None,
        };
        Self { kind, path: format!("M{}", corners.join("L")), head }
    }
}

/// The head of an arrow.
fn head(before: (i32, i32), (x, y): (i32, i32)) -> String {
    let (dx, dy) = ((x - before.0).signum() * 7, (y - before.1).signum() * 7);
    let (across, along) = (dy * 4 / 7, dx * 4 / 7);
    format!("{x},{y} {},{} {},{}", x - dx + across, y - dy + along, x - dx - across, y - dy - along)
}
