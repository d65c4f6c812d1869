//! Lines that run across between two layers, each in a track of its own where they would meet.

use super::route::Owner;

/// A line across, with the lines that come to it from above and leave it below.
#[derive(Clone, Debug)]
pub(super) struct Hop {
    pub owner: Owner,
    pub track: i32,
    above: Vec<i32>,
    below: Vec<i32>,
    low: i32,
    high: i32,
}

/// So many lines at most are tried in every order.
const TRIED: usize = 6;

impl Hop {
    pub(super) fn new(owner: Owner, above: Vec<i32>, below: Vec<i32>) -> Self {
        let all = || above.iter().chain(&below).copied();
        let (low, high) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
        Self { owner, track: 0, above, below, low, high }
    }

    /// One that goes out to a lane.
    pub(super) fn reaching(owner: Owner, above: Vec<i32>, below: Vec<i32>, x: i32) -> Self {
        let hop = Self::new(owner, above, below);
        Self { low: hop.low.min(x), high: hop.high.max(x), ..hop }
    }

    fn spans(&self, x: i32) -> bool {
        self.low < x && x < self.high
    }

    /// Ways from several steps that lead to the same one alone become one line.
    fn joins(&self, other: &Self) -> bool {
        self.below.len() == 1 && self.below == other.below && !self.above.is_empty() && !other.above.is_empty()
    }

    fn meets(&self, other: &Self) -> bool {
        !self.joins(other) && self.low - 8 < other.high && other.low - 8 < self.high
    }

    /// How often two lines cross, this one above the other. What comes down at one point into both is one line.
    fn crossings_above(&self, other: &Self) -> usize {
        if self.joins(other) {
            return 0;
        }
        let down = self.below.iter().filter(|x| other.spans(**x) && !other.below.contains(x));
        let up = other.above.iter().filter(|x| self.spans(**x));
        // Two that run down on the same line would look like one.
        let hidden = self.below.iter().filter(|x| other.above.contains(x)).count();
        down.count() + up.count() + 10 * hidden
    }
}

/// Gives each its track, in the order with the fewest crossings.
pub(super) fn arranged(hops: &[Hop]) -> Vec<Hop> {
    let count = hops.len();
    let mut best: Option<(usize, Vec<usize>)> = None;
    let mut order: Vec<usize> = (0..count).collect();
    loop {
        let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
        let crossings: usize = pairs.map(|(a, b)| hops[order[a]].crossings_above(&hops[order[b]])).sum();
        if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
            best = Some((crossings, order.clone()));
        }
        if crossings == 0 || count > TRIED || !advance(&mut order) {
            break;
        }
    }
    let order = best.map(|(_, order)| order).unwrap_or_default();
    let mut done: Vec<Hop> = Vec::with_capacity(count);
    for at in order {
        let mut hop = hops[at].clone();
        hop.track = done.iter().filter(|other| other.meets(&hop)).map(|other| other.track + 1).max().unwrap_or(0);
        done.push(hop);
    }
    done
}

/// The next order of numbers, as long as there is one.
fn advance(order: &mut [usize]) -> bool {
    let Some(at) = (1..order.len()).rev().find(|i| order[i - 1] < order[*i]) else { return false };
    let with = (at..order.len()).rev().find(|i| order[*i] > order[at - 1]).unwrap_or(at);
    order.swap(at - 1, with);
    order[at..].reverse();
    true
}
