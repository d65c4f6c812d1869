//! How a result comes about, as a report shows it: `2.40 ÷ 5.00`.

use super::{
    equation::{Spot, Term},
    formula::Operator,
};

/// Longest sum that is shown whole.
const MOST: usize = 12;

/// A term with the text of its cells.
pub(super) fn working<'t>(term: &Term, cell: &dyn Fn(Spot) -> &'t str) -> String {
    let shown = |at: Spot| match cell(at) {
        "" => "（空白）".to_owned(),
        text if text.starts_with(['-', '−']) && text.chars().count() > 1 => format!("({text})"),
        text => text.to_owned(),
    };
    match term {
        Term::Cell(at) => shown(*at),
        Term::Number(figure) => figure.value().printed(figure.places()),
        Term::Sum(all) if all.is_empty() => "0".to_owned(),
        Term::Sum(all) if all.len() > MOST => {
            let first: Vec<String> = all[..MOST - 2].iter().map(|at| shown(*at)).collect();
            format!("{} + … + {}", first.join(" + "), shown(all[all.len() - 1]))
        }
        Term::Sum(all) => all.iter().map(|at| shown(*at)).collect::<Vec<_>>().join(" + "),
        Term::Negative(of) => format!("−{}", bracketed(of, cell, true)),
        Term::Two(a, operator, b) => {
            let tight = matches!(operator, Operator::Times | Operator::Per);
            let strict = matches!(operator, Operator::Minus | Operator::Per);
            let right = match **b {
                Term::Two(..) if strict => format!("({})", working(b, cell)),
                _ => bracketed(b, cell, tight),
            };
            format!("{} {} {right}", bracketed(a, cell, tight), operator.shown())
        }
    }
}

/// In brackets where it is a sum inside something that binds tighter.
fn bracketed<'t>(term: &Term, cell: &dyn Fn(Spot) -> &'t str, tight: bool) -> String {
    let is_sum = match term {
        Term::Sum(all) => all.len() > 1,
        Term::Two(_, operator, _) => matches!(operator, Operator::Plus | Operator::Minus),
        _ => false,
    };
    let text = working(term, cell);
    if is_sum && tight { format!("({text})") } else { text }
}
