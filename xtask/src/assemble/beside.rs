//! What lies beside the page and is fetched later.
//!
//! # What this module does not do
//! It checks the catalog no differently from the build that embedded it.

use anyhow::Context;
use stackfit::authoring::Checked;

/// The script that sets the evidence.
///
/// # Errors
/// Where the catalog cannot be read or is not clean.
pub(super) fn evidence() -> anyhow::Result<String> {
    let Checked { catalog, evidence } = super::checked()?;
    let text = serde_json::to_string(&evidence.encode(&catalog)).context("it is text")?;
    Ok(format!("self.stackfitEvidence={};", safe(&text)))
}

/// A text of JSON that may stand inside a script element: nothing in it ends the element.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_script_that_it_stands_in() {
        let json = serde_json::to_string("a</script><!-- \"b\"").unwrap();
        let made = safe(&json);
        assert!(!made.contains('<'), "{made}");
        assert_eq!(serde_json::from_str::<String>(&made).unwrap(), "a</script><!-- \"b\"");
    }
}
