//! The way of a site's bytes to the disk. Public bytes pass the barrier; there is no other way in.

use std::{io, marker::PhantomData, sync::Mutex};

use super::{PublishError, Staging};
use crate::{
    barrier::{Barrier, Leak},
    diag::Finding,
    edition::{Insiders, Public, Readership, Route},
    source::Blob,
};

/// Why a file could not be copied.
#[derive(Debug)]
pub enum CopyError {
    /// It can't be read, or is not what was checked.
    Read(io::Error),
    /// It can't be written.
    Write(PublishError),
}

impl From<io::Error> for CopyError {
    fn from(error: io::Error) -> Self {
        Self::Read(error)
    }
}

impl From<PublishError> for CopyError {
    fn from(error: PublishError) -> Self {
        Self::Write(error)
    }
}

/// Where the files of the site of `A` go.
pub struct Sink<'b, A: Readership> {
    stage: Staging,
    barrier: Option<&'b Barrier>,
    leaks: Mutex<Vec<(Route, Leak)>>,
    audience: PhantomData<A>,
}

impl<'b> Sink<'b, Public> {
    /// A sink that lets nothing internal through.
    pub fn guarded(stage: Staging, barrier: &'b Barrier) -> Self {
        Self { stage, barrier: Some(barrier), leaks: Mutex::default(), audience: PhantomData }
    }
}

impl Sink<'_, Insiders> {
    /// A sink for insiders.
    pub fn open(stage: Staging) -> Self {
        Self { stage, barrier: None, leaks: Mutex::default(), audience: PhantomData }
    }
}

impl<A: Readership> Sink<'_, A> {
    /// Takes one file. Its bytes are compared or written, hashed, and dropped.
    ///
    /// # Errors
    /// Whatever keeps the file from the disk.
    pub fn put(&self, route: &Route, bytes: &[u8]) -> Result<(), PublishError> {
        if let Some(barrier) = self.barrier {
            let leaks = barrier.scan(bytes);
            if !leaks.is_empty() {
                let leaks = leaks.into_iter().map(|leak| (route.clone(), leak));
                self.leaks.lock().expect("no holder panics").extend(leaks);
            }
        }
        self.stage.put(route.as_str(), bytes)
    }

    /// Takes one file that lies in the content, piece by piece: it is never held whole, and is what was checked.
    ///
    /// # Errors
    /// A file that is no longer what was checked, or whatever keeps it from the disk.
    pub fn copy(&self, route: &Route, blob: &Blob) -> Result<(), CopyError> {
        let outcome = self.pass(route, blob);
        if outcome.is_err() {
            self.stage.spoil();
        }
        outcome
    }

    fn pass(&self, route: &Route, blob: &Blob) -> Result<(), CopyError> {
        let sum = blob.sum()?;
        let mut incoming = self.stage.begin_file(route.as_str(), sum.size, sum.sha256)?;
        let mut scanner = self.barrier.map(Barrier::scanner);
        blob.read(|piece| {
            if let Some(scanner) = &mut scanner {
                scanner.feed(piece);
            }
            incoming.write(piece).map_err(CopyError::from)
        })?;
        if let Some(scanner) = scanner {
            let leaks = scanner.finish().into_iter().map(|leak| (route.clone(), leak));
            self.leaks.lock().expect("no holder panics").extend(leaks);
        }
        Ok(incoming.end()?)
    }

    /// The staged site. Of what seems to have leaked, in order, `judge` tells what did.
    ///
    /// # Errors
    /// What leaked, if anything did: then the site is gone.
    pub fn close(self, judge: impl FnOnce(&[(Route, Leak)]) -> Vec<Finding>) -> Result<Staging, Vec<Finding>> {
        let mut leaks = self.leaks.into_inner().expect("no holder panics");
        leaks.sort_unstable();
        let leaks = if leaks.is_empty() { Vec::new() } else { judge(&leaks) };
        if leaks.is_empty() { Ok(self.stage) } else { Err(leaks) }
    }
}
