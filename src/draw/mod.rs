//! Drawings of plain data: their geometry is computed here, templates only write it down.

pub(crate) mod bars;
pub(crate) mod flow;
pub(crate) mod heat;
pub(crate) mod qr;
