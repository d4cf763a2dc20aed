//! Files of the repository, held to each other: sources to their layers, documentation to the program,
//! texts and colours to their use, the host's script to its budget.

mod accent_contrast;
mod documentation;
mod embed_script;
mod layering;
mod settings_before_start;
mod texts;
mod views_before_start;
