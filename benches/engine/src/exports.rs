//! The same for a page: it makes a scene and does parts of it, as often as it is told.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Part, Scene, Stage};

/// A stage that a page holds.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench(Stage<'static>);

#[wasm_bindgen]
impl Bench {
    /// A scene with some number of alternatives.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(n_alternatives: usize) -> Self {
        // There are two in a page's life: what they leave behind harms nobody.
        Self(Stage::new(Box::leak(Box::new(Scene::new(n_alternatives)))))
    }

    /// Does a part, by its position, `times` times.
    pub fn run(&self, part: usize, times: u32) {
        if let Some(part) = Part::ALL.get(part) {
            for _ in 0..times {
                part.run(&self.0);
            }
        }
    }
}

/// The names of all parts, a line each.
#[expect(unreachable_pub, reason = "it is exported to a page")]
#[wasm_bindgen]
#[must_use]
pub fn names() -> String {
    Part::ALL.map(Part::name).join("\n")
}
