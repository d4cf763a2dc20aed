//! wasm-bindgen's glue: a classic script instead of a module, without what the starter does itself, and
//! with short names.
//!
//! The names that glue and wasm share have hashes in them, and hashes do not compress: with short ones
//! both together are 3.6 kB smaller after compression.
//!
//! # What this module does not do
//! It understands no JavaScript: it looks for what the glue of the pinned wasm-bindgen is known to have,
//! and fails where it is not there or something is that only a module may have.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};

use super::wasm;

/// Where the glue begins to load the wasm, which `boot.js` does in fewer bytes.
const LOADS: &str = "async function __wbg_load(";
/// The glue's way to print a value in a message that nobody reads, and a shorter one.
const DEBUG: &str = "function debugString(val) {";
const SHORT_DEBUG: &str = "function debugString(val) {\nreturn typeof val;";

/// What the glue calls what it is given and gives back, each several hundred times.
const LOCALS: [&str; 12] = [
    "arg0",
    "arg1",
    "arg2",
    "arg3",
    "arg4",
    "arg5",
    "ret",
    "ptr0",
    "ptr1",
    "len0",
    "len1",
    "WASM_VECTOR_LEN",
];

/// The glue for a module as a classic script, without all that loads.
///
/// # Errors
/// Where it is not as expected.
pub(super) fn classic(glue: &str) -> anyhow::Result<String> {
    let (code, _) = glue
        .split_once(LOADS)
        .context("the glue does not load the wasm; is it that of another wasm-bindgen?")?;
    for needed in ["function __wbg_get_imports(", "function __wbg_finalize_init("] {
        ensure!(code.contains(needed), "the glue has no {needed}…)");
    }
    let mut classic = code.to_owned();
    if let Some(at) = classic.find(DEBUG) {
        let end = classic[at..].find("\n}").context("a function of the glue does not end")?;
        classic.replace_range(at..at + end, SHORT_DEBUG);
    }
    for sign in ["import.meta", "\nimport ", "\nexport "] {
        if classic.contains(sign) {
            bail!("the glue has something that only a module may have: {}", sign.trim());
        }
    }
    Ok(classic)
}

/// A script without lines that are all comment, without indentation and empty lines. Made for the
/// glue of wasm-bindgen and the starter, which have no text that spans lines.
pub(super) fn stripped(script: &str) -> String {
    let is_comment =
        |line: &str| ["/**", "* ", "*/", "//"].iter().any(|sign| line.starts_with(sign));
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && *line != "*" && !is_comment(line));
    kept.collect::<Vec<_>>().join("\n")
}

/// Script and wasm with short names for what they call each other, and in the script for its own
/// functions.
///
/// # Errors
/// Where the wasm is not as expected.
pub(super) fn shortened(
    script: &str,
    bound: &str,
    program: &[u8],
) -> anyhow::Result<(String, Vec<u8>)> {
    let is_long = |name: &String| name.starts_with("__") || name.starts_with("wasm_bindgen__");
    let mut short = BTreeMap::new();
    let shared = wasm::names(program)?.into_iter().filter(is_long);
    let own = script.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("function ")?.split_once('(')?;
        Some(name.to_owned())
    });
    for name in LOCALS {
        // As a property of something it would be somebody else's name.
        ensure!(!script.contains(&format!(".{name}")), "the glue has a property {name}");
    }
    let locals = LOCALS.map(ToOwned::to_owned);
    for name in locals.into_iter().chain(shared).chain(own) {
        let n = short.len();
        short.entry(name).or_insert_with(|| letters(n));
    }
    let module = format!("./{}.js", bound.trim_end_matches(".wasm"));
    ensure!(script.contains(&module), "the glue does not name the imports' module {module}");
    let script = with_words(&script.replace(&module, "_"), &short);
    let renamed = |name: &str| short.get(name).map_or(name, String::as_str).to_owned();
    Ok((script, wasm::renamed(program, "_", renamed)?))
}

/// A number as a word of JavaScript that neither the glue nor the starter has.
fn letters(mut n: usize) -> String {
    let mut word = String::from("$");
    loop {
        word.push(char::from(b"abcdefghijklmnopqrstuvwxyz"[n % 26]));
        n /= 26;
        if n == 0 {
            return word;
        }
        n -= 1;
    }
}

/// A script with other words in place of some. The names of the glue are so long that no text and no
/// property of the browser has the same.
fn with_words(script: &str, words: &BTreeMap<String, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut made = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        made.push_str(words.get(word).map_or(word, String::as_str));
        let length = after.find(is_part).unwrap_or(after.len());
        made.push_str(&after[..length]);
        rest = &after[length..];
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "function __wbg_get_imports() {\nreturn { \"./app_bg.js\": 1 };\n}\n\
        function debugString(val) {\n    if (val) {\n        return 'long';\n    }\n}\n\
        function __wbg_finalize_init(instance) {\nwasm.__wbindgen_start();\n}\n\
        async function __wbg_load(module) {}\nexport { __wbg_init as default };\n";

    #[test]
    fn what_only_a_module_may_have_and_what_loads_is_taken_out_or_told() {
        let script = classic(GLUE).unwrap();
        assert!(script.ends_with("__wbindgen_start();\n}\n"), "{script}");
        assert!(
            script.contains("typeof val;\n}\nfunction") && !script.contains("long"),
            "{script}"
        );
        assert!(classic("let a;").is_err());
        assert!(classic(&GLUE.replace("finalize", "other")).is_err());
        assert!(classic(&format!("a\nimport b from 'c';\n{GLUE}")).is_err());
    }

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let script =
            "/**\n * What\n *\n */\nfunction f(a) {\n    // why\n\n    return a * 2; // kept\n}\n";
        assert_eq!(stripped(script), "function f(a) {\nreturn a * 2; // kept\n}");
    }

    #[test]
    fn glue_and_wasm_still_call_each_other_the_same() {
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        program.extend(b"\x07\x1a\x02\x10__wbindgen_start\x00\x00\x03mem\x02\x00");
        let (script, made) = shortened(&classic(GLUE).unwrap(), "app_bg.wasm", &program).unwrap();
        let names = wasm::names(&made).unwrap();
        assert_eq!(names, ["$m", "mem"]);
        assert!(script.contains("wasm.$m()") && script.contains("{ \"_\": 1 }"), "{script}");
        assert!(!script.contains("__wb"), "{script}");
    }

    #[test]
    fn each_number_is_a_word_of_its_own() {
        let words: std::collections::BTreeSet<_> = (0..2000).map(letters).collect();
        assert_eq!(words.len(), 2000);
    }
}
