//! The last step of every build: what Trunk has put together becomes the page that is delivered.
//!
//! Trunk calls this as its `post_build` hook, in a build that is served as in one for release. It
//! turns the glue into a classic script that starts the page anywhere ([`program`]), puts the
//! evidence beside it ([`beside`]), and for release writes the real cards into the page
//! ([`prerender`]), makes the page in one file ([`standalone`]), and what hosts need ([`hosting`]).
//!
//! # What this module does not do
//! It compiles no program for the page, and changes no code of one.

mod beside;
mod document;
mod glue;
mod hosting;
mod places;
mod prerender;
mod program;
mod standalone;
mod wasm;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use document::Document;
use program::Program;
use sha2::{Digest as _, Sha256};
use stackfit::authoring::Checked;

use crate::{catalog, repository};

/// The page itself.
pub(crate) const PAGE: &str = "index.html";

/// The page with the view that puts the page into another one.
const AUTHOR_PAGE: &str = "author.html";

/// Assembles the page in the folder that Trunk names.
///
/// # Errors
/// Where Trunk has not called, or has put something else together than expected.
pub(crate) fn run() -> anyhow::Result<()> {
    let named = |variable: &str| {
        env::var_os(variable).with_context(|| {
            format!("{variable} is not set; Trunk calls `cargo xtask assemble` with it")
        })
    };
    let folder = PathBuf::from(named("TRUNK_STAGING_DIR")?);
    let is_release = named("TRUNK_PROFILE")? == "release";
    let mut page = Document::read(&folder.join(PAGE))?;
    let subject = checked()?.catalog.subject;
    page.set_subject(&subject.title, &subject.intro)?;
    let app = Program::assemble(&folder, "app", is_release)?;
    let explain = Program::assemble(&folder, "explain", is_release)?;
    let author = Program::assemble(&folder, "author", is_release)?;
    page.rename(&app.glue, &app.boot.name)?;
    page.rename(&app.bound, &app.wasm)?;
    page.rename("inlined.js", &app.inlined.name)?;
    let evidence = beside::evidence()?;
    let evidence_name = write_named(&folder, "evidence", "js", evidence.as_bytes())?;
    page.name_later(&[
        ("data-evidence", &evidence_name),
        ("data-explain", &explain.boot.name),
        ("data-explain-wasm", &explain.wasm),
        ("data-explain-script", &explain.inlined.name),
    ])?;
    let author_page = author_page(&page, &folder, &app, &author)?;
    author_page.write()?;
    if is_release {
        page.set_content(&prerender::content()?)?;
        let origin = hosting::origin()?;
        hosting::write(&folder, &mut page, origin.as_deref())?;
        let mut whole = page.copy(&folder.join(standalone::NAME));
        whole.add_to_head(&author_styles()?)?;
        standalone::write(whole, &[explain, author], &evidence)?;
    }
    page.write()?;
    if is_release {
        hosting::write_headers(&folder, &page, &author_page)?;
    }
    Ok(())
}

/// The page with the configurator: the same page with another program, and nothing for search engines.
fn author_page(
    page: &Document,
    folder: &Path,
    app: &Program,
    author: &Program,
) -> anyhow::Result<Document> {
    let mut made = page.copy(&folder.join(AUTHOR_PAGE));
    made.rename(&app.boot.name, &author.boot.name)?;
    made.rename(&app.wasm, &author.wasm)?;
    made.rename(&app.inlined.name, &author.inlined.name)?;
    made.rename("data-program=app", "data-program=author")?;
    // Nothing is rendered into it beforehand, so that nothing stands below a notice.
    made.rename(" What stands below is the catalog as it is.", "")?;
    made.rename(
        "What stands below is the catalog as it is; filters and questions need a browser that runs",
        "It needs a browser that runs",
    )?;
    made.add_to_head("<meta name=\"robots\" content=\"noindex\">")?;
    made.add_to_head(&author_styles()?)?;
    Ok(made)
}

/// The style element for the view that the page itself is without.
fn author_styles() -> anyhow::Result<String> {
    let path = repository::root().join("styles/embed.css");
    let styles =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(format!("<style>{}</style>", styles.trim()))
}

/// The catalog that is embedded: the repository's own, or that in the folder `CATALOG_DIR`.
fn checked() -> anyhow::Result<Checked> {
    let folder = env::var_os("CATALOG_DIR").map(PathBuf::from);
    catalog::load(folder.as_deref())
}

/// Writes a file whose name has a hash of its bytes in it, so that it changes whenever they do; the
/// name.
fn write_named(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let digest = Sha256::digest(bytes);
    let hash = digest.iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    let name = format!("{stem}-{hash:016x}.{ending}");
    let path = folder.join(&name);
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(name)
}

/// The one file of a folder whose name starts and ends like this.
fn only(folder: &Path, start: &str, ending: &str) -> anyhow::Result<PathBuf> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(start) && name.ends_with(ending) {
            found.push(path);
        }
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        _ => bail!(
            "{} has {} files {start}…{ending}; one was expected",
            folder.display(),
            found.len()
        ),
    }
}

/// A hash as a Content Security Policy names it.
fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
