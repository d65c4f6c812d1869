//! What the field does to content: odd names, numbers far off, files of a size, characters that hide, clutter of desktops.

mod clutter;
mod hidden;
mod log;
mod masks;
mod not_found;
mod numbers;
mod sizes;
