//! The facts of one company and the rules that hold for them.
//!
//! Not here: wording, input and output, the reading of a clock, and who may see what.

pub mod call_list;
pub mod contact;
pub mod dossier;
pub mod ids;
pub mod item;
pub mod member;
pub mod phone;
pub mod pii;
