//! Where lines touch a box: from above at its top, and at its sides.

use crate::draw::flow::{
    graph::Graph,
    lanes::{Lane, Lanes},
    place::Columns,
};

/// Between the lines at a side.
const STEP: i32 = 16;
/// How far a line may be moved so that it runs straight.
const SNAP: i32 = 12;

/// Where each way enters its step from above.
pub(super) struct Entries {
    links: Vec<i32>,
    lanes: Vec<i32>,
    /// How wide a label may be above each link's entry.
    room: Vec<i32>,
}

/// One point of entry.
struct Ingress {
    /// The middle of where its ways come from.
    from: i32,
    links: Vec<usize>,
    lane: Option<usize>,
}

impl Entries {
    pub(super) fn of(graph: &Graph<'_>, lanes: &Lanes<'_>, columns: &Columns) -> Self {
        let count = graph.links.len();
        let mut entries = Self { links: vec![0; count], lanes: vec![0; lanes.lanes.len()], room: vec![0; count] };
        for at in 0..graph.rank.len() {
            entries.share(at, &groups(at, graph, lanes, columns), graph, columns);
        }
        entries
    }

    /// Shares the top of a box among its groups.
    fn share(&mut self, at: usize, groups: &[Ingress], graph: &Graph<'_>, columns: &Columns) {
        let (x, width) = (columns.x[at], columns.width[at]);
        let count = i32::try_from(groups.len()).unwrap_or(1).max(1);
        for (place, group) in (0..).zip(groups) {
            let mut entry = x - width / 2 + (2 * place + 1) * width / (2 * count);
            if let ([link], 1) = (&group.links[..], count) {
                entry = settled(*link, entry, graph, columns);
            }
            for link in &group.links {
                self.links[*link] = entry;
                self.room[*link] = (width / count - 4).min(150);
            }
            if let Some(lane) = group.lane {
                self.lanes[lane] = entry;
            }
        }
    }

    pub(super) fn of_link(&self, link: usize) -> i32 {
        self.links[link]
    }

    pub(super) fn of_lane(&self, lane: usize) -> i32 {
        self.lanes[lane]
    }

    pub(super) fn room(&self, link: usize) -> i32 {
        self.room[link]
    }
}

/// The only entry of a box: straight below where it comes from if that is near, and not below where another line comes down.
fn settled(link: usize, entry: i32, graph: &Graph<'_>, columns: &Columns) -> i32 {
    let own = &graph.links[link];
    if own.to >= graph.steps {
        return entry;
    }
    let start = columns.x[own.from];
    if (start - entry).abs() <= SNAP {
        return start;
    }
    let above = &graph.layers[graph.rank[own.from]];
    let leaves = |at: usize| graph.links.iter().any(|l| l.from == at && l.to != own.to);
    let is_taken = above.iter().any(|at| *at != own.from && (columns.x[*at] - entry).abs() < 6 && leaves(*at));
    if is_taken { entry + 14 * (start - entry).signum() } else { entry }
}

/// What enters a box together: all that is not labelled, each label, each lane; from left to right as they come.
fn groups(at: usize, graph: &Graph<'_>, lanes: &Lanes<'_>, columns: &Columns) -> Vec<Ingress> {
    let mut groups: Vec<Ingress> = Vec::new();
    let (mut plain, mut from) = (Vec::new(), 0);
    for (number, link) in graph.links.iter().enumerate().filter(|(_, link)| link.to == at) {
        if link.label.is_some() {
            groups.push(Ingress { from: columns.x[link.from], links: vec![number], lane: None });
        } else {
            plain.push(number);
            from += columns.x[link.from];
        }
    }
    if let Some(count) = i32::try_from(plain.len()).ok().filter(|count| *count > 0) {
        groups.push(Ingress { from: from / count, links: plain, lane: None });
    }
    let above = |lane: &Lane<'_>| lane.to == at && !graph.is_outermost(at, lane.is_left);
    for (number, lane) in lanes.lanes.iter().enumerate().filter(|(_, lane)| above(lane)) {
        let from = if lane.is_left { i32::MIN } else { i32::MAX };
        groups.push(Ingress { from, links: Vec::new(), lane: Some(number) });
    }
    groups.sort_by_key(|group| group.from);
    groups
}

/// Which lanes touch the sides of each box, from top to bottom.
pub(super) struct Flanks {
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

impl Flanks {
    pub(super) fn of(graph: &Graph<'_>, lanes: &Lanes<'_>) -> Self {
        let on = |is_left: bool| (0..graph.steps).map(|at| touching(at, is_left, graph, lanes)).collect();
        Self { left: on(true), right: on(false) }
    }

    /// At what height a lane leaves or enters a box.
    pub(super) fn height(&self, at: usize, lane: usize, (top, bottom): (i32, i32)) -> i32 {
        let side = [&self.left[at], &self.right[at]].into_iter().find(|side| side.contains(&lane));
        let Some(side) = side else { return i32::midpoint(top, bottom) };
        let place = side.iter().position(|number| *number == lane).and_then(|p| i32::try_from(p).ok()).unwrap_or(0);
        let count = i32::try_from(side.len()).unwrap_or(1);
        top + (bottom - top) * (place + 1) / (count + 1)
    }

    /// So high must a box be for its lines.
    pub(super) fn least_height(&self, at: usize) -> i32 {
        let most = self.left[at].len().max(self.right[at].len());
        STEP * (i32::try_from(most).unwrap_or(0) + 1)
    }
}

/// Those that go up stand above those that go down; the outer ones lie between, so that no two cross.
fn touching(at: usize, is_left: bool, graph: &Graph<'_>, lanes: &Lanes<'_>) -> Vec<usize> {
    if !graph.is_outermost(at, is_left) {
        return Vec::new();
    }
    let mut found: Vec<(bool, i32, usize)> = Vec::new();
    for (number, lane) in lanes.lanes.iter().enumerate().filter(|(_, lane)| lane.is_left == is_left) {
        if lane.to != at && !lane.from.contains(&at) {
            continue;
        }
        let goes_down = (lane.to == at) == lane.is_return;
        let outward = i32::try_from(lane.number).unwrap_or(0);
        found.push((goes_down, if goes_down { -outward } else { outward }, number));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, number)| number).collect()
}
