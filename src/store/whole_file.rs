//! Small files that only their owner can read and that are always whole: a new one is written beside the old one, brought to the
//! disk, and then takes its name.

use std::{
    ffi::OsString,
    fs::{self, OpenOptions, Permissions},
    io::{self, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

const OWNER_ONLY: u32 = 0o600;

/// Writes a file.
///
/// # Errors
/// When it cannot be written; then the old one is still there.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_beside(path, bytes)?;
    take_place(path)
}

/// Writes what is to take the place of a file, beside it.
///
/// # Errors
/// When it cannot be written.
pub fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = part_of(path);
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(OWNER_ONLY).open(part)?;
    // One that was left there before keeps the mode it had.
    file.set_permissions(Permissions::from_mode(OWNER_ONLY))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    sync_folder(path)
}

/// Lets what was written beside a file take its place.
///
/// # Errors
/// When it is not there, or the folder cannot be written.
pub fn take_place(path: &Path) -> io::Result<()> {
    fs::rename(part_of(path), path)?;
    sync_folder(path)
}

/// Where the next one lies until it takes the place of a file.
pub fn part_of(path: &Path) -> PathBuf {
    beside(path, ".part")
}

/// A name beside a file.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Brings the names in the folder of a file to the disk: a new name is there only when its folder is.
///
/// # Errors
/// When the folder cannot be opened or written.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}
