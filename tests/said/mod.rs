//! What the sites say is so: of what was withdrawn, of sums, of what is not public, and of keys in the wrong place.

mod claims;
mod misplaced;
mod sums;
mod withdrawal;

use crate::support::Tree;

/// A file of a site as text.
fn page(tree: &Tree, path: &str) -> String {
    String::from_utf8(tree.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}
