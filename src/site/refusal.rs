//! What the template engine refuses, in both languages.

use std::error::Error;

use tera::ErrorKind;

use crate::{
    text,
    text::{Text, quoting},
};

/// What is wrong and where, with all that the engine says of it: it shows the lines.
pub(super) fn refusal(error: &tera::Error) -> Text {
    let ours = match error.kind() {
        ErrorKind::SyntaxError(at) => {
            let (template, line) = (at.filename(), at.span().start_line);
            text!("模板 {template} 第 {line} 行写法有误", "line {line} of the template {template} is malformed")
        }
        ErrorKind::RenderingError(at) => {
            let (template, line) = (at.filename(), at.span().start_line);
            text!("模板 {template} 第 {line} 行无法执行", "line {line} of the template {template} can't be carried out")
        }
        ErrorKind::MissingParent { current, parent } => text!(
            "模板 {current} 所继承的模板 {parent} 不存在",
            "the template {current} extends {parent}, which is not there"
        ),
        ErrorKind::TemplateNotFound(name) => text!("没有模板 {name}", "there is no template {name}"),
        ErrorKind::ComponentNotFound(name) => text!("没有组件 {name}", "there is no component {name}"),
        ErrorKind::CircularExtend { tpl, .. } => {
            text!("模板 {tpl} 的继承关系成了循环", "the template {tpl} extends itself in a circle")
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            text!("模板 {tpl} 的引用关系成了循环", "the template {tpl} includes itself in a circle")
        }
        _ => text!("模板有误", "a template is wrong"),
    };
    quoting(ours, chain(error))
}

/// The words of an error and of what it came of.
fn chain(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
