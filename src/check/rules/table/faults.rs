//! What is wrong with a table of which something was said: it is judged once, and each fault is of the rule of its class.

use crate::{
    check::{Check, Facts},
    diag::{Files, Findings, Rule},
    kinds::{Record, Table},
    rule,
    table::{Class, Fault, Place, Places, Sheet, judge},
};

rule!(/// A cell is not of its column's type.
    CELL_TYPE = "T101" "cell-type" Error, "cell_type.md");
rule!(/// A figure is not what the arithmetic gives.
    ARITHMETIC = "T102" "arithmetic" Error, "arithmetic.md");
rule!(/// A figure is reckoned from a cell that is blank or “/”.
    UNSUMMABLE = "T103" "unsummable" Error, "unsummable.md");
rule!(/// A formula can't be read, or names what the table does not have.
    FORMULA = "T104" "formula" Error, "formula.md");
rule!(/// A column or row of a ready-made definition is not there.
    MISSING_PART = "T105" "missing-part" Error, "missing_part.md");
rule!(/// A figure that a ready-made definition would reckon can't be: a column that it needs is not there.
    UNCHECKED_FIGURE = "T107" "unchecked-figure" Note, "unchecked_figure.md");

pub(super) const CHECK: Check = Check::Tables(RULES, check);

const RULES: &[&Rule] = &[&CELL_TYPE, &ARITHMETIC, &UNSUMMABLE, &FORMULA, &MISSING_PART, &UNCHECKED_FIGURE];

/// The rule that a fault breaks.
fn rule(class: Class) -> &'static Rule {
    match class {
        Class::Cell => &CELL_TYPE,
        Class::Arithmetic => &ARITHMETIC,
        Class::Unsummable => &UNSUMMABLE,
        Class::Formula => &FORMULA,
        Class::Missing => &MISSING_PART,
        Class::Unchecked => &UNCHECKED_FIGURE,
    }
}

fn check(record: &Record, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for table in record.tables.iter().filter(|t| is_told(t)) {
        let Some(sheet) = Sheet::of(table) else { continue };
        let faults = judge(&sheet);
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
    let mut findings = findings.of(rule(fault.class));
    let finding = findings.at(span, fault.message);
    if let Some((span, text)) = fault.see {
        finding.see(span, text);
    }
    if let Some(help) = fault.help {
        finding.help(help);
    }
}
