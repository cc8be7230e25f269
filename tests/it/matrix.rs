//! The program on Matrix: the real binary, a real homeserver (Synapse) and an independent app (matrix-nio).
//!
//! Needs a Python with both, named by `NOODPLAN_TEST_MATRIX_PYTHON`; see CONTRIBUTING.md. Without it these tests say so
//! and pass, except in CI. Those in `mock` run everywhere: their homeserver exists only in memory.

mod afterwards;
mod bot;
mod broken_off;
mod company;
mod desk;
mod devices;
mod gaps;
mod homeserver;
mod mock;
mod person;
mod road;
mod rooms;
mod sitting;
mod thread;
mod tidy;
mod trouble;

use std::{io::Write, path::PathBuf};

/// Answers in the first sitting, up to the call list.
const BEGINNING: [(&str, &str); 6] = [
    ("hoi", "In vijf minuten"),
    ("1", "iets mis"),
    ("nee", "Hoe heet je bedrijf"),
    ("Bakkerij Jansen", "Met hoeveel"),
    ("2", "Wat doe je"),
    ("1", "Wie beslist"),
];

/// The Python with Synapse and matrix-nio.
fn python() -> Option<PathBuf> {
    let python = std::env::var_os("NOODPLAN_TEST_MATRIX_PYTHON").map(PathBuf::from);
    if python.is_none() {
        assert!(std::env::var_os("CI").is_none(), "CI has to name NOODPLAN_TEST_MATRIX_PYTHON");
        tells(
            "left out: no Matrix homeserver but the one in memory; `source .ci/matrix.sh && provide_matrix` gets one",
        );
    }
    python
}

/// Says something to whoever runs the tests.
fn tells(words: &str) {
    // Without standard error there is nobody to tell.
    let _ = writeln!(std::io::stderr().lock(), "{words}");
}

/// Everything a test needs, or nothing when there is no homeserver to be had.
macro_rules! or_leave_out {
    ($python:ident) => {
        let Some($python) = crate::matrix::python() else { return };
    };
}
use or_leave_out;
