//! 明镜: administrative powers exercised in the open, as two static sites from one git repository.
//!
#![doc = include_str!("../ARCHITECTURE.md")]
#![cfg_attr(not(test), warn(clippy::unwrap_used))]
#![warn(unreachable_pub)]
// The tests make worlds of their own; clippy.toml is for what is built.
#![cfg_attr(test, allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros))]

// In the order in which they may use each other: none uses one below it. `tests/tidy.rs` holds it.
pub mod text;

pub mod diag;

pub mod media;

pub mod source;

pub mod read;

pub mod markdown;

pub mod words;

pub mod kinds;

pub mod load;

pub mod table;

pub mod calendar;

pub mod draw;

pub mod schedule;

pub mod supervision;

pub mod day;

pub mod check;

pub mod edition;

pub mod site;

pub mod barrier;

pub mod publish;

pub mod build;

pub mod rules;

pub mod cli;
