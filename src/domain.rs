//! The facts of one company and the rules that hold for them.
//!
//! Not here: wording, input and output, the reading of a clock, and who may see what.

pub mod agreement;
pub mod audit;
pub mod backup_diary;
pub mod call_list;
pub mod code;
pub mod contact;
pub mod contract;
pub mod crown_jewels;
pub mod diary;
pub mod doer;
pub mod dossier;
pub mod end_of_life;
pub mod erasure;
pub mod fingerprint;
pub mod firm;
pub mod folding;
pub mod former;
pub mod history;
pub mod ids;
pub mod item;
pub mod member;
pub mod noted;
pub mod party;
pub mod phone;
pub mod pii;
pub mod proposal;
pub mod quota;
pub mod repetition;
pub mod retention;
pub mod review;
pub mod risk;
pub mod schedule;
pub mod signup;
pub mod succession;
