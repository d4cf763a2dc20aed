//! The last step of every build: turns Trunk's output into the page that is delivered.
//!
//! Trunk calls this as its `post_build` hook, both when serving and for release. It binds the
//! second program ([`program`]) and writes evidence and marks next to the page ([`evidence`],
//! [`marks`]). For
//! release it also prerenders the cards ([`prerender`], [`before`]), creates the page in one file
//! ([`standalone`]), and adds data for hosts ([`hosting`]).

mod before;
mod document;
mod evidence;
mod hosting;
mod marks;
mod prerender;
mod program;
mod standalone;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
pub(crate) use document::Document;
use lol_html::html_content::ContentType;
pub(crate) use prerender::RULES;
use program::Program;
use sha2::{Digest as _, Sha256};
use stackfit::authoring::{self, Checked, Files};
use stackfit::domain::catalog::Subject;
use stackfit::text::{self, Words};

use crate::repository;

/// The page.
pub(crate) const PAGE: &str = "index.html";

/// The page's program.
pub(crate) const APP: &str = "app";

/// The second program, which explains a result.
pub(crate) const EXPLAIN: &str = "explain";

/// The script for hosts, which they load by this name.
pub(crate) const HOST_SCRIPT: &str = "embed.js";

/// Assembles the page in the folder that Trunk names.
pub(crate) fn run() -> anyhow::Result<()> {
    let named = |variable: &str| {
        env::var_os(variable).with_context(|| {
            format!("{variable} is not set; Trunk calls `cargo xtask assemble` with it")
        })
    };
    let folder = PathBuf::from(named("TRUNK_STAGING_DIR")?);
    let is_release = named("TRUNK_PROFILE")? == "release";
    let mut checked = checked()?;
    // What the page counts as it runs stands in its markup from the first.
    checked.catalog.subject.intro = text::intro(&checked.catalog).into();
    let app = Program::named(&folder, APP)?;
    program::bind(&folder, EXPLAIN, is_release)?;
    let explain = Program::named(&folder, EXPLAIN)?;
    let evidence = evidence::script(&checked)?;
    let evidence_name = write_named(&folder, "evidence", "js", evidence.as_bytes())?;
    let mut page = Document::read(&folder.join(PAGE))?;
    take_host_script(&folder, &mut page)?;
    set_subject(&mut page, &checked.catalog.subject)?;
    let beside = |name: &str| format!("./{name}");
    page.set(
        "script[data-program=app]",
        &[
            ("data-src", &beside(&app.glue.name)),
            ("data-wasm", &beside(&app.wasm)),
            ("data-script", &beside(&app.inlined.name)),
        ],
    )?;
    page.set(
        "[data-slot=cards]",
        &[
            ("data-evidence", &beside(&evidence_name)),
            ("data-explain", &beside(&explain.glue.name)),
            ("data-explain-wasm", &beside(&explain.wasm)),
            ("data-explain-script", &beside(&explain.inlined.name)),
        ],
    )?;
    let marks = marks::sheet(&checked.marks);
    if let Some(sheet) = &marks {
        let name = write_named(&folder, "marks", "css", sheet.as_bytes())?;
        page.set("[data-slot=cards]", &[("data-marks", &beside(&name))])?;
    }
    if is_release {
        let rendered = prerender::render()?;
        let waiting = page.inside(".loading")?.concat();
        let words = Words::english(&checked.catalog.subject);
        let content = before::prepared(rendered.content, &words, &waiting)?;
        page.fill("[data-slot=cards]", &content)?;
        page.append("[data-slot=head]", &rendered.head)?;
        let origin = hosting::origin()?;
        hosting::write(&folder, &mut page, &checked.catalog, origin.as_deref())?;
    }
    page.change("[data-slot]", |element| element.remove_attribute("data-slot"))?;
    page.write()?;
    if is_release {
        hosting::write_headers(&folder, &page)?;
        let whole = page.copy(&folder.join(standalone::NAME));
        // The second one first: the page's program may need it as soon as it starts.
        standalone::write(whole, &[&explain, &app], &evidence, marks.as_deref())?;
    }
    Ok(())
}

