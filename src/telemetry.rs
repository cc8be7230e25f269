//! What leaves the program for whoever runs it: logs, to standard error and without content; and no memory when it crashes.

use std::{
    fs,
    io::Write,
    panic::{PanicHookInfo, set_hook},
};

use tracing_subscriber::{
    EnvFilter,
    filter::filter_fn,
    fmt::{self, MakeWriter},
    layer::SubscriberExt,
    registry,
    util::SubscriberInitExt,
};

/// Libraries that print what passes through them, each with its parts: never logged, whatever the filter says.
const TALKATIVE: [&str; 6] = ["rlibphonenumber", "rustyline", "calcard", "matrix_sdk", "ruma", "vodozemac"];

/// Starts logging with a filter such as `info` or `noodplan=debug,sqlx=warn`.
///
/// # Errors
/// When the filter cannot be read.
pub fn start(filter: &str) -> Result<(), String> {
    // A second start happens in tests only, where the first one stays.
    let _ = log(filter, std::io::stderr)?.try_init();
    Ok(())
}

fn log<W>(filter: &str, to: W) -> Result<impl SubscriberInitExt, String>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let chosen = EnvFilter::try_new(filter).map_err(|error| format!("log filter `{filter}`: {error}"))?;
    // Not as directives beside the chosen ones: there a part of a library wins over the whole of it.
    let discreet = filter_fn(|said| !TALKATIVE.iter().any(|library| said.target().starts_with(library)));
    Ok(registry().with(fmt::layer().with_writer(to)).with(chosen).with(discreet))
}

/// From now on a panic says where it was, and not what: its words may quote somebody.
pub fn hush_panics() {
    set_hook(Box::new(|panic| {
        // Without standard error there is nobody to tell.
        let _ = writeln!(std::io::stderr().lock(), "noodplan: {}", words(panic));
    }));
}

/// Which parts of its memory a process leaves in a core dump. Only Linux has it.
const DUMPED: &str = "/proc/self/coredump_filter";

/// From now on a crash leaves no memory behind: the keys are in it, and what people told.
pub fn leave_no_memory() {
    // Where there is no such thing, whoever runs the program switches core dumps off.
    let _ = fs::write(DUMPED, "0");
}

fn words(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    format!("a fault of the program at {place}")
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    use super::*;

    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_talkative_libraries_say_is_not_logged_whatever_the_filter_says() {
        for filter in ["trace", "trace,matrix_sdk_crypto=trace", "trace,matrix_sdk_crypto::olm=error"] {
            let paper = Paper::default();
            let to = paper.clone();
            let logs = log(filter, move || to.clone()).unwrap().set_default();
            tracing::error!(target: "matrix_sdk_crypto::olm", "Wilhelmina");
            tracing::error!(target: "rlibphonenumber", "Wilhelmina");
            tracing::trace!(target: "noodplan::app", "a turn");
            drop(logs);
            let written = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
            assert!(written.contains("a turn") && !written.contains("Wilhelmina"), "{filter}: {written}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_crash_leaves_no_memory_behind() {
        leave_no_memory();
        let dumped = fs::read_to_string(DUMPED).unwrap();
        assert_eq!(u32::from_str_radix(dumped.trim(), 16), Ok(0));
    }

    #[test]
    fn a_panic_says_where_it_was_and_not_what() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&heard);
        let before = std::panic::take_hook();
        set_hook(Box::new(move |panic| told.lock().unwrap().push(words(panic))));
        let ended = std::thread::spawn(|| panic!("Wilhelmina has no phone")).join();
        set_hook(before);
        assert!(ended.is_err());
        let heard = heard.lock().unwrap();
        assert!(heard.iter().any(|line| line.contains("telemetry.rs:")), "{heard:?}");
        assert!(!heard.iter().any(|line| line.contains("Wilhelmina")), "{heard:?}");
    }
}
