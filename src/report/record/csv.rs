//! Tables as CSV (RFC 4180), which any spreadsheet opens without computing anything.

/// What a cell may not begin with, because a spreadsheet takes it for a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Writes rows of cells, which have the same length.
pub(super) fn write(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            push(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push(text: &mut String, cell: &str) {
    // Spaces do not keep a spreadsheet from seeing a formula. An apostrophe makes a text of it.
    let is_formula = cell.trim_start_matches([' ', '\n']).starts_with(FORMULA);
    let mark = if is_formula { "'" } else { "" };
    let is_plain = !cell.contains(['"', ',', '\n', '\r', '\t', ';']) && cell.trim() == cell;
    if is_plain && !is_formula {
        text.push_str(cell);
    } else {
        text.push('"');
        text.push_str(mark);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_have_to_be_and_none_is_a_formula() {
        for (cell, written) in [
            ("a", "a"),
            ("", ""),
            ("a, b", "\"a, b\""),
            ("\"a\"", "\"\"\"a\"\"\""),
            ("a\nb", "\"a\nb\""),
            ("=1+1", "\"'=1+1\""),
            (" -1", "\"' -1\""),
            ("@x", "\"'@x\""),
            ("\t=1", "\"'\t=1\""),
            ("1-2", "1-2"),
        ] {
            let rows = vec![vec![cell.to_owned(), "b".to_owned()]];
            assert_eq!(write(&rows), [written, ",b\r\n"].concat());
        }
    }
}
