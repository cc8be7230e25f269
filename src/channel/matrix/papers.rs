//! What the channel keeps for itself in the library's store, sealed: the library writes such values as they are.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use matrix_sdk::Client;
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use super::outcome::ChannelError;

const NONCE_LENGTH: usize = 24;

/// Sealed values, by name.
#[derive(Clone)]
pub struct Papers {
    client: Client,
    cipher: XChaCha20Poly1305,
}

impl Papers {
    /// The papers in this client's store, under this key.
    pub fn new(client: Client, key: &Zeroizing<[u8; 32]>) -> Self {
        Self { client, cipher: XChaCha20Poly1305::new((&**key).into()) }
    }

    /// Reads one; `None` when it was never written.
    ///
    /// # Errors
    /// When the store does not answer, or it was sealed under another key or name.
    pub async fn read<T: DeserializeOwned>(&self, name: &'static str) -> Result<Option<T>, ChannelError> {
        let Some(kept) = self.client.state_store().get_custom_value(name.as_bytes()).await? else {
            return Ok(None);
        };
        let (nonce, sealed) = kept.split_first_chunk::<NONCE_LENGTH>().ok_or(ChannelError::Sealed)?;
        let opened = self
            .cipher
            .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: name.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| ChannelError::Sealed)?;
        Ok(Some(serde_json::from_slice(&opened)?))
    }

    /// Writes one, whole or not at all.
    ///
    /// # Errors
    /// When the store does not take it, or the machine gives no random bytes.
    pub async fn write<T: Serialize + Sync>(
        &self,
        name: &'static str,
        value: &T,
    ) -> Result<(), ChannelError> {
        let plain = Zeroizing::new(serde_json::to_vec(value)?);
        let mut nonce = [0; NONCE_LENGTH];
        getrandom::fill(&mut nonce).map_err(|_| ChannelError::Sealed)?;
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: name.as_bytes() })
            .map_err(|_| ChannelError::Sealed)?;
        let kept = [nonce.as_slice(), &sealed].concat();
        self.client.state_store().set_custom_value_no_read(name.as_bytes(), kept).await?;
        Ok(())
    }
}
