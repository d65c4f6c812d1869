//! What is tested from outside: one program, a module for each subject.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)] // tests make worlds of their own

mod asof;
mod assessment;
mod barrier;
mod bureau;
mod calendar;
mod calendar_command;
mod cli;
mod determinism;
mod due;
mod edges;
mod fields;
mod flow;
mod forms;
mod gate;
mod handbook;
mod hostile;
mod killed;
mod lateness;
mod made;
mod mentions;
mod noninterference;
mod obligations;
mod places;
mod plan;
mod publish;
mod registers;
mod rules;
mod said;
mod schedules;
mod shapes;
mod source;
mod statistics;
mod supervision;
mod supervision_rules;
mod support;
mod tables;
mod theme;
mod tidy;
