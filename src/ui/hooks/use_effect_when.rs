//! An effect that runs as soon as something holds.

use yew::prelude::*;

/// Ends what an effect has started.
pub(in crate::ui) type TearDown = Box<dyn FnOnce()>;

/// Runs an effect as soon as `is_due`. What it returns runs when the component is destroyed, or when
/// the effect is no longer due.
///
/// The effect is boxed, because each type of effect has code of its own in the program.
#[hook]
pub(in crate::ui) fn use_effect_when(is_due: bool, effect: Box<dyn FnOnce() -> Option<TearDown>>) {
    use_effect_with(is_due, move |is_due| {
        let tear_down = is_due.then(effect).flatten();
        move || {
            if let Some(tear_down) = tear_down {
                tear_down();
            }
        }
    });
}
