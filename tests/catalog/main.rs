//! The catalog: its checks, its evidence, its audit, and what the shipped one promises.

mod advice {
    mod measured;
    mod shipped;
}
mod addresses;
mod audit;
mod cases;
mod common_mistakes;
mod every_field_is_checked;
mod evidence;
mod files;
mod fixtures;
mod former;
mod marks;
mod realistic;
mod rules;
mod search;
mod shipped;
