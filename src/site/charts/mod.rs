//! Drawings: their geometry is computed here, templates only write it down.

pub(super) mod bars;
pub(super) mod flow;
pub(super) mod heat;
pub(super) mod qr;
