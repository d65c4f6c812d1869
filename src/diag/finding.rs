//! One finding, and the sink that stamps it with its rule.

use super::{Rule, Span};
use crate::text::Text;

/// Which site a mistake can shape: decides whether it blocks a public build of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The public site, or it can't be told: blocks every build.
    Public,
    /// Only the internal site: `build --audience public` reports it and goes on.
    Internal,
}

/// A remark that belongs to a finding.
#[derive(Clone, Debug)]
pub enum Note {
    /// What would be right.
    Help(Text),
    /// A second place that matters, such as the requirement that is not met.
    At(Span, Text),
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule it breaks.
    pub rule: &'static Rule,
    /// Which site it can shape.
    pub reach: Reach,
    /// Where.
    pub span: Span,
    /// The period that it is about, where there is one: a waiver may be for that alone.
    pub period: Option<String>,
    /// What is wrong.
    pub message: Text,
    /// What would be right, and other places.
    pub notes: Vec<Note>,
    /// What the log of a public build says instead, where the message quotes the inside by its nature.
    pub discreet: Option<Text>,
}

impl Finding {
    /// A finding without notes.
    pub fn new(rule: &'static Rule, reach: Reach, span: Span, message: Text) -> Self {
        Self { rule, reach, span, period: None, message, notes: Vec::new(), discreet: None }
    }

    /// Says which period it is about.
    pub fn of_period(&mut self, period: &dyn std::fmt::Display) -> &mut Self {
        self.period = Some(period.to_string());
        self
    }

    /// Says what the log of a public build has instead of the message, the line and the notes.
    pub fn discreetly(&mut self, text: Text) -> &mut Self {
        self.discreet = Some(text);
        self
    }

    /// Adds what would be right.
    pub fn help(&mut self, text: Text) -> &mut Self {
        self.notes.push(Note::Help(text));
        self
    }

    /// Adds a second place.
    pub fn see(&mut self, span: Span, text: Text) -> &mut Self {
        self.notes.push(Note::At(span, text));
        self
    }
}

/// A sink that reports under one rule only.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    reach: Reach,
    out: &'a mut Vec<Finding>,
}

impl<'a> Findings<'a> {
    /// A sink for one rule and one object.
    pub fn new(rule: &'static Rule, reach: Reach, out: &'a mut Vec<Finding>) -> Self {
        Self { rule, reach, out }
    }

    /// The same for another rule.
    pub fn of(&mut self, rule: &'static Rule) -> Findings<'_> {
        Findings { rule, reach: self.reach, out: &mut *self.out }
    }

    /// Reports a finding at a place; the returned finding takes notes.
    pub fn at(&mut self, span: Span, message: Text) -> &mut Finding {
        self.at_reach(self.reach, span, message)
    }

    /// Reports a finding whose reach is not that of the object under check.
    pub fn at_reach(&mut self, reach: Reach, span: Span, message: Text) -> &mut Finding {
        self.out.push(Finding::new(self.rule, reach, span, message));
        self.out.last_mut().expect("just pushed")
    }
}
