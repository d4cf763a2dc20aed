//! The page in one file, which opens by double-click and inside `srcdoc`: it contains program,
//! evidence and styles, and requests no other file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::document::Document;
use super::program::Program;

/// Its file name.
pub(crate) const NAME: &str = "standalone.html";

/// Writes the file: the given page, with everything included that it would load.
pub(super) fn write(
    mut page: Document,
    programs: &[&Program],
    evidence: &str,
    marks: Option<&str>,
) -> anyhow::Result<()> {
    // Addresses of the served page.
    page.remove("link[rel=canonical], link[type*=oembed]")?;
    page.remove("meta[property], meta[name^='twitter:']")?;
    page.change("script[data-program]", |script| {
        script.remove();
    })?;
    let mut scripts = format!("<script>{evidence}</script>");
    for program in programs {
        scripts.push_str(&elements(program));
    }
    if let Some(marks) = marks {
        page.append("head", &format!("<style>{marks}</style>"))?;
        page.change("[data-marks]", |element| element.remove_attribute("data-marks"))?;
    }
    page.append("body", &scripts)?;
    page.write()
}

/// The script that contains a program, and the one that binds it. The latter has an address,
/// because wasm-bindgen's scripts read their own address, and inside `srcdoc` the page has none.
fn elements(Program { name, glue, inlined, .. }: &Program) -> String {
    let (inlined, glue) = (&inlined.text, STANDARD.encode(&glue.text));
    format!(
        "<script>{inlined}</script>\
         <script data-program=\"{name}\" src=\"data:text/javascript;base64,{glue}\"></script>"
    )
}
