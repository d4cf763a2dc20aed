//! Links as they are pasted into a terminal.

/// The address of the page and the query of a link. A text without an address is a query.
pub(crate) fn parts(link: &str) -> (&str, &str) {
    let link = link.split_once('#').map_or(link, |(link, _)| link);
    let is_address = link.contains("://") && !link.starts_with('?');
    match link.split_once('?') {
        Some(parts) if is_address => parts,
        None if is_address => (link, ""),
        _ => ("", link),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_can_be_given_as_it_is_or_within_its_address() {
        assert_eq!(parts("?a.language=python"), ("", "?a.language=python"));
        assert_eq!(parts("a.language=python&q=x?y"), ("", "a.language=python&q=x?y"));
        assert_eq!(parts("?q=https://a"), ("", "?q=https://a"));
        let page = "https://example.org/fit/";
        let link = "https://example.org/fit/?a.language=python#top";
        assert_eq!(parts(link), (page, "a.language=python"));
        assert_eq!(parts(page), (page, ""));
    }
}
