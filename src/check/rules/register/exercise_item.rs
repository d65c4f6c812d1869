//! The form of an exercise names an item that is not important.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Exercise,
    rule, text,
};

rule!(RULE = "G102" "exercise-item" Error, "exercise_item.md");

pub(super) static CHECK: Check = Check::Exercise(&RULE, check);

/// An item that is not there, or of which the file or the level could not be read, is reported otherwise.
fn check(exercise: &Exercise, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let id = &exercise.item;
    let Some(item) = facts.item(id).filter(|item| !item.is_important()) else { return };
    match &item.importance {
        Some(importance) => {
            let Some(level) = &importance.level else { return };
            findings
                .at(id.span, text!("「{}」是非重要权力，不用登记表", "“{}” is an ordinary power", item.name.value))
                .see(level.span, text!("认定在这里", "it was decided here"))
                .help(text!("写进 filings/ 的备案表", "write it into a filing in filings/"));
        }
        None => {
            findings
                .at(
                    id.span,
                    text!(
                        "「{}」没有认定为重要权力，不能用登记表",
                        "nobody decided that “{}” is important: it has no such form",
                        item.name.value
                    ),
                )
                .help(text!("认定以后在事项里写 [importance]", "write [importance] into the item when it is decided"));
        }
    }
}
