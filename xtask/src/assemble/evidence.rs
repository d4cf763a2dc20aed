//! Notes, sources and drawbacks: a script next to the page, which is fetched later.

use anyhow::Context;
use stackfit::authoring::Checked;

/// The script that sets the evidence.
pub(super) fn script(Checked { catalog, evidence, .. }: &Checked) -> anyhow::Result<String> {
    let text = serde_json::to_string(&evidence.encode(catalog)).context("it is text")?;
    Ok(format!("self.stackfitEvidence={};", safe(&text)))
}

/// A JSON text that is safe inside a script element: nothing in it ends the element.
pub(super) fn safe(json: &str) -> String {
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
