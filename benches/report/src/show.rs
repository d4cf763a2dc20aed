//! Tables of figures, rounded for people; files contain the exact figures.

use core::fmt::Write as _;

/// A table: the first column is left-aligned, all others are right-aligned.
#[must_use]
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([head[column].chars().count()]).max().unwrap_or(0)
    };
    let mut text = String::new();
    let mut line = |cells: Vec<&str>| {
        for (column, cell) in cells.into_iter().enumerate() {
            let width = width(column);
            let _ = match column {
                0 => write!(text, "{cell:<width$}"),
                _ => write!(text, "  {cell:>width$}"),
            };
        }
        text.push('\n');
    };
    line(head.to_vec());
    for row in rows {
        line(row.iter().map(String::as_str).collect());
    }
    text
}

/// A time in a suitable unit.
#[must_use]
pub fn time(milliseconds: f64) -> String {
    match milliseconds {
        ..0.001 => format!("{:.0} ns", milliseconds * 1e6),
        ..1.0 => format!("{:.1} µs", milliseconds * 1e3),
        ..1000.0 => format!("{milliseconds:.2} ms"),
        _ => format!("{:.2} s", milliseconds / 1e3),
    }
}

/// A figure as a multiple of another; empty if there is no other.
#[must_use]
pub fn ratio(figure: f64, of: Option<f64>) -> String {
    of.map_or_else(String::new, |of| format!("{:.2} ×", figure / of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_as_wide_as_its_cells() {
        let rows = vec![vec!["a".to_owned(), "10".to_owned()], vec!["long".into(), "1".into()]];
        assert_eq!(table(&["what", "n"], &rows), "what   n\na     10\nlong   1\n");
    }

    #[test]
    fn times_have_a_unit_that_suits_them() {
        let shown = [0.000_05, 0.0123, 1.5, 2_500.0].map(time);
        assert_eq!(shown, ["50 ns", "12.3 µs", "1.50 ms", "2.50 s"]);
        assert_eq!(ratio(1.0, Some(2.0)), "0.50 ×");
        assert_eq!(ratio(1.0, None), "");
    }
}
