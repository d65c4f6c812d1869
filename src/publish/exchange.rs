//! Putting new sites in the place of old ones: every site of a commit or none.

use std::fs;
use std::io;

use super::error::{During, Operation, PublishError};
use super::os;
use super::places::{self, OutputFolder};
use super::{Method, Moment, Observer};

/// How one new site got into place, which says how to take it out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Swap {
    /// Old and new changed places in one step.
    Exchanged,
    /// There was no old site.
    Placed,
    /// The old site was set aside first.
    Renamed,
}

/// Why the sites could not all be exchanged.
#[derive(Debug)]
pub(super) struct Unexchanged {
    pub(super) error: PublishError,
    /// Whether the old sites are all back in their places.
    pub(super) undone: bool,
}

/// Exchanges all the sites. If one cannot be, those before it are put back.
pub(super) fn exchange_all(
    places: &OutputFolder,
    names: &[&str],
    method: Method,
    observer: Observer<'_>,
) -> Result<(), Unexchanged> {
    let mut done = Vec::new();
    for &name in names {
        match swap(places, name, method, observer) {
            Ok(how) => done.push((name, how)),
            Err(error) => {
                let undone = done.into_iter().rev().all(|(name, how)| undo(places, name, how).is_ok());
                return Err(Unexchanged { error, undone });
            }
        }
        observer(Moment::Exchanged(name));
    }
    Ok(())
}

/// Exchanges one site, as [`exchange_all`] does, while recovering.
pub(super) fn exchange_one(
    places: &OutputFolder,
    name: &str,
    method: Method,
    observer: Observer<'_>,
) -> Result<(), PublishError> {
    swap(places, name, method, observer)?;
    observer(Moment::Exchanged(name));
    Ok(())
}

/// Marks the folder that an exchange left in the staging place as the old site that it is.
pub(super) fn retire(places: &OutputFolder, name: &str, operation: Operation) -> Result<(), PublishError> {
    let (left, aside) = (places.staged(name), places.aside(name));
    if places::folder(&left)?.is_some() {
        os::rename_to_vacant(&left, &aside).during(operation, &left)?;
    }
    Ok(())
}

fn swap(places: &OutputFolder, name: &str, method: Method, observer: Observer<'_>) -> Result<Swap, PublishError> {
    let (new, old) = (places.staged(name), places.published(name));
    if places::folder(&old)?.is_none() {
        os::rename_to_vacant(&new, &old).during(Operation::Exchange, &old)?;
        return Ok(Swap::Placed);
    }
    if method == Method::Atomic && os::exchange(&new, &old).during(Operation::Exchange, &old)? {
        return Ok(Swap::Exchanged);
    }
    let aside = places.aside(name);
    fs::rename(&old, &aside).during(Operation::Exchange, &old)?;
    observer(Moment::SetAside(name));
    if let Err(error) = os::rename_to_vacant(&new, &old) {
        fs::rename(&aside, &old).during(Operation::Exchange, &old)?;
        return Err(error).during(Operation::Exchange, &old);
    }
    Ok(Swap::Renamed)
}

fn undo(places: &OutputFolder, name: &str, how: Swap) -> io::Result<()> {
    let (new, old) = (places.staged(name), places.published(name));
    match how {
        Swap::Exchanged => os::exchange(&new, &old).map(drop),
        Swap::Placed => fs::rename(&old, &new),
        Swap::Renamed => {
            fs::rename(&old, &new)?;
            fs::rename(places.aside(name), &old)
        }
    }
}
