//! In which case a way is gone: above the step that it leads to, or along its lane.

use super::{Routing, TRACK};
use crate::draw::flow::{
    Caption, Written,
    lanes::{Lane, SIZE},
    wrap::{width, wrap},
};

/// The height of a line.
const LINE: i32 = 15;
/// Between a label and the box below it: the head of the arrow.
const HEAD: i32 = 10;

impl Routing<'_, '_> {
    /// How high the labels of a space are.
    pub(super) fn label_height(&self, space: usize) -> i32 {
        let own = (0..self.graph.links.len()).filter(|link| self.graph.rank[self.graph.links[*link].to] == space);
        own.map(|link| height(&self.written(link))).max().unwrap_or(0)
    }

    fn written(&self, link: usize) -> Vec<String> {
        let room = self.entries.room(link) - 6;
        self.graph.links[link].label.map_or_else(Vec::new, |label| wrap(label, SIZE, room))
    }

    pub(super) fn labels(&self) -> Vec<Caption> {
        let level = (0..self.graph.links.len()).filter_map(|link| self.level(link));
        level.chain(self.lanes.lanes.iter().enumerate().filter_map(|(at, lane)| self.upright(at, lane))).collect()
    }

    /// The label of a way that goes down.
    fn level(&self, link: usize) -> Option<Caption> {
        let lines = self.written(link);
        let wide = lines.iter().map(|line| width(line, SIZE)).max()? + 6;
        let (x, high) = (self.entries.of_link(link), height(&lines));
        let y = self.span(self.graph.links[link].to).0 - HEAD - high;
        let baseline = (0..).map(|place| y + 12 + place * LINE);
        let lines = lines.into_iter().zip(baseline).map(|(text, y)| Written { kind: "case", x, y, text }).collect();
        Some(Caption { is_return: false, is_upright: false, x: x - wide / 2, y, width: wide, height: high, lines })
    }

    /// The label of a lane, in the middle of what all its ways share.
    fn upright(&self, number: usize, lane: &Lane<'_>) -> Option<Caption> {
        let end = self.entry(number, lane).first()?.1;
        let turns = lane.from.iter().filter_map(|from| Some(self.exit(number, *from, lane).last()?.1));
        let turn = turns.min_by_key(|turn| (turn - end).abs())?;
        let columns = i32::try_from(lane.label.len()).ok().filter(|columns| *columns > 0)?;
        let (x, y) = (self.lane_x(lane), i32::midpoint(end, turn));
        let (wide, high) = (columns * (SIZE + 2), lane.length() + 4);
        // Chinese columns follow each other from right to left.
        let middle = (0..).map(|place| x + (columns - 1) * (SIZE + 2) / 2 - place * (SIZE + 2));
        let texts = lane.label.iter().zip(middle);
        Some(Caption {
            is_return: lane.is_return,
            is_upright: true,
            x: x - wide / 2,
            y: y - high / 2,
            width: wide,
            height: high,
            lines: texts.map(|(text, x)| Written { kind: "case", x, y, text: text.clone() }).collect(),
        })
    }
}

fn height(lines: &[String]) -> i32 {
    let count = i32::try_from(lines.len()).unwrap_or(0);
    if count == 0 { 0 } else { count * LINE + 2 - TRACK / 5 }
}
