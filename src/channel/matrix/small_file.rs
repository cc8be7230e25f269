//! A small file that somebody sent: no more of it is fetched than it may be large, whatever its sender says of it.
//!
//! The library fetches all of a file, without end, before anybody sees how large it is. So this asks the homeserver itself.

use std::{
    io::{Cursor, Read},
    time::Duration,
};

use matrix_sdk::{
    Client,
    ruma::{
        MxcUri,
        api::{Metadata, client::authenticated_media::get_content},
        events::room::MediaSource,
    },
};
use matrix_sdk_base::crypto::AttachmentDecryptor;

use super::{
    outcome::{Outcome, of_http},
    session::REQUEST,
    waits::LONGEST,
};

const TOO_MANY_REQUESTS: u16 = 429;

/// The file, decrypted. `None`: it is larger than this many bytes, gone, or not what its sender said.
///
/// # Errors
/// When the homeserver cannot be reached, or asks to come back later.
pub async fn fetch(client: &Client, source: &MediaSource, most: usize) -> Result<Option<Vec<u8>>, Outcome> {
    let uri = match source {
        MediaSource::Plain(uri) => uri,
        MediaSource::Encrypted(file) => &file.url,
    };
    let sealed = at_most(client, uri, most).await?;
    Ok(match source {
        MediaSource::Plain(_) => sealed,
        MediaSource::Encrypted(file) => sealed.and_then(|sealed| {
            let (mut sealed, mut plain) = (Cursor::new(sealed), Vec::new());
            let mut opened = AttachmentDecryptor::new(&mut sealed, file.as_ref().clone().into()).ok()?;
            opened.read_to_end(&mut plain).ok().map(|_| plain)
        }),
    })
}

/// What the homeserver gives, unless that is more than so many bytes.
async fn at_most(client: &Client, uri: &MxcUri, most: usize) -> Result<Option<Vec<u8>>, Outcome> {
    let Ok((server, id)) = uri.parts() else { return Ok(None) };
    let Some(token) = client.access_token() else { return Ok(None) };
    let versions = match client.supported_versions().await.map_err(|error| of_http(&error)) {
        Ok(versions) => versions,
        Err(outcome @ (Outcome::Later(_) | Outcome::NotLeft)) => return Err(outcome),
        Err(_) => return Ok(None),
    };
    let path = match get_content::v1::Request::PATH_BUILDER.is_supported(&versions) {
        true => "_matrix/client/v1/media/download",
        false => "_matrix/media/v3/download",
    };
    let homeserver = client.homeserver();
    let url = format!("{}/{path}/{server}/{id}", homeserver.as_str().trim_end_matches('/'));
    let request = client.http_client().get(url).bearer_auth(token).timeout(REQUEST);
    let mut answer = match request.send().await {
        Ok(answer) => answer,
        Err(error) if error.is_connect() => return Err(Outcome::NotLeft),
        Err(_) => return Ok(None),
    };
    if answer.status().as_u16() == TOO_MANY_REQUESTS {
        let asked = answer.headers().get("retry-after").and_then(|asked| asked.to_str().ok()?.parse().ok());
        return Err(Outcome::Later(asked.map_or(Duration::from_secs(1), Duration::from_secs).min(LONGEST)));
    }
    if !answer.status().is_success() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    while let Ok(chunk) = answer.chunk().await {
        match chunk {
            Some(chunk) if bytes.len() + chunk.len() <= most => bytes.extend_from_slice(&chunk),
            Some(_) => return Ok(None),
            None => return Ok(Some(bytes)),
        }
    }
    Ok(None)
}
