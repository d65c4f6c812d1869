//! A QR code as one path of squares.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// Modules of white around it (ISO/IEC 18004).
const QUIET: usize = 4;

/// The geometry of a code, a module one unit wide.
#[derive(Serialize)]
pub(crate) struct Code {
    /// Width and height with the quiet zone.
    size: usize,
    /// The dark modules.
    path: String,
    /// What it leads to.
    address: String,
}

/// The code of an address; `None` where it is too long for one.
pub(crate) fn code(address: String) -> Option<Code> {
    let code = QRBuilder::new(address.as_str()).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        for x in 0..code.size {
            if code[y][x].value() {
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    Some(Code { size: code.size + 2 * QUIET, path, address })
}
