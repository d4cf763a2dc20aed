use engine_bench::{Scene, Part};
fn main() { let s = Scene::new(10000); let t = std::time::Instant::now(); for _ in 0..200 { Part::Counterfactuals.run(&s); } println!("{:?}", t.elapsed()/200);
 let e = &s.ranking.eligible; let p = |i: usize| e[i].score.unwrap().numerator(); println!("{} {:?}", e.len(), [0, 10, 100, 1000, 2000, 3000].map(p));
 for d in [8000, 10000, 12000, 16000] { println!("{d} {}", e.iter().filter(|r| r.score.unwrap().numerator() + d >= p(0)).count()); } }
