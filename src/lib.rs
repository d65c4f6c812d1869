//! 明镜
pub mod check;
pub mod diag;
pub mod edition;
pub mod markdown;
pub mod model;
pub mod publish;
pub mod site;
pub mod source;
pub mod text;
