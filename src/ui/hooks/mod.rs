//! Hooks: one for each edge of the browser, each with its own clean-up, and those of the first
//! render.

mod use_address;
mod use_deferred_search;
mod use_effect_when;
mod use_explanation;
mod use_first_interaction;
mod use_focus;
mod use_kept_answers;
mod use_lazy;
mod use_listener;
mod use_moves;
mod use_parent_frame;
mod use_printing;
mod use_render_queue;
mod use_settled;
mod use_travel;

pub(super) use use_address::use_address;
pub(super) use use_deferred_search::{SearchDraft, use_deferred_search};
pub(super) use use_effect_when::use_effect_when;
pub(super) use use_explanation::use_explanation;
pub(super) use use_first_interaction::use_first_interaction;
pub(super) use use_focus::use_focus;
pub(super) use use_kept_answers::{KeptAnswers, use_kept_answers};
pub(super) use use_lazy::{LoadState, use_lazy};
pub(super) use use_moves::{Moves, use_moves};
pub(super) use use_parent_frame::use_parent_frame;
pub(super) use use_printing::use_printing;
pub(super) use use_render_queue::{RenderQueue, use_queued, use_render_queue};
pub(super) use use_settled::use_settled;
pub(super) use use_travel::use_travel;
