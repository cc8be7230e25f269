//! What the program logs while a test runs.

use std::{
    cell::RefCell,
    io::{self, Write},
    sync::Once,
};

thread_local! {
    /// Each test has a thread of its own, and with it a log.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Paper;

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A thread that ends has no log any more.
        let _ = LOG.try_with(|log| log.borrow_mut().extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the program logged on the thread of this test since this was asked last. Nothing is logged before it is asked for the first
/// time.
pub fn logged() -> String {
    static STARTED: Once = Once::new();
    // One for all threads: beside one of a single thread, what another thread logs first would be taken for never wanted.
    STARTED.call_once(|| {
        let log = tracing_subscriber::fmt().with_env_filter("noodplan=info").with_ansi(false);
        tracing::subscriber::set_global_default(log.with_writer(|| Paper).finish()).unwrap();
    });
    String::from_utf8(LOG.take()).unwrap()
}
