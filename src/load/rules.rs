//! Rules of the loading stage: the files beside a record, those of a site's root, and strays.

use crate::{diag::Rule, rule};

rule!(/// A file that is named but not there.
    pub FILE_MISSING = "R001" "file-missing" Error, "rules/file_missing.md");
rule!(/// An attachment whose SHA-256 is not the one written down.
    pub HASH_MISMATCH = "R002" "hash-mismatch" Error, "rules/hash_mismatch.md");
rule!(/// A file in `content/static/` that may not stand at a site's root.
    pub STATIC_FILE = "L010" "static-file" Error, "rules/static_file.md");
rule!(/// A CSV file whose rows are not as long as its header.
    pub TABLE_SHAPE = "T001" "table-shape" Error, "rules/table_shape.md");
rule!(/// What looks like content where none is read.
    pub STRAY_FILE = "I010" "stray-file" Error, "rules/stray_file.md");
rule!(/// A file that is no content, or that no record names.
    pub UNUSED_FILE = "I014" "unused-file" Warning waivable true, "rules/unused_file.md");

/// Every rule of this stage.
pub const RULES: &[&Rule] = &[&FILE_MISSING, &HASH_MISMATCH, &STATIC_FILE, &TABLE_SHAPE, &STRAY_FILE, &UNUSED_FILE];
