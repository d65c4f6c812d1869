//! 明镜: administrative powers exercised in the open, as two static sites from one git repository.

#![warn(unreachable_pub)]
#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod text;

pub mod diag;

pub mod source;

pub mod markdown;

pub mod model;

pub mod check;

pub mod edition;

pub mod site;

pub mod barrier;

pub mod publish;

pub mod build;

pub mod rules;

pub mod cli;
