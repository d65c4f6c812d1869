//! When two names are one: bureaus write the same head with quotes, brackets, blanks and numbers of their own.

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// To one.
    One(usize),
    /// To several, which it can't tell apart.
    Many(usize),
    /// Nowhere.
    None,
}

/// A name without blanks and quotes, its brackets full-width.
pub(super) fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| !c.is_whitespace() && !"“”\"「」『』‘’'：:".contains(*c));
    kept.map(|c| match c {
        '(' => '（',
        ')' => '）',
        '％' => '%',
        c => c,
    })
    .collect()
}

/// Without the number before it: 一、 （二） 3. 其中
fn bare(plain: &str) -> &str {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let name = plain.strip_prefix("其中").unwrap_or(plain);
    let name = name.trim_start_matches('、');
    if let Some(inner) = name.strip_prefix('（') {
        return inner.trim_start_matches(numeral).strip_prefix('）').filter(|r| !r.is_empty()).unwrap_or(name);
    }
    let rest = name.trim_start_matches(numeral);
    let marked = rest.len() < name.len();
    let after = rest.strip_prefix(['、', '.', '．']).filter(|r| !r.is_empty() && !r.starts_with(numeral));
    after.filter(|_| marked).unwrap_or(name)
}

/// The one of some names that is meant: as written, else without the numbers before them.
pub(super) fn find<'n>(names: &(impl Iterator<Item = &'n str> + Clone), wanted: &str) -> Match {
    let wanted = plain(wanted);
    let matching = |same: &dyn Fn(&str) -> bool| {
        let mut hits = names.clone().enumerate().filter(|(_, name)| same(name)).map(|(at, _)| at);
        (hits.next(), hits.count())
    };
    for (first, more) in [matching(&|n| plain(n) == wanted), matching(&|n| bare(&plain(n)) == bare(&wanted))] {
        match (first, more) {
            (Some(at), 0) => return Match::One(at),
            (Some(_), more) => return Match::Many(more + 1),
            (None, _) => {}
        }
    }
    Match::None
}

#[cfg(test)]
mod tests {
    use super::{Match, find};

    #[test]
    fn names_are_found_as_bureaus_write_them() {
        let names = [
            "项目",
            "“三公”经费合计",
            "1．因公出国 (境) 费",
            "其中：公务用车购置费",
            "（一）予以公开",
            "1月",
            "小计",
            "小计",
        ];
        let found = |wanted: &str| find(&names.iter().copied(), wanted);
        assert_eq!(found("三公经费合计"), Match::One(1));
        assert_eq!(found("因公出国（境）费"), Match::One(2));
        assert_eq!(found("公务用车购置费"), Match::One(3));
        assert_eq!(found("予以公开"), Match::One(4));
        assert_eq!((found("1月"), found("月"), found("小计")), (Match::One(5), Match::None, Match::Many(2)));
    }
}
