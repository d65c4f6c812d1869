//! Sites go on disk whole: killed, tampered with, out of space or not.

mod active;
mod faults;
mod foreign;
mod kills;
mod modes;
mod output;
mod root_files;
mod sites;
mod streamed;
mod swapped;
mod trees;
