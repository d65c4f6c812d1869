//! What items are called: a field names one by its id, or by its name where only one has it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::diag::Reach;

/// The items of a site; the open ones apart, for nothing inside may change what an open file means.
#[derive(Debug, Default)]
pub struct ItemNames {
    open: Called,
    all: Called,
}

#[derive(Debug, Default)]
struct Called {
    ids: BTreeSet<String>,
    /// Names that one item has, with its id.
    names: HashMap<String, String>,
    /// Names that several have.
    shared: HashSet<String>,
}

impl ItemNames {
    /// An item whose file is there, read or not.
    pub fn add_id(&mut self, id: &str) {
        self.all.ids.insert(id.to_owned());
    }

    /// An item that was read.
    pub fn add(&mut self, id: &str, name: &str, is_open: bool) {
        self.all.add(id, name);
        if is_open {
            self.open.add(id, name);
        }
    }

    /// The id of the item that a text names. What can shape the public site names an open item before one inside; in a
    /// file that stays inside, a name is looked up among all.
    pub fn id(&self, written: &str, reach: Reach) -> Option<&str> {
        let open = if reach == Reach::Public { self.open.id(written) } else { None };
        let is_shared = reach == Reach::Public && self.open.shared.contains(written);
        open.or_else(|| if is_shared { None } else { self.all.id(written) })
    }
}

impl Called {
    fn add(&mut self, id: &str, name: &str) {
        self.ids.insert(id.to_owned());
        if name.is_empty() || self.shared.contains(name) {
            return;
        }
        if self.names.insert(name.to_owned(), id.to_owned()).is_some() {
            self.names.remove(name);
            self.shared.insert(name.to_owned());
        }
    }

    fn id(&self, written: &str) -> Option<&str> {
        self.ids.get(written).or_else(|| self.names.get(written)).map(String::as_str)
    }
}
