//! The master key in a sealed envelope: encrypted to an age recipient, for a safe far from the machine.

use std::{fs, io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use age::{
    armor::{ArmoredReader, ArmoredWriter, Format},
    x25519,
};
use zeroize::Zeroizing;

use crate::store::{key_file::Master, vault::KEY_LENGTH};

/// Why the envelope could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum EscrowError {
    /// No age recipient.
    #[error("`{0}` is no age recipient; it should look like age1…")]
    Recipient(String),
    /// No age identity.
    #[error("{0} holds no age identity; one line of it should look like AGE-SECRET-KEY-1…")]
    Identity(String),
    /// A file is in the way, or is not there.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The envelope was made for somebody else, or is damaged.
    #[error("{0} cannot be opened with this identity")]
    Closed(String),
    /// The envelope holds something else.
    #[error("{0} holds no master key")]
    NoKey(String),
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> EscrowError {
    let path = path.display().to_string();
    move |source| EscrowError::Io { path: path.clone(), source }
}

/// Writes the key into a new file that only the owner of the recipient's identity can open.
///
/// # Errors
/// When the recipient is none, or the file is there already or cannot be made.
pub fn seal(master: &Master, recipient: &str, out: &Path) -> Result<(), EscrowError> {
    let wrong = || EscrowError::Recipient(recipient.to_owned());
    let recipient: x25519::Recipient = recipient.parse().map_err(|_| wrong())?;
    let envelope = encrypted(master, &recipient).map_err(io(out))?;
    let mut file =
        fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(out).map_err(io(out))?;
    file.write_all(&envelope).and_then(|()| file.sync_all()).map_err(io(out))
}

fn encrypted(master: &Master, recipient: &x25519::Recipient) -> std::io::Result<Vec<u8>> {
    let recipients = std::iter::once(recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(std::io::Error::other)?;
    let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armor)?;
    writer.write_all(&**master)?;
    writer.finish()?.finish()
}

/// Takes the key out of its envelope.
///
/// # Errors
/// When a file cannot be read, the identity is another, or the envelope was changed.
pub fn open(envelope: &Path, identity_file: &Path) -> Result<Master, EscrowError> {
    let text = Zeroizing::new(fs::read_to_string(identity_file).map_err(io(identity_file))?);
    let no_identity = || EscrowError::Identity(identity_file.display().to_string());
    let identity: x25519::Identity = text
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("AGE-SECRET-KEY-1"))
        .and_then(|line| line.parse().ok())
        .ok_or_else(no_identity)?;
    let sealed = fs::read(envelope).map_err(io(envelope))?;
    let closed = || EscrowError::Closed(envelope.display().to_string());
    let decryptor = age::Decryptor::new(ArmoredReader::new(sealed.as_slice())).map_err(|_| closed())?;
    let mut reader =
        decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|_| closed())?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(KEY_LENGTH));
    std::io::Read::read_to_end(&mut reader, &mut bytes).map_err(|_| closed())?;
    let key = bytes.as_slice().try_into().map_err(|_| EscrowError::NoKey(envelope.display().to_string()))?;
    Ok(Zeroizing::new(key))
}
