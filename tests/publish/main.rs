//! Sites go on disk whole: killed, tampered with, out of space or not.

mod faults;
mod kills;
mod support;
mod trees;
