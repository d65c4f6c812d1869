//! Where boxes stand from left to right, and what is written in them.

use super::{
    Chip, Node, Terms, Written,
    graph::Graph,
    wrap::{width, wrap},
};

/// Between boxes of a layer.
const GAP: i32 = 12;
/// A box that stands alone is no wider.
const WIDEST: i32 = 250;
const NAME: i32 = 14;
const DETAIL: i32 = 12;
const SMALL: i32 = 11;
/// The height of a chip, and the least of a box: room for a label beside it.
const CHIP: i32 = 17;
const LOWEST: i32 = 54;

/// The middle and the width of every place.
pub(super) struct Columns {
    pub x: Vec<i32>,
    pub width: Vec<i32>,
}

impl Columns {
    /// Within the given room: layers of one box in the middle, the others in columns as straight as their ways allow.
    pub(super) fn of(graph: &Graph<'_>, left: i32, room: i32) -> Self {
        let count = graph.rank.len();
        let mut columns = Self { x: vec![0; count], width: vec![0; count] };
        for (number, layer) in graph.layers.iter().enumerate() {
            let width = match most_beside(graph, number) {
                1 => room.min(WIDEST),
                most => (room + GAP) / most - GAP,
            };
            let share = i32::try_from(2 * layer.len()).unwrap_or(2);
            for (place, at) in (0..).zip(layer) {
                columns.x[*at] = left + (2 * place + 1) * room / share;
                columns.width[*at] = width;
            }
        }
        let last = graph.layers.len();
        for _ in 0..3 {
            (0..last.saturating_sub(1)).rev().for_each(|layer| columns.align(graph, layer, false, left, room));
            (1..last).for_each(|layer| columns.align(graph, layer, true, left, room));
        }
        columns
    }

    /// Draws a layer below (or above) what it hangs on.
    fn align(&mut self, graph: &Graph<'_>, number: usize, is_down: bool, left: i32, room: i32) {
        let layer = &graph.layers[number];
        if layer.len() < 2 {
            return;
        }
        let wish = |at: usize| {
            let ends = graph.links.iter().map(|l| if is_down { (l.to, l.from) } else { (l.from, l.to) });
            let found: Vec<i32> = ends.filter(|(own, _)| *own == at).map(|(_, end)| self.x[end]).collect();
            let count = i32::try_from(found.len()).unwrap_or(1).max(1);
            if found.is_empty() { self.x[at] } else { found.iter().sum::<i32>() / count }
        };
        let wishes: Vec<i32> = layer.iter().map(|at| wish(*at)).collect();
        let width = self.width[layer[0]];
        for (at, x) in layer.iter().zip(apart(&wishes, width + GAP, left + width / 2, left + room - width / 2)) {
            self.x[*at] = x;
        }
    }
}

/// The nearest to what is wished with so much between neighbours: the middle of pushing all right and all left.
fn apart(wishes: &[i32], step: i32, first: i32, last: i32) -> Vec<i32> {
    let push = |from: i32, wish: i32| wish.max(from + step);
    let mut right: Vec<i32> = wishes.to_vec();
    (1..right.len()).for_each(|i| right[i] = push(right[i - 1], right[i]));
    let mut left: Vec<i32> = wishes.to_vec();
    (0..left.len().saturating_sub(1)).rev().for_each(|i| left[i] = left[i].min(left[i + 1] - step));
    let mut middle: Vec<i32> = right.iter().zip(left).map(|(a, b)| (a + b) / 2).collect();
    let count = middle.len();
    for i in 0..count {
        let low = if i == 0 { first } else { middle[i - 1] + step };
        middle[i] = middle[i].max(low);
    }
    for i in (0..count).rev() {
        let high = if i + 1 == count { last } else { middle[i + 1] - step };
        middle[i] = middle[i].min(high);
    }
    middle
}

/// How many places the widest of the neighbouring layers has, as far as none of them has one alone.
fn most_beside(graph: &Graph<'_>, number: usize) -> i32 {
    let sizes: Vec<usize> = graph.layers.iter().map(Vec::len).collect();
    if sizes[number] < 2 {
        return 1;
    }
    let above = sizes[..number].iter().rev().take_while(|n| **n > 1);
    let below = sizes[number..].iter().take_while(|n| **n > 1);
    i32::try_from(above.chain(below).copied().max().unwrap_or(1)).unwrap_or(1)
}

/// What stands in a box; heights count from its top.
pub(super) struct Content {
    pub texts: Vec<Written>,
    pub chips: Vec<Chip>,
    pub height: i32,
}

impl Content {
    pub(super) fn of(number: usize, step: &Node<'_>, x: i32, room: i32, words: &Terms) -> Self {
        let mut content = Self { texts: Vec::new(), chips: Vec::new(), height: 8 };
        content.write("name", &format!("{number} {}", step.name), NAME, x, room);
        content.write("post", step.post.unwrap_or_default(), DETAIL, x, room);
        for limit in words.limits(step) {
            // In a narrow box the word stands above the time.
            match limit.split_once(' ').filter(|_| width(&limit, DETAIL) > room) {
                Some((word, time)) => [word, time].map(|part| content.write("limit", part, DETAIL, x, room)),
                None => [content.write("limit", &limit, DETAIL, x, room), ()],
            };
        }
        content.mark(step, x, room, words);
        content.height = (content.height + 8).max(LOWEST);
        content
    }

    fn write(&mut self, kind: &'static str, text: &str, size: i32, x: i32, room: i32) {
        for text in wrap(text, size, room) {
            self.height += size + 5;
            self.texts.push(Written { kind, x, y: self.height - 5, text });
        }
    }

    /// Rows of chips: the control first, with a sign.
    fn mark(&mut self, step: &Node<'_>, x: i32, room: i32, words: &Terms) {
        let all = [
            ("control", words.control, step.control),
            ("condition", words.condition, step.condition),
            ("rights", words.rights, step.rights),
            ("remedy", words.remedy, step.remedy),
        ];
        let mut rows: Vec<Vec<Chip>> = Vec::new();
        let mut used = 0;
        for (kind, word, _) in all.into_iter().filter(|(_, _, said)| said.is_some()) {
            let sign = if kind == "control" { 12 } else { 0 };
            let width = width(word, SMALL) + 8 + sign;
            if rows.is_empty() || used + 4 + width > room {
                rows.push(Vec::new());
                used = -4;
            }
            used += 4 + width;
            rows.last_mut().expect("there is a row").push(Chip {
                kind,
                x: 0,
                y: 0,
                width,
                height: CHIP,
                sign,
                text: word,
            });
        }
        for row in rows {
            let total: i32 = row.iter().map(|chip| chip.width + 4).sum::<i32>() - 4;
            let (mut at, y) = (x - total / 2, self.height + 4);
            for chip in row {
                let width = chip.width;
                self.chips.push(Chip { x: at, y, ..chip });
                at += width + 4;
            }
            self.height += CHIP + 4;
        }
    }
}
