//! What stands above and beside what: layers by the longest way, and in each layer the order with the fewest crossings.

use std::collections::BTreeSet;

use super::Node;

/// The steps in layers. Places from `steps` on are bends: where a long way passes a layer.
pub(super) struct Graph<'e> {
    /// How many steps.
    pub steps: usize,
    /// Of each place, its layer.
    pub rank: Vec<usize>,
    /// Of each layer, its places from left to right.
    pub layers: Vec<Vec<usize>>,
    /// Ways from one layer to the next.
    pub links: Vec<Segment<'e>>,
    /// Ways that go up or skip layers, beside the others.
    pub asides: Vec<Aside<'e>>,
}

/// A way, or a part of one, between neighbouring layers.
pub(super) struct Segment<'e> {
    pub from: usize,
    pub to: usize,
    pub label: Option<&'e str>,
}

/// A way that goes along the edge of the drawing.
pub(super) struct Aside<'e> {
    pub from: usize,
    pub to: usize,
    pub label: Option<&'e str>,
    /// 退回补正, or a way that skips steps.
    pub is_return: bool,
}

/// From where to where.
type Ends = (usize, usize);

/// Layer, and the places in it and in the next one.
type Spots = (usize, Option<usize>, Option<usize>);

/// A way between the boxes takes the room of one: no more beside each other.
const MOST_BETWEEN: usize = 3;

struct Arc<'e> {
    from: usize,
    to: usize,
    label: Option<&'e str>,
}

impl<'e> Graph<'e> {
    /// A way that skips steps goes along the edge where both its ends stand there, else between the boxes.
    pub(super) fn of(steps: &'e [Node<'e>]) -> Self {
        let along = Self::with(steps, &BTreeSet::new());
        let is_inner = |a: &&Aside<'_>| !a.is_return && !along.is_beside(a);
        let inner: BTreeSet<Ends> = along.asides.iter().filter(is_inner).map(|a| (a.from, a.to)).collect();
        if inner.is_empty() {
            return along;
        }
        let between = Self::with(steps, &inner);
        let is_narrow = between.layers.iter().all(|layer| layer.len() <= MOST_BETWEEN);
        if is_narrow && between.crossings() <= along.crossings() { between } else { along }
    }

    fn with(steps: &'e [Node<'e>], between: &BTreeSet<Ends>) -> Self {
        let count = steps.len();
        let ways = ways(steps);
        let (rank, ways) = ranked(count, ways);
        let layers = rank.iter().max().map_or(0, |last| last + 1);
        let mut graph =
            Self { steps: count, rank, layers: vec![Vec::new(); layers], links: Vec::new(), asides: Vec::new() };
        for way in &ways {
            graph.add(way, is_shortcut(way, &ways) && !between.contains(&(way.from, way.to)));
        }
        for (from, step) in steps.iter().enumerate() {
            let back = step.returns.iter().filter(|way| graph.rank[way.to] < graph.rank[from]);
            let asides: Vec<Aside<'e>> =
                back.map(|way| Aside { from, to: way.to, label: way.when, is_return: true }).collect();
            graph.asides.extend(asides);
        }
        graph.arrange();
        graph
    }

    fn add(&mut self, way: &Arc<'e>, is_aside: bool) {
        let (first, last) = (self.rank[way.from], self.rank[way.to]);
        if last > first + 1 && is_aside {
            self.asides.push(Aside { from: way.from, to: way.to, label: way.label, is_return: false });
            return;
        }
        let (mut from, mut label) = (way.from, way.label);
        for layer in first + 1..last {
            let bend = self.rank.len();
            self.rank.push(layer);
            self.links.push(Segment { from, to: bend, label: label.take() });
            from = bend;
        }
        self.links.push(Segment { from, to: way.to, label });
    }

    /// Orders every layer: first as the steps branch, then by the middle of their neighbours, as long as that helps.
    fn arrange(&mut self) {
        let mut seen = vec![false; self.rank.len()];
        for place in 0..self.rank.len() {
            if self.rank[place] == 0 {
                self.layers[0].push(place);
            }
        }
        for layer in 0..self.layers.len() {
            let below = self.layers[layer].iter().flat_map(|at| self.links.iter().filter(|l| l.from == *at));
            let below: Vec<usize> = below.map(|link| link.to).collect();
            for to in below {
                if !std::mem::replace(&mut seen[to], true) {
                    self.layers[layer + 1].push(to);
                }
            }
        }
        let mut best = (self.crossings(), self.layers.clone());
        for round in 0..6 {
            self.sweep(round % 2 == 0);
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.layers.clone());
            }
        }
        self.layers = best.1;
    }

    fn sweep(&mut self, is_down: bool) {
        let count = self.layers.len();
        for step in 1..count {
            let (layer, fixed) = if is_down { (step, step - 1) } else { (count - 1 - step, count - step) };
            let places = |at: usize| self.layers[fixed].iter().position(|p| *p == at);
            let middle = |at: usize| {
                let ends = self.links.iter().map(|l| if is_down { (l.to, l.from) } else { (l.from, l.to) });
                let found: Vec<usize> = ends.filter(|(own, _)| *own == at).filter_map(|(_, end)| places(end)).collect();
                // In thousandths, so that no rounding of floats decides.
                (!found.is_empty()).then(|| found.iter().sum::<usize>() * 1000 / found.len())
            };
            let mut keyed: Vec<(usize, usize)> = Vec::new();
            for (place, at) in self.layers[layer].iter().enumerate() {
                keyed.push((middle(*at).unwrap_or(place * 1000), *at));
            }
            keyed.sort_by_key(|(key, _)| *key);
            self.layers[layer] = keyed.into_iter().map(|(_, at)| at).collect();
        }
    }

    fn crossings(&self) -> usize {
        let place = |at: usize| self.layers[self.rank[at]].iter().position(|p| *p == at);
        let ends: Vec<Spots> = self.links.iter().map(|l| (self.rank[l.from], place(l.from), place(l.to))).collect();
        let is_crossed = |a: &Spots, b: &Spots| a.0 == b.0 && ((a.1 < b.1 && a.2 > b.2) || (a.1 > b.1 && a.2 < b.2));
        let crossed = |a: usize| ends[..a].iter().filter(|b| is_crossed(&ends[a], b)).count();
        (0..ends.len()).map(crossed).sum()
    }

    /// Whether both ends stand on the same edge.
    fn is_beside(&self, way: &Aside<'_>) -> bool {
        [true, false].iter().any(|is_left| [way.from, way.to].iter().all(|at| self.is_outermost(*at, *is_left)))
    }

    /// Whether nothing stands further left (or right) in its layer.
    pub(super) fn is_outermost(&self, at: usize, is_left: bool) -> bool {
        let layer = &self.layers[self.rank[at]];
        (if is_left { layer.first() } else { layer.last() }) == Some(&at)
    }
}

