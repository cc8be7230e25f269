//! The folder in which a channel keeps what is its own.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Gives a folder that is of no use any more another name, `….lost-1` and so on. `None`: there is no such folder.
///
/// # Errors
/// When it cannot be renamed.
pub fn put_aside(folder: &Path) -> io::Result<Option<PathBuf>> {
    if !folder.exists() {
        return Ok(None);
    }
    let aside =
        (1..).map(|number| folder.with_extension(format!("lost-{number}"))).find(|path| !path.exists());
    if let Some(aside) = &aside {
        fs::rename(folder, aside)?;
    }
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_aside_before_stays() {
        let folder = tempfile::tempdir().unwrap();
        let matrix = folder.path().join("matrix");
        assert_eq!(put_aside(&matrix).unwrap(), None);
        for number in 1..3_u8 {
            fs::create_dir(&matrix).unwrap();
            fs::write(matrix.join("keys"), [number]).unwrap();
            let aside = put_aside(&matrix).unwrap().unwrap();
            assert_eq!(aside, folder.path().join(format!("matrix.lost-{number}")));
            assert_eq!(fs::read(aside.join("keys")).unwrap(), [number]);
            assert!(!matrix.exists());
        }
    }
}
