//! What the sites say is so: of what was withdrawn, of sums, of what is not public, and of keys in the wrong place.

#[path = "../support/mod.rs"]
mod support;
mod withdrawal;