/// Each way once, and none from a step to itself.
fn ways<'e>(steps: &'e [Node<'e>]) -> Vec<Arc<'e>> {
    let mut seen = BTreeSet::new();
    let all = steps.iter().enumerate().flat_map(|(from, step)| step.next.iter().map(move |way| (from, way)));
    all.filter(|(from, way)| *from != way.to && seen.insert((*from, way.to)))
        .map(|(from, way)| Arc { from, to: way.to, label: way.when })
        .collect()
}

/// Layers by the longest way. A circle (an error of the content) is cut open, so that there is always a drawing.
fn ranked(count: usize, mut ways: Vec<Arc<'_>>) -> (Vec<usize>, Vec<Arc<'_>>) {
    let mut rank = vec![0; count];
    let mut open: BTreeSet<usize> = (0..count).collect();
    while let Some(first) = open.first().copied() {
        let is_free = |at: &usize| !ways.iter().any(|way| way.to == *at && open.contains(&way.from));
        let at = open.iter().copied().find(is_free).unwrap_or(first);
        ways.retain(|way| way.to != at || !open.contains(&way.from));
        open.remove(&at);
        for way in ways.iter().filter(|way| way.from == at) {
            rank[way.to] = rank[way.to].max(rank[at] + 1);
        }
    }
    (rank, ways)
}

/// Whether another way leads to the same step through others.
fn is_shortcut(way: &Arc<'_>, all: &[Arc<'_>]) -> bool {
    let mut open: Vec<usize> = all.iter().filter(|w| w.from == way.from && w.to != way.to).map(|w| w.to).collect();
    let mut seen = BTreeSet::new();
    while let Some(at) = open.pop() {
        if at == way.to {
            return true;
        }
        if seen.insert(at) {
            open.extend(all.iter().filter(|w| w.from == at).map(|w| w.to));
        }
    }
    false
}
