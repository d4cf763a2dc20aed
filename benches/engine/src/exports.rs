//! The exports for a page: it creates a scene and runs parts of it as often as it is told.
//!
//! That the results are the same as natively is tested elsewhere.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Part, Scene, Stage};

/// A scene with its evaluation, held by a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench(Stage<'static>);

#[wasm_bindgen]
impl Bench {
    /// Creates a scene with the given number of alternatives.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(n_alternatives: usize) -> Self {
        // A page creates two of these, so leaking them is harmless.
        Self(Stage::new(Box::leak(Box::new(Scene::new(n_alternatives)))))
    }

    /// Runs a part, by its index, `times` times.
    pub fn run(&self, part: usize, times: u32) {
        if let Some(part) = Part::ALL.get(part) {
            for _ in 0..times {
                part.run(&self.0);
            }
        }
    }
}

/// The names of all parts, one per line.
#[expect(unreachable_pub, reason = "it is exported to a page")]
#[wasm_bindgen]
#[must_use]
pub fn names() -> String {
    Part::ALL.map(Part::name).join("\n")
}
