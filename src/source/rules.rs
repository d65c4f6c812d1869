//! Rules of finding files: encoding, names.

use crate::{diag::Rule, rule};

rule!(/// Text that is not UTF-8.
    pub ENCODING = "I001" "encoding" Error, "rules/encoding.md");
rule!(/// A file or folder name that can't become an address.
    pub FILE_NAME = "I008" "file-name" Error, "rules/file_name.md");
rule!(/// Something in `content/` that is not a plain file or folder, or is too large.
    pub NOT_A_FILE = "I009" "not-a-file" Error, "rules/not_a_file.md");

/// Every rule of this stage.
pub const RULES: &[&Rule] = &[&ENCODING, &FILE_NAME, &NOT_A_FILE];