/// Takes the script for hosts out of the page and gives it its lasting name. Trunk has put it there,
/// because it makes only the scripts of a page smaller.
fn take_host_script(folder: &Path, page: &mut Document) -> anyhow::Result<()> {
    let script = written(folder, "embed", "js")?;
    let name = script.file_name().unwrap_or_default().to_string_lossy();
    page.change(&format!("script[src$='{name}']"), |element| {
        element.remove();
    })?;
    let to = folder.join(HOST_SCRIPT);
    fs::rename(&script, &to).with_context(|| format!("cannot rename {}", script.display()))
}

/// Inserts the subject of the catalog into the page.
fn set_subject(page: &mut Document, subject: &Subject) -> anyhow::Result<()> {
    page.set("meta[data-slot=intro]", &[("content", &subject.intro)])?;
    for (slot, text) in [("title", &subject.title), ("intro", &subject.intro)] {
        // The title of the page follows that of the catalog.
        page.change(&format!("[data-slot={slot}]:not(meta)"), |element| {
            element.prepend(text, ContentType::Text);
        })?;
    }
    Ok(())
}

/// The embedded catalog: the repository's own, or that in the folder `CATALOG_DIR`.
pub(crate) fn checked() -> anyhow::Result<Checked> {
    let folder = env::var_os("CATALOG_DIR").map_or_else(repository::catalog, PathBuf::from);
    let files = Files::load(&folder)
        .with_context(|| format!("cannot read the catalog in {}", folder.display()))?;
    authoring::check(&files).map_err(|violations| {
        let lines: Vec<_> = violations.iter().map(|one| format!("\n{one}")).collect();
        anyhow!("the catalog in {} has violations:{}", folder.display(), lines.concat())
    })
}

/// Writes a file with a hash of its bytes in its name, so that the name changes with the bytes;
/// returns the name.
fn write_named(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let digest = Sha256::digest(bytes);
    let hash = digest.iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    let name = format!("{stem}-{hash:016x}.{ending}");
    let path = folder.join(&name);
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(name)
}

/// The file of a folder that [`write_named`] has written; an error if there is not exactly one.
pub(crate) fn written(folder: &Path, stem: &str, ending: &str) -> anyhow::Result<PathBuf> {
    only(folder, |name| {
        let hash = name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('-'));
        let hash = hash.and_then(|rest| rest.strip_suffix(ending)?.strip_suffix('.'));
        hash.is_some_and(|hash| hash.bytes().all(|letter| letter.is_ascii_hexdigit()))
    })
    .with_context(|| format!("{stem}-….{ending}"))
}

/// The only file of a folder with a wanted name.
fn only(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> anyhow::Result<PathBuf> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(&is_wanted) {
            found.push(path);
        }
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        _ => bail!("{} has {} of these files; one was expected", folder.display(), found.len()),
    }
}

/// A hash in the form of a Content Security Policy. Browsers take it of the text as they have read
/// it, with Unix line ends.
fn policy_hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkout_with_other_line_ends_has_the_same_hashes() {
        let hash = policy_hash("a {\n}\n");
        assert_eq!(policy_hash("a {\r\n}\r\n"), hash);
        assert_eq!(policy_hash("a {\r}\r"), hash);
    }

    #[test]
    fn the_page_says_what_the_catalog_is_about() {
        let mut subject = checked().unwrap().catalog.subject;
        (subject.title, subject.intro) = ("A & \"B\"".into(), "<i>".into());
        let markup = fs::read_to_string(repository::root().join(PAGE)).unwrap();
        let mut page = Document::new(Path::new(PAGE), markup);
        set_subject(&mut page, &subject).unwrap();
        let text = page.into_text();
        for part in
            [">A &amp; \"B\" – Stackfit", " content=\"<i>\"", "<h1 data-slot=\"title\">A &amp;"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
