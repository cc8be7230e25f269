//! `noodplan check`: looks at everything that can be wrong before it hurts, and reports all of it at once.

use std::{os::unix::fs::MetadataExt, path::Path};

use secrecy::ExposeSecret;

use crate::{
    app::ports::Clock,
    clock::SystemClock,
    config::{Config, Flags},
    dialogue::Content,
    store::{inspect::look_over, key_file::KeyFile, vault::Vault},
};

/// Checks settings, words and questions, folder, keys, database and logs.
///
/// # Errors
/// Every problem, one sentence each.
pub async fn run(flags: &Flags) -> Result<(), Vec<String>> {
    let mut problems = Content::built_in().err().unwrap_or_default();
    match Config::gather(flags) {
        Ok(config) => problems.extend(installation(&config).await),
        Err(mistakes) => problems.extend(mistakes),
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

async fn installation(config: &Config) -> Vec<String> {
    let mut problems = Vec::new();
    let folder = &config.data_dir;
    if folder.exists() {
        problems.extend(open_to_others(folder, "700"));
        if let Err(error) = tempfile_in(folder) {
            problems.push(format!("nothing can be written in {}: {error}", folder.display()));
        }
    }
    let file = KeyFile::new(&config.key_file);
    if !file.path().exists() {
        return problems;
    }
    problems.extend(open_to_others(file.path(), "600"));
    if file.is_rotating() {
        problems.push(
            "a key rotation was broken off; start the bot or run `noodplan key rotate` to finish it".into(),
        );
    }
    match file.read() {
        Ok(master) => {
            match look_over(config.database_url.expose_secret(), &Vault::new(master), SystemClock.now()).await
            {
                Ok(seen) => problems.extend(seen.problems),
                Err(error) => problems.push(error.to_string()),
            }
        }
        Err(error) => problems.push(error.to_string()),
    }
    problems
}

/// Whether anybody on this machine can look into it.
fn open_to_others(path: &Path, right: &str) -> Option<String> {
    let mode = std::fs::metadata(path).ok()?.mode();
    (mode & 0o077 != 0).then(|| format!("others can look into {0}; run: chmod {right} {0}", path.display()))
}

/// Writes a file and takes it away again.
fn tempfile_in(folder: &Path) -> std::io::Result<()> {
    let path = folder.join("check.tmp");
    std::fs::write(&path, b"noodplan check")?;
    std::fs::remove_file(&path)
}
