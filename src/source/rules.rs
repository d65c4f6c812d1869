//! Rules of the reading stage: encoding, syntax, fields, file names.

use crate::{diag::Rule, rule};

rule!(/// Text that is not UTF-8.
    pub ENCODING = "I001" "encoding" Error, "rules/encoding.md");
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
rule!(/// A file or folder name that can't become an address.
    pub FILE_NAME = "I008" "file-name" Error, "rules/file_name.md");
rule!(/// Something in `content/` that is not a plain file or folder, or is too large.
    pub NOT_A_FILE = "I009" "not-a-file" Error, "rules/not_a_file.md");
rule!(/// A file where no kind is authored.
    pub STRAY_FILE = "I010" "stray-file" Warning waivable true, "rules/stray_file.md");
rule!(/// A character that nobody sees.
    pub HIDDEN = "I013" "hidden-character" Error, "rules/hidden_character.md");

/// Every rule of this stage.
pub const RULES: &[&Rule] = &[
    &ENCODING,
    &SYNTAX,
    &UNKNOWN_KEY,
    &MISSING_FIELD,
    &WRONG_TYPE,
    &UNKNOWN_WORD,
    &BLANK,
    &FILE_NAME,
    &NOT_A_FILE,
    &STRAY_FILE,
    &HIDDEN,
];
