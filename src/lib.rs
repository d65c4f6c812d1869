//! 明镜
pub mod check;
pub mod diag;
pub mod markdown;
pub mod model;
pub mod source;
pub mod text;
