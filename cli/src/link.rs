//! Links as they are pasted into a terminal.

use stackfit::domain::query::with_hash;

/// The address of the page and the query of a link, as the page reads them. A text without an address
/// is a query.
pub(crate) fn parts(link: &str) -> (&str, String) {
    let (link, hash) = link.split_at(link.find('#').unwrap_or(link.len()));
    let is_address = link.contains("://") && !link.starts_with('?');
    let (base, query) = match link.split_once('?') {
        Some(parts) if is_address => parts,
        None if is_address => (link, ""),
        _ => ("", link),
    };
    (base, with_hash(query, hash).unwrap_or_else(|| query.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_can_be_given_as_it_is_or_within_its_address() {
        let cases = [
            ("?a.language=python", ("", "?a.language=python")),
            ("a.language=python&q=x?y", ("", "a.language=python&q=x?y")),
            ("?q=https://a", ("", "?q=https://a")),
            (
                "https://example.org/fit/?a.language=python#top",
                ("https://example.org/fit/", "a.language=python"),
            ),
            ("https://example.org/fit/", ("https://example.org/fit/", "")),
        ];
        for (link, (base, query)) in cases {
            assert_eq!(parts(link), (base, query.to_owned()), "{link}");
        }
    }

    #[test]
    fn a_part_of_the_query_that_became_a_hash_is_read_as_the_page_reads_it() {
        let (_, query) = parts("https://example.org/?a.language=python&#038;a.size=small#top");
        let names: Vec<_> = query.split('&').collect();
        assert_eq!(names[0], "a.language=python");
        assert!(query.contains("a.size=small"), "{query}");
    }
}
