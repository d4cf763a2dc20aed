//! The audits over random and over realistic profiles, as tables.

use core::fmt::Write as _;

use stackfit::authoring::audit::{Audit, Reach, Realistic};

/// Each alternative and each question under random profiles.
pub(super) fn text(audit: &Audit) -> String {
    let Audit { n_profiles, n_recommending, .. } = audit;
    let mut text =
        format!("{n_profiles} random profiles, {n_recommending} of them recommend somebody\n");
    let mut alternatives: Vec<_> = audit.alternatives.iter().collect();
    alternatives.sort_by(|one, other| other.share.total_cmp(&one.share));
    let _ = writeln!(
        text,
        "\n{:<20} {:>7} {:>8} {:>8} {:>6} {:>8}",
        "first", "share", "times", "alone", "mean", "unknown"
    );
    for one in alternatives {
        let _ = writeln!(
            text,
            "{:<20} {:>6.2}% {:>8} {:>8} {:>6.1} {:>7.1}%{}",
            one.id,
            100.0 * one.share,
            one.n_first,
            one.n_alone,
            one.mean_score,
            100.0 * one.unknown,
            match &one.reach {
                Reach::Profiles => String::new(),
                Reach::Directed(link) => format!("  first with {link}"),
                Reach::Never => "  never first".to_owned(),
            }
        );
    }
    let _ = writeln!(text, "\n{:<20} {:>9} {:>9}", "question", "answered", "decisive");
    for one in &audit.questions {
        let decisive = 100.0 * f64::from(one.n_decisive) / f64::from(one.n_asked.max(1));
        let _ = writeln!(text, "{:<20} {:>9} {decisive:>8.1}%", one.id, one.n_asked);
    }
    text
}

/// Each alternative under realistic profiles.
pub(super) fn realistic(realistic: &Realistic) -> String {
    let Realistic { n_profiles, n_recommending, .. } = realistic;
    let mut text =
        format!("\n{n_profiles} realistic profiles, {n_recommending} of them recommend somebody\n");
    let _ = writeln!(text, "\n{:<20} {:>7} {:>8} {:>8}", "first", "share", "times", "alone");
    let mut alternatives: Vec<_> = realistic.alternatives.iter().collect();
    alternatives.sort_by(|one, other| other.share.total_cmp(&one.share));
    for one in alternatives {
        let share = 100.0 * one.share;
        let _ =
            writeln!(text, "{:<20} {share:>6.2}% {:>8} {:>8}", one.id, one.n_first, one.n_alone);
    }
    text
}

#[cfg(test)]
mod tests {
    use engine_bench::generate;
    use stackfit::authoring::audit::Places;

    use super::*;

    #[test]
    fn the_report_names_everybody_and_every_question() {
        let catalog = generate::catalog(5);
        let text = text(&Audit::of(&catalog, 50));
        for entry in &catalog.alternatives {
            assert!(text.contains(&format!("\n{} ", entry.id)), "{text}");
        }
        for question in &catalog.questions {
            assert!(text.contains(&format!("\n{} ", question.id)), "{text}");
        }
    }

    #[test]
    fn realistic_first_places_are_listed_the_most_first() {
        let places = |id: &str, share| Places { id: id.to_owned(), share, n_first: 3, n_alone: 1 };
        let alternatives = vec![places("rare", 0.05), places("frequent", 0.95)];
        let text = realistic(&Realistic { n_profiles: 9, n_recommending: 6, alternatives });
        assert!(text.contains("\n9 realistic profiles, 6 of them recommend somebody\n"), "{text}");
        let lines: Vec<_> = text.lines().skip(4).collect();
        assert!(lines[0].starts_with("frequent") && lines[0].contains(" 95.00% "), "{text}");
        assert!(lines[1].starts_with("rare") && lines[1].contains("  5.00% "), "{text}");
    }
}
