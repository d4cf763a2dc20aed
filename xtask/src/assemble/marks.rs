//! The entries' own marks: a style sheet beside the page, which is fetched after everything else.
//!
//! A mark is drawn as a mask in the colour of the text. Until the sheet arrives, and for entries
//! without a mark, the page shows an initial in the same place.

use std::fmt::Write as _;

use stackfit::authoring::Mark;

/// The style sheet; none without marks.
pub(super) fn sheet(marks: &[Mark]) -> Option<String> {
    if marks.is_empty() {
        return None;
    }
    let selector = |mark: &Mark| format!("[data-mark={}]", mark.entry);
    let all = marks.iter().map(selector).collect::<Vec<_>>().join(",");
    let mut sheet = format!(
        ":is({all})::before{{content:none}}\
         :is({all}){{border:0;border-radius:0;background:currentColor;\
         -webkit-mask:var(--mark) center/contain no-repeat;mask:var(--mark) center/contain no-repeat}}"
    );
    for mark in marks {
        let (selector, path) = (selector(mark), &mark.path);
        // Nothing in a path has to be escaped; the check of the catalog sees to that.
        let _ = write!(
            sheet,
            "{selector}{{--mark:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
             viewBox='0 0 24 24'%3E%3Cpath d='{path}'/%3E%3C/svg%3E\")}}"
        );
    }
    Some(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_has_a_shape_and_a_catalog_without_marks_has_no_sheet() {
        let mark = |entry: &str| Mark { entry: entry.to_owned(), path: "M0 0h24v24z".to_owned() };
        let sheet = sheet(&[mark("one"), mark("two-b")]).unwrap();
        assert!(sheet.starts_with(":is([data-mark=one],[data-mark=two-b])::before{"), "{sheet}");
        assert_eq!(sheet.matches("%3Cpath d='M0 0h24v24z'").count(), 2, "{sheet}");
        assert_eq!(super::sheet(&[]), None);
    }
}
