//! The way of a site's bytes to the disk. Public bytes pass the barrier; there is no other way in.

use std::{marker::PhantomData, sync::Mutex};

use super::{PublishError, Stage};
use crate::{
    barrier::{Barrier, Leak},
    diag::Finding,
    edition::{Audience, Internal, Public, Route},
};

/// Where the files of the site of `A` go.
pub struct Sink<'b, A: Audience> {
    stage: Stage,
    barrier: Option<&'b Barrier>,
    leaks: Mutex<Vec<(Route, Leak)>>,
    audience: PhantomData<A>,
}

impl<'b> Sink<'b, Public> {
    /// A sink that lets nothing internal through.
    pub fn guarded(stage: Stage, barrier: &'b Barrier) -> Self {
        Self { stage, barrier: Some(barrier), leaks: Mutex::default(), audience: PhantomData }
    }
}

impl Sink<'_, Internal> {
    /// A sink for insiders.
    pub fn open(stage: Stage) -> Self {
        Self { stage, barrier: None, leaks: Mutex::default(), audience: PhantomData }
    }
}

impl<A: Audience> Sink<'_, A> {
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

    /// The staged site. Of what seems to have leaked, in order, `judge` tells what did.
    ///
    /// # Errors
    /// What leaked, if anything did: then the site is gone.
    pub fn close(self, judge: impl FnOnce(&[(Route, Leak)]) -> Vec<Finding>) -> Result<Stage, Vec<Finding>> {
        let mut leaks = self.leaks.into_inner().expect("no holder panics");
        leaks.sort_unstable();
        let leaks = if leaks.is_empty() { Vec::new() } else { judge(&leaks) };
        if leaks.is_empty() { Ok(self.stage) } else { Err(leaks) }
    }
}
