//! The page in one file, which opens by double-click and inside `srcdoc`: program, evidence and styles
//! are all inside, and it asks for no file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::document::Document;
use super::program::Program;

/// Its name.
pub(crate) const NAME: &str = "standalone.html";

/// Writes it: the page, which has its place already, with all that it would load inside.
///
/// # Errors
/// Where the page is not as expected, or the file cannot be written.
pub(super) fn write(
    mut page: Document,
    programs: &[&Program],
    evidence: &str,
) -> anyhow::Result<()> {
    // Addresses of the page that is served.
    page.remove("link[rel=canonical], link[type*=oembed]")?;
    page.remove("meta[property], meta[name^='twitter:']")?;
    page.change("script[data-program]", |script| {
        script.remove();
    })?;
    let mut scripts = format!("<script>{evidence}</script>");
    for program in programs {
        scripts.push_str(&elements(program));
    }
    page.append("body", &scripts)?;
    page.write()
}

/// The script that holds a program, and the one that binds it. The latter has an address, because
/// wasm-bindgen's scripts ask for their own, and inside `srcdoc` the page has none to lend.
fn elements(Program { name, glue, inlined, .. }: &Program) -> String {
    let (inlined, glue) = (&inlined.text, STANDARD.encode(&glue.text));
    format!(
        "<script>{inlined}</script>\
         <script data-program=\"{name}\" src=\"data:text/javascript;base64,{glue}\"></script>"
    )
}
