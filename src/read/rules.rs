//! Rules of the reading stage: syntax and fields.

use crate::{diag::Rule, rule};

rule!(/// TOML or front matter that can't be read.
    pub SYNTAX = "I002" "syntax" Error, "rules/syntax.md");
rule!(/// A key that no field has.
    pub UNKNOWN_KEY = "I003" "unknown-key" Error, "rules/unknown_key.md");
rule!(/// A required field that is not there.
    pub MISSING_FIELD = "I004" "missing-field" Error, "rules/missing_field.md");
rule!(/// A value of another type than the field's.
    pub WRONG_TYPE = "I005" "wrong-type" Error, "rules/wrong_type.md");
rule!(/// A word outside the field's vocabulary.
    pub UNKNOWN_WORD = "I006" "unknown-word" Error, "rules/unknown_word.md");
rule!(/// A text of nothing but white space.
    pub BLANK = "I007" "blank" Error, "rules/blank.md");
rule!(/// A character that nobody sees.
    pub HIDDEN = "I013" "hidden-character" Error, "rules/hidden_character.md");

/// Every rule of this stage.
pub const RULES: &[&Rule] = &[&SYNTAX, &UNKNOWN_KEY, &MISSING_FIELD, &WRONG_TYPE, &UNKNOWN_WORD, &BLANK, &HIDDEN];
