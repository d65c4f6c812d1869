//! Files that must stand at a site's root: `content/static/public/` and `content/static/internal/`.

use super::STATIC_FILE;
use crate::{
    diag::{Finding, Reach, Span},
    kinds::root_file,
    media,
    source::{Blob, Source, read_file, said},
    text,
};

/// Longest that is read at all.
const MOST: u64 = 1 << 20;

/// What is wrong with them: in no site's folder, not on the list, or not what their names say.
pub(super) fn problems(source: &Source) -> Vec<Finding> {
    let problem = |(path, blob): (&str, &Blob)| {
        let side = root_file(path);
        let reach = if matches!(side, Some(("internal", _))) { Reach::Internal } else { Reach::Public };
        let why = match side {
            Some(("public" | "internal", name)) => judged(name, blob).err()?,
            _ => text!(
                "应放在 content/static/public/（公开网站）或者 content/static/internal/（内部网站）中",
                "must lie in content/static/public/ or content/static/internal/"
            ),
        };
        Some(Finding::new(&STATIC_FILE, reach, Span::head(blob.file), why))
    };
    source.root_files().filter_map(problem).collect()
}

fn judged(name: &str, blob: &Blob) -> media::Verdict {
    if blob.size > MOST {
        return Err(text!("有 {} 字节，上限 {MOST}", "has {} bytes, at most {MOST} are allowed", blob.size));
    }
    media::root_file(name, &read_file(blob).map_err(|error| said(&error))?)
}
