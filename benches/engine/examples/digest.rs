use engine_bench::Scene;
use std::hash::{DefaultHasher, Hash, Hasher};
use stackfit::domain::browse::*;
use stackfit::domain::catalog::*;
use stackfit::domain::decide::*;
fn h(what: &str, n: usize, x: impl std::fmt::Debug) { let mut d = DefaultHasher::new(); format!("{x:?}").hash(&mut d); println!("{what} {n} {:016x}", d.finish()); }
fn main() {
    for n in [1, 7, 35, 50, 300, 3000] {
        let s = Scene::new(n);
        let (t, a) = (&s.table, &s.answers);
        for (tag, a) in [("a", a.clone()), ("d", s.demanding.clone()), ("none", Answers::none(20)), ("w", { let mut w = a.clone(); w.set(QuestionId(7), None); w.set(QuestionId(13), None); w })] {
            let r = rank(t, &a);
            h(&format!("{tag} rank"), n, &r);
            let sit = Situation::new(t, &a, &r);
            for id in sit.eligible().take(5).collect::<Vec<_>>() {
                h(&format!("{tag} standing"), n, Standing::of(&sit, id));
                h(&format!("{tag} worst"), n, Standing::of(&sit, id).weakest_at_worst());
                h(&format!("{tag} outlook"), n, Outlook::of(&sit, id));
                h(&format!("{tag} unmet"), n, unmet_options(&sit, id));
                h(&format!("{tag} reasons"), n, (reasons(t, &a, id), contributions(t, &a, id)));
            }
            h(&format!("{tag} out"), n, out_of_race(&sit));
            h(&format!("{tag} next"), n, next_question(&sit));
            h(&format!("{tag} coarse"), n, Shares::of(&sit, Lattice::Coarse));
            h(&format!("{tag} fine"), n, Shares::of(&sit, Lattice::Fine));
            let c = Counterfactuals::of(t, &a);
            h(&format!("{tag} counter"), n, &c);
            h(&format!("{tag} impasse"), n, Impasse::of(t, &a));
            for id in s.catalog.alternative_ids().step_by(1.max(n / 20)) { h(&format!("{tag} route"), n, route(t, &a, &r, &c, id)); }
            if n <= 3000 { for split in [false, true] { h(&format!("{tag} combine {split}"), n, combinations(t, &a, &s.languages, split)); } }
            let none = Chosen::none(s.catalog.facets.len());
            let mut some = none.clone(); some.set(FacetId(0), 0b111); some.set(FacetId(2), 0xff);
            for ch in [&none, &some] { for q in ["", "ba", "lin", "gul language", "entry-3", "bacorden", "entri"] {
                for by in [None, Some(SortBy::Name), Some(SortBy::Fit), Some(SortBy::Key(0)), Some(SortBy::Key(9))] {
                    h(&format!("{tag} list {q} {by:?}"), n, s.browser.list(&s.catalog, ch, q, by, &r));
                } } }
        }
        h("index", n, SearchIndex::new(&s.catalog));
        for id in s.catalog.alternative_ids() { for q in s.catalog.question_ids() { if id.0 % 50 == 0 { h("cells", n, (0..16).map(|o| t.utility(id, q, o)).collect::<Vec<_>>()); } } }
    }
}
