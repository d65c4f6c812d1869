//! What clap has to say, in the reader's language.

use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{CLEAN, USAGE};
use crate::{
    text,
    text::{Lang, Text, visible},
};

/// Prints help, the version, or what is wrong with the command line.
pub(super) fn explain(error: &clap::Error, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = write!(out, "{error}");
        return CLEAN;
    }
    let message = message(error);
    let hint = lang.pick("看用法：mingjing --help", "for usage: mingjing --help");
    let _ = writeln!(err, "{}: {}\n{hint}", lang.pick("用法错误", "usage error"), visible(message.get(lang)));
    USAGE
}

fn message(error: &clap::Error) -> Text {
    let get = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(get)
        .find(|s| !s.is_empty());
    let mut message = match error.kind() {
        ErrorKind::UnknownArgument => text!("没有 {argument} 这个参数", "there is no argument {argument}"),
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            text!("没有 {command} 这个命令", "there is no command {command}")
        }
        ErrorKind::MissingSubcommand => {
            let commands = get(ContextKind::ValidSubcommand);
            text!("缺少命令，可选：{commands}", "a command is missing; it can be: {commands}")
        }
        ErrorKind::MissingRequiredArgument => text!("缺少 {argument}", "{argument} is missing"),
        ErrorKind::InvalidValue if value.is_empty() => text!("{argument} 缺少值", "{argument} needs a value"),
        ErrorKind::InvalidValue => {
            let valid = get(ContextKind::ValidValue);
            text!("{argument} 不能是 {value}，可选：{valid}", "{argument} can't be {value}; it can be: {valid}")
        }
        ErrorKind::ValueValidation => {
            text!("{argument} 的值 {value} 写法不对", "the value {value} of {argument} is malformed")
        }
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => {
                text!("{argument} 不能重复使用", "{argument} can't be given twice")
            }
            other => text!("{argument} 与 {other} 不能同时使用", "{argument} can't be used with {other}"),
        },
        _ => {
            let english = error.to_string();
            text!("{english}", "{english}")
        }
    };
    if let Some(near) = near {
        message.zh += "；是不是 ";
        message.zh += &near;
        message.zh += "？";
        message.en += "; did you mean ";
        message.en += &near;
        message.en += "?";
    }
    message
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        _ => String::new(),
    }
}
