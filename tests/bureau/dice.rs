//! Chance with a seed: the same seed throws the same.

/// A seeded source of numbers (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number of a range, both ends included.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// So many days, both ends included.
    pub fn days(&mut self, first: u8, last: u8) -> i64 {
        i64::from(first) + i64::from((self.next() % (u64::from(last - first) + 1)) as u8)
    }

    /// True so many times of a hundred.
    pub fn percent(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    pub fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// Some of all, in their order, at least one.
    pub fn some<'t, T>(&mut self, all: &'t [T]) -> Vec<&'t T> {
        let sure = self.below(all.len());
        let throw = |(nth, one): (usize, &'t T)| (nth == sure || self.percent(40)).then_some(one);
        all.iter().enumerate().filter_map(throw).collect()
    }
}
