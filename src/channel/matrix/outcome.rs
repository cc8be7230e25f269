//! What came of a request to the homeserver: by its code first, never by content.

use std::time::Duration;

use matrix_sdk::{
    ClientBuildError, Error, HttpError, StoreError,
    media::MediaError,
    ruma::api::error::{Error as Refusal, ErrorBody, ErrorKind, RetryAfter},
};
use matrix_sdk_base::crypto::{MegolmError, OlmError};

use super::waits::LONGEST;

/// What came of a request that did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Too much at once: it may be tried again after this time, which is never longer than an hour.
    Later(Duration),
    /// It never left this machine.
    NotLeft,
    /// It left, and nobody knows what came of it.
    Unknown,
    /// The folder could not be read or written; the homeserver has nothing to do with it.
    Local,
    /// The session is no longer known.
    SessionEnded {
        /// Whoever gives the password again goes on with the same device.
        device_stays: bool,
    },
    /// The bot may not do this here: not in the room, or no right to speak.
    Forbidden,
    /// The message is too large for the homeserver.
    TooLarge,
    /// Refused for another reason, with this HTTP code (0: not even sent).
    Refused(u16),
}

/// Why the channel ends. Each is a sentence for the operator and holds no content.
#[derive(Debug, thiserror::Error)]
pub enum ChannelError {
    /// There is no session and nothing to make one with.
    #[error("Matrix needs NOODPLAN_MATRIX_PASSWORD (or NOODPLAN_MATRIX_PASSWORD_FILE) for the first start")]
    NoPassword,
    /// The homeserver does not take user name and password.
    #[error(
        "the Matrix homeserver refuses the bot's user name or password; nothing is tried again, so that it does not lock the account"
    )]
    Password,
    /// The homeserver does not take the log-in for another reason, with this HTTP code.
    #[error(
        "the Matrix homeserver does not let the bot log in ({0}); is NOODPLAN_MATRIX_HOMESERVER the right address, and does it \
         take passwords?"
    )]
    Login(u16),
    /// The session is over.
    #[error(
        "the Matrix homeserver no longer knows the bot's session; move the folder {0} away and start again with \
         NOODPLAN_MATRIX_PASSWORD and NOODPLAN_MATRIX_RECOVERY_KEY_FILE"
    )]
    SessionEnded(String),
    /// The session is over, and its device is not.
    #[error(
        "the bot's session on the Matrix homeserver has expired; start once with NOODPLAN_MATRIX_PASSWORD (or \
         NOODPLAN_MATRIX_PASSWORD_FILE)"
    )]
    Expired,
    /// What is on disk cannot be opened.
    #[error("the Matrix folder {0} cannot be opened: another master key, or damage")]
    Folder(String),
    /// The folder belongs to somebody else.
    #[error("the Matrix folder {0} belongs to {1}; choose that user, or move the folder away")]
    OtherUser(String, String),
    /// The address cannot be used.
    #[error("the Matrix homeserver's address cannot be used; it should look like https://matrix.example.org")]
    Address,
    /// The homeserver refused something.
    #[error("the Matrix homeserver refused a request ({0})")]
    Http(#[from] HttpError),
    /// The library could not do something.
    #[error("Matrix: {0}")]
    Sdk(#[from] Error),
    /// Something could not be written or read beside the library's own data.
    #[error("the Matrix folder cannot be written or read: {0}")]
    Store(#[from] StoreError),
    /// Something stored was sealed with another key.
    #[error("what is stored for Matrix cannot be opened: another master key, or damage")]
    Sealed,
    /// Something stored has another shape than expected.
    #[error("what is stored for Matrix cannot be read: {0}")]
    Shape(#[from] serde_json::Error),
}

impl ChannelError {
    /// What came of it, as for a single request.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Http(error) => of_http(error),
            Self::Sdk(error) => of(error),
            Self::Password
            | Self::Login(_)
            | Self::NoPassword
            | Self::Expired
            | Self::Folder(_)
            | Self::OtherUser(..)
            | Self::Address
            | Self::Sealed
            | Self::Shape(_) => Outcome::Refused(0),
            Self::Store(_) => Outcome::Local,
            Self::SessionEnded(_) => Outcome::SessionEnded { device_stays: false },
        }
    }
}

/// Why a client could not be made: the address, or the folder.
pub fn of_build(error: &ClientBuildError, folder: &str) -> ChannelError {
    match error {
        ClientBuildError::Url(_) | ClientBuildError::MissingHomeserver => ChannelError::Address,
        _ => ChannelError::Folder(folder.to_owned()),
    }
}

/// What came of something that the library was asked to do.
pub fn of(error: &Error) -> Outcome {
    match error {
        Error::Http(error) => of_http(error),
        Error::WrongRoomState(_) => Outcome::Forbidden,
        Error::Media(MediaError::MediaTooLargeToUpload { .. }) => Outcome::TooLarge,
        Error::StateStore(_)
        | Error::EventCacheStore(_)
        | Error::CryptoStoreError(_)
        | Error::BadCryptoStoreState
        | Error::NoOlmMachine => Outcome::Local,
        Error::OlmError(error) if matches!(**error, OlmError::Store(_)) => Outcome::Local,
        Error::MegolmError(error) if matches!(**error, MegolmError::Store(_)) => Outcome::Local,
        // Uploads and keys travel too; what is wrong with them shows in the next try.
        _ => Outcome::Unknown,
    }
}

/// What came of a request.
pub fn of_http(error: &HttpError) -> Outcome {
    if let HttpError::Cached(error) = error {
        return of_http(error);
    }
    if let HttpError::Reqwest(error) = error {
        return if error.is_connect() { Outcome::NotLeft } else { Outcome::Unknown };
    }
    let Some(refusal) = error.as_client_api_error() else {
        return if error.as_uiaa_response().is_some() { Outcome::Refused(401) } else { Outcome::Unknown };
    };
    match refusal.error_kind() {
        Some(ErrorKind::LimitExceeded(limit)) => {
            let asked = match &limit.retry_after {
                Some(RetryAfter::Delay(asked)) => *asked,
                _ => Duration::from_secs(1),
            };
            Outcome::Later(asked.min(LONGEST))
        }
        Some(ErrorKind::UnknownToken(told)) => Outcome::SessionEnded { device_stays: told.soft_logout },
        Some(ErrorKind::MissingToken) => Outcome::SessionEnded { device_stays: false },
        Some(ErrorKind::TooLarge) => Outcome::TooLarge,
        // The account is held up, until an administrator lets it go on.
        Some(ErrorKind::UserLocked | ErrorKind::UserSuspended | ErrorKind::ResourceLimitExceeded(_)) => {
            Outcome::Unknown
        }
        kind => match refusal.status_code.as_u16() {
            413 => Outcome::TooLarge,
            429 => Outcome::Later(Duration::from_secs(1)),
            500.. => Outcome::Unknown,
            // Something stands in front of the homeserver and speaks while that is away.
            _ if !is_its_word(refusal) => Outcome::Unknown,
            _ if matches!(kind, Some(ErrorKind::Forbidden)) => Outcome::Forbidden,
            code => Outcome::Refused(code),
        },
    }
}

/// Whether the homeserver itself said this: it names what is wrong, and a proxy does not.
fn is_its_word(refusal: &Refusal) -> bool {
    match &refusal.body {
        ErrorBody::Standard(_) => true,
        ErrorBody::Json(json) => json.get("errcode").is_some(),
        ErrorBody::NotJson { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Response;
    use matrix_sdk::ruma::api::{EndpointError, client::uiaa::UiaaResponse, error::FromHttpResponseError};
    use matrix_sdk_base::crypto::CryptoStoreError;

    use super::*;

    fn answered(code: u16, body: &str) -> Outcome {
        let answer = Response::builder().status(code).body(body).unwrap();
        of_http(&FromHttpResponseError::Server(UiaaResponse::from_http_response(answer)).into())
    }

    #[test]
    fn what_does_not_say_what_is_wrong_is_not_the_word_of_the_homeserver() {
        for body in ["", "<html>404 page not found</html>", "{}", r#"{"error":"no such route"}"#] {
            for code in [400, 401, 403, 404, 405, 502] {
                assert_eq!(answered(code, body), Outcome::Unknown, "{code} {body}");
            }
            assert_eq!(answered(413, body), Outcome::TooLarge, "{body}");
            assert_eq!(answered(429, body), Outcome::Later(Duration::from_secs(1)), "{body}");
        }
    }

    #[test]
    fn a_homeserver_cannot_ask_to_wait_for_ever() {
        for (asked, waits) in [(30, 30), (9_007_199_254_740_991_u64, 3_600_000)] {
            let body =
                format!(r#"{{"errcode":"M_LIMIT_EXCEEDED","error":"slowly","retry_after_ms":{asked}}}"#);
            assert_eq!(answered(429, &body), Outcome::Later(Duration::from_millis(waits)));
        }
    }

    #[test]
    fn a_folder_that_fails_is_not_called_an_absent_homeserver() {
        assert_eq!(of(&StoreError::StoreLocked.into()), Outcome::Local);
        assert_eq!(of(&CryptoStoreError::AccountUnset.into()), Outcome::Local);
        assert_eq!(of(&OlmError::Store(CryptoStoreError::AccountUnset).into()), Outcome::Local);
        assert_eq!(ChannelError::from(StoreError::StoreLocked).outcome(), Outcome::Local);
    }

    #[test]
    fn what_an_account_may_not_do_for_a_while_is_not_refused_for_good() {
        for (code, body) in [
            (401, r#"{"errcode":"M_USER_LOCKED","error":"no","soft_logout":true}"#),
            (403, r#"{"errcode":"M_USER_SUSPENDED","error":"no"}"#),
            (403, r#"{"errcode":"M_RESOURCE_LIMIT_EXCEEDED","error":"no","admin_contact":"mailto:a@b.c"}"#),
        ] {
            assert_eq!(answered(code, body), Outcome::Unknown, "{code} {body}");
        }
    }

    #[test]
    fn what_the_homeserver_refuses_it_refuses() {
        for (code, body, outcome) in [
            (403, r#"{"errcode":"M_FORBIDDEN","error":"no"}"#, Outcome::Forbidden),
            (404, r#"{"errcode":"M_NOT_FOUND","error":"no"}"#, Outcome::Refused(404)),
            (404, r#"{"errcode":"NL.ITS.OWN","error":"no"}"#, Outcome::Refused(404)),
            (400, r#"{"errcode":"M_BAD_JSON"}"#, Outcome::Refused(400)),
            (
                401,
                r#"{"errcode":"M_UNKNOWN_TOKEN","error":"no"}"#,
                Outcome::SessionEnded { device_stays: false },
            ),
            (
                401,
                r#"{"errcode":"M_UNKNOWN_TOKEN","error":"no","soft_logout":true}"#,
                Outcome::SessionEnded { device_stays: true },
            ),
            (500, r#"{"errcode":"M_UNKNOWN","error":"no"}"#, Outcome::Unknown),
        ] {
            assert_eq!(answered(code, body), outcome, "{code} {body}");
        }
    }
}
