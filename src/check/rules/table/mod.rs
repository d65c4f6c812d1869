//! Family T: tables and their arithmetic.

mod arithmetic;
mod cell_type;
mod formula;
mod missing_part;
mod prose_figure;
mod unchecked_figure;
mod unsummable;

use crate::{
    check::{Check, Facts},
    diag::{Files, Findings},
    kinds::{Record, Table},
    table::{Class, Fault, Place, Places, Sheet, judge},
};

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[
    cell_type::CHECK,
    arithmetic::CHECK,
    unsummable::CHECK,
    formula::CHECK,
    missing_part::CHECK,
    prose_figure::CHECK,
    unchecked_figure::CHECK,
];

/// Reports the faults of one class of every table of a record of which something was said.
fn report(class: Class, record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for table in record.tables.iter().filter(|t| is_told(t)) {
        let Some(sheet) = Sheet::of(table) else { continue };
        let faults = judge(&sheet, class);
        if faults.is_empty() {
            continue;
        }
        let whole = table.cells.as_ref().and_then(|cells| cells.text).unwrap_or(table.file.span);
        let places = Places::of(facts.catalog.source.text(whole.file), whole);
        faults.into_iter().for_each(|fault| say(fault, &places, findings));
    }
}

fn is_told(table: &Table) -> bool {
    table.like.is_some() || !(table.columns.is_empty() && table.across.is_empty() && table.down.is_empty())
}

fn say(fault: Fault, places: &Places<'_>, findings: &mut Findings<'_>) {
    let span = match fault.place {
        Place::At(span) => span,
        Place::Cell(row, column) => places.at(row, column),
    };
    let finding = findings.at(span, fault.message);
    if let Some((span, text)) = fault.see {
        finding.see(span, text);
    }
    if let Some(help) = fault.help {
        finding.help(help);
    }
}
