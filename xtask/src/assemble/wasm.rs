//! The wasm, as bytes: its sections, and the names that it shares with the glue.
//!
//! # What this module does not do
//! It touches no code: a program does afterwards what it did before.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};

/// What every module starts with: the magic number and the version.
pub(super) const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// What kind of import a function is.
const FUNCTION: u8 = 0;

/// Gives imports and exports the names that a function gives them, and all imports one module.
///
/// # Errors
/// Where the bytes are no module, or it imports anything but functions.
pub(super) fn renamed(
    wasm: &[u8],
    module: &str,
    mut name: impl FnMut(&str) -> String,
) -> anyhow::Result<Vec<u8>> {
    let mut rest = wasm.strip_prefix(HEADER).context("it is no module of WebAssembly")?;
    let mut out = HEADER.to_vec();
    while !rest.is_empty() {
        let id = take(&mut rest, 1)?[0];
        let n = number(&mut rest)?;
        let mut section = take(&mut rest, n)?;
        let made = match id {
            IMPORTS | EXPORTS => {
                let n = number(&mut section)?;
                let mut made = Vec::new();
                write_number(&mut made, n);
                for _ in 0..n {
                    if id == IMPORTS {
                        text(&mut section)?;
                        write_text(&mut made, module);
                    }
                    write_text(&mut made, &name(text(&mut section)?));
                    let kind = take(&mut section, 1)?[0];
                    ensure!(id == EXPORTS || kind == FUNCTION, "an import is no function");
                    made.push(kind);
                    write_number(&mut made, number(&mut section)?);
                }
                made
            }
            _ => section.to_vec(),
        };
        out.push(id);
        write_number(&mut out, made.len());
        out.extend(made);
    }
    Ok(out)
}

/// The names of imports and exports, without those of modules.
///
/// # Errors
/// As [`renamed`].
pub(super) fn names(wasm: &[u8]) -> anyhow::Result<Vec<String>> {
    let mut names = BTreeMap::new();
    renamed(wasm, "", |name| {
        let n = names.len();
        names.entry(name.to_owned()).or_insert(n);
        String::new()
    })?;
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by_key(|(_, at)| *at);
    Ok(names.into_iter().map(|(name, _)| name).collect())
}

/// Takes some bytes off.
pub(super) fn take<'a>(rest: &mut &'a [u8], n: usize) -> anyhow::Result<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(n).context("the module ends too early")?;
    *rest = left;
    Ok(taken)
}

/// A number in LEB128, seven bits a byte.
pub(super) fn number(rest: &mut &[u8]) -> anyhow::Result<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = take(rest, 1)?[0];
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    bail!("a number of the module does not end")
}

fn text<'a>(rest: &mut &'a [u8]) -> anyhow::Result<&'a str> {
    let n = number(rest)?;
    str::from_utf8(take(rest, n)?).context("a name of the module is no text")
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or_default());
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    write_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one import of a function and one export, and a section after them.
    fn module() -> Vec<u8> {
        let mut wasm = HEADER.to_vec();
        wasm.extend(b"\x02\x09\x01\x03mod\x01f\x00\x00");
        wasm.extend(b"\x07\x05\x01\x01e\x00\x00");
        wasm.extend(b"\x0b\x02ab");
        wasm
    }

    #[test]
    fn names_change_and_everything_else_stays() {
        assert_eq!(names(&module()).unwrap(), ["f", "e"]);
        let long = "x".repeat(130);
        let made = renamed(&module(), "_", |name| [name, &long].concat()).unwrap();
        assert_eq!(names(&made).unwrap(), [format!("f{long}"), format!("e{long}")]);
        let back = renamed(&made, "mod", |name| name[..1].to_owned()).unwrap();
        assert_eq!(back, module());
    }

    #[test]
    fn what_is_no_module_is_told() {
        assert!(names(b"MZ").is_err());
        assert!(names(&module()[..14]).is_err());
        let mut other = HEADER.to_vec();
        other.extend(b"\x02\x09\x01\x03mod\x01f\x03\x00");
        assert!(names(&other).unwrap_err().to_string().contains("no function"));
    }
}
