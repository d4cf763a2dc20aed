//! The places in the sources that a program would name in a panic: forgotten.
//!
//! The page's own panic hook says no such thing, so that nobody reads them; they are a hundredth of what
//! the program weighs after compression, and some of them name folders of the machine that built it.
//!
//! # What this module does not do
//! It touches no code: a place stays where it is, and is the same one everywhere.

use std::ops::Range;

use anyhow::{Context, ensure};

use super::wasm::{HEADER, number, take};

/// What the paths of a building machine have in them: of its registry, and of the compiler's own sources.
const MACHINE: [&[u8]; 3] = [b"/registry/src/", b"/rustc/", b"/rust/deps/"];
const DATA: u8 = 11;
/// The instructions that say where a segment goes: a constant, and the end.
const CONSTANT: u8 = 0x41;
const END: u8 = 0x0b;
/// How many bytes a place has: the address and the length of a path, a line and a column.
const PLACE: usize = 16;
/// No path is longer, no file has more lines and no line more columns.
const MOST: [u32; 3] = [300, 100_000, 1_000];

/// Some bytes of the module that are put into memory.
struct Segment {
    address: usize,
    bytes: Range<usize>,
}

/// Makes all places the same, with a path of zeros.
///
/// # Errors
/// Where the bytes are no module, its data are put anywhere but to constant addresses, or it still names
/// the machine that built it: then a place looks different from what this module knows.
pub(super) fn forget(wasm: &mut [u8]) -> anyhow::Result<()> {
    forget_places(wasm)?;
    let has = |part: &&[u8]| wasm.windows(part.len()).any(|bytes| bytes == *part);
    let left = MACHINE.iter().find(|part| has(part));
    ensure!(left.is_none(), "the program still names the machine that built it");
    Ok(())
}

/// The same; says how many places there were.
fn forget_places(wasm: &mut [u8]) -> anyhow::Result<usize> {
    let segments = segments(wasm)?;
    let mut places = Vec::new();
    for segment in &segments {
        // Places lie at multiples of the size of a word.
        let mut at = segment.bytes.start + segment.address.wrapping_neg() % 4;
        while at + PLACE <= segment.bytes.end {
            let path = path(wasm, &segments, at);
            at += if path.is_some() { PLACE } else { 4 };
            places.extend(path.map(|path| (at - PLACE, path)));
        }
    }
    let Some(first) = places.first().map(|(at, _)| wasm[*at..at + 8].to_vec()) else {
        return Ok(0);
    };
    for (at, path) in &places {
        wasm[*at..at + 8].copy_from_slice(&first);
        wasm[at + 8..at + PLACE].fill(0);
        wasm[path.clone()].fill(0);
    }
    Ok(places.len())
}

/// Where the path of a place is, if there is a place.
fn path(wasm: &[u8], segments: &[Segment], at: usize) -> Option<Range<usize>> {
    let word = |n: usize| {
        let bytes = wasm.get(at + 4 * n..at + 4 * n + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let numbers = [word(1)?, word(2)?, word(3)?];
    if numbers.iter().zip(MOST).any(|(number, most)| !(1..most).contains(number)) {
        return None;
    }
    let (address, length) = (usize::try_from(word(0)?).ok()?, usize::try_from(numbers[0]).ok()?);
    let segment = segments.iter().rfind(|segment| segment.address <= address)?;
    let start = segment.bytes.start + (address - segment.address);
    let text = wasm.get(start..(start + length).min(segment.bytes.end))?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-+@".contains(byte);
    let path = text.strip_suffix(b"\0").unwrap_or(text);
    let is_path = path.len() + 1 >= length && path.ends_with(b".rs") && path.iter().all(is_part);
    is_path.then_some(start..start + path.len())
}

fn segments(wasm: &[u8]) -> anyhow::Result<Vec<Segment>> {
    let mut rest = wasm.strip_prefix(HEADER).context("it is no module of WebAssembly")?;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let id = take(&mut rest, 1)?[0];
        let n = number(&mut rest)?;
        let mut section = take(&mut rest, n)?;
        if id != DATA {
            continue;
        }
        for _ in 0..number(&mut section)? {
            let head = take(&mut section, 2)?;
            ensure!(head == [0, CONSTANT], "data go to no constant address");
            let address = number(&mut section)?;
            ensure!(take(&mut section, 1)? == [END], "an address is no single constant");
            let length = number(&mut section)?;
            // What is left to read ends where the section does.
            let start = wasm.len() - rest.len() - section.len();
            take(&mut section, length)?;
            found.push(Segment { address, bytes: start..start + length });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with data at address 64: texts, and then the words, which start at address 96.
    fn module(text: &str, words: &[u32]) -> Vec<u8> {
        let mut data = text.as_bytes().to_vec();
        data.resize(32, b' ');
        data.extend(words.iter().flat_map(|word| word.to_le_bytes()));
        let mut section = b"\x01\x00\x41\xc0\x00\x0b".to_vec();
        section.push(u8::try_from(data.len()).unwrap());
        section.extend(data);
        let mut wasm = HEADER.to_vec();
        wasm.extend([DATA, u8::try_from(section.len()).unwrap()]);
        wasm.extend(section);
        wasm
    }

    fn words(wasm: &[u8], n: usize) -> Vec<u32> {
        let tail = &wasm[wasm.len() - 4 * n..];
        tail.chunks(4).map(|word| u32::from_le_bytes(word.try_into().unwrap())).collect()
    }

    #[test]
    fn all_places_are_the_first_one_without_its_name() {
        let mut wasm = module(
            "/home/who/a.rs\0src/b.rs and more",
            &[
                64, 15, 297, 49, // with the zero that ends the path
                7, 79, 8, 12, 5, // another word before it
            ],
        );
        let length = wasm.len();
        assert_eq!(forget_places(&mut wasm).unwrap(), 2);
        assert_eq!(wasm.len(), length);
        assert_eq!(words(&wasm, 9), [64, 15, 0, 0, 7, 64, 15, 0, 0]);
        let text = String::from_utf8_lossy(&wasm).into_owned();
        assert!(!text.contains(".rs") && text.contains(" and more"), "{text:?}");
    }

    #[test]
    fn what_only_looks_like_a_place_stays() {
        for words in [
            [64, 14, 0, 49],      // there is no line 0
            [64, 14, 297, 2_000], // nor that column
            [64, 13, 297, 49],    // not the whole path
            [96, 14, 297, 49],    // no path there
            [4_000, 14, 297, 49], // nothing there
        ] {
            let mut wasm = module("/home/who/a.rs\0", &words);
            let before = wasm.clone();
            assert_eq!(forget_places(&mut wasm).unwrap(), 0, "{words:?}");
            assert_eq!(wasm, before, "{words:?}");
        }
    }

    #[test]
    fn the_building_machine_is_not_told() {
        let text = "/x/registry/src/a.rs and more";
        let mut known = module(text, &[64, 20, 297, 49]);
        forget(&mut known).unwrap();
        // Without a place that leads to it nobody knows what it is.
        let failed = forget(&mut module(text, &[])).unwrap_err().to_string();
        assert!(failed.contains("names the machine"), "{failed}");
    }

    #[test]
    fn what_is_no_module_is_told() {
        assert!(forget(&mut b"MZ".to_vec()).is_err());
        let whole = module("", &[]);
        assert!(forget(&mut whole[..whole.len() - 4].to_vec()).is_err());
    }
}
