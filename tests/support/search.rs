//! How a search at random is made: the same in every run, or as `scripts/soak` asks for.

use proptest::{prelude::ProptestConfig, test_runner::RngSeed};

/// So many cases from a seed; `MINGJING_TIMES` as many from `MINGJING_SEED`, where they are set.
pub(crate) fn search(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig {
        cases: cases * asked("MINGJING_TIMES").map_or(1, |times| times as u32),
        rng_seed: RngSeed::Fixed(asked("MINGJING_SEED").unwrap_or(seed)),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

fn asked(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name}={value} is no number")))
}
