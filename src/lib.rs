//! 明镜
pub mod diag;
pub mod model;
pub mod source;
pub mod text;
