use engine_bench::Scene;
use stackfit::domain::decide::*;
fn main() { let s = Scene::new(std::env::args().nth(1).unwrap().parse().unwrap()); println!("{:?}", combinations(&s.table, &s.demanding, &s.languages, false)); }
