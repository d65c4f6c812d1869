//! What a cell may do to whoever opens it in a spreadsheet.

use super::Mark;

/// Whether a spreadsheet would take a cell for a formula: it begins with `= + - @`, their full-width forms, a tab or a
/// line break, and is neither a figure nor a mark.
pub fn is_dangerous(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    begins && !matches!(Mark::of(cell, false), Mark::Figure(_) | Mark::Inapplicable)
}

#[cfg(test)]
mod tests {
    use super::is_dangerous;

    #[test]
    fn formulas_are_told_from_figures() {
        for bad in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "-甲"] {
            assert!(is_dangerous(bad), "{bad}");
        }
        for good in ["-0.08", "+3.1%", "-", "—", "合计", "1=1", "", "−2"] {
            assert!(!is_dangerous(good), "{good}");
        }
    }
}
