//! Sites go on disk whole: killed, tampered with, out of space or not.

mod active;
mod faults;
mod foreign;
mod kills;
mod modes;
mod output;
#[path = "../support/mod.rs"]
mod program;
mod root_files;
mod streamed;
mod support;
mod swapped;
mod trees;
