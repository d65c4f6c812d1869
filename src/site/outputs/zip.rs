//! An archive of files that are stored as they are: enough for an XLSX file, and plain to whoever scans its bytes.

use chrono::{Datelike, NaiveDate};

/// An archive being made.
pub(super) struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
    /// The day of every file, as MS-DOS writes it: none before 1980.
    day: u16,
}

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const VERSION: u16 = 20;

impl Zip {
    pub(super) fn new(on: NaiveDate) -> Self {
        let year = u16::try_from(on.year().clamp(1980, 2107) - 1980).unwrap_or_default();
        let day = year << 9 | (on.month() as u16) << 5 | on.day() as u16;
        Self { bytes: Vec::new(), directory: Vec::new(), files: 0, day }
    }

    /// Adds a file. Names are ASCII; an archive here is far below 4 GiB.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) {
        let offset = self.bytes.len() as u32;
        let mut head = Vec::with_capacity(26);
        put16(&mut head, &[VERSION, 0, 0, 0, self.day]); // no flags, stored, at midnight
        put32(&mut head, &[crc(content), content.len() as u32, content.len() as u32]);
        put16(&mut head, &[name.len() as u16, 0]);
        put32(&mut self.bytes, &[LOCAL]);
        self.bytes.extend_from_slice(&head);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(content);
        put32(&mut self.directory, &[CENTRAL]);
        put16(&mut self.directory, &[VERSION]);
        self.directory.extend_from_slice(&head);
        put16(&mut self.directory, &[0, 0, 0]);
        put32(&mut self.directory, &[0, offset]);
        self.directory.extend_from_slice(name.as_bytes());
        self.files += 1;
    }

    /// The archive.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let (start, size) = (self.bytes.len() as u32, self.directory.len() as u32);
        self.bytes.append(&mut self.directory);
        put32(&mut self.bytes, &[END]);
        put16(&mut self.bytes, &[0, 0, self.files, self.files]);
        put32(&mut self.bytes, &[size, start]);
        put16(&mut self.bytes, &[0]);
        self.bytes
    }
}

fn put16(out: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|n| out.extend_from_slice(&n.to_le_bytes()));
}

fn put32(out: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|n| out.extend_from_slice(&n.to_le_bytes()));
}

/// CRC-32 as zip has it, bit by bit: tables are small.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::{Zip, crc};

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn what_is_stored_stands_in_the_bytes() {
        let mut zip = Zip::new(chrono::NaiveDate::MIN);
        zip.add("a.xml", "内".as_bytes());
        let bytes = zip.finish();
        assert!(bytes.windows(3).any(|w| w == "内".as_bytes()) && bytes.starts_with(b"PK\x03\x04"));
    }
}
