//! `noodplan signup-code`: a code with which one company can be started.

use secrecy::ExposeSecret;

use crate::{
    app::ports::Clock,
    clock::SystemClock,
    config::Config,
    domain::signup::Signup,
    operate::say,
    store::{inspect::signup_code, key_file::KeyFile, vault::Vault},
};

/// Makes a code and says what to do with it.
///
/// # Errors
/// When the bot never ran here, or its keys cannot be read.
pub async fn run(config: &Config) -> Result<(), String> {
    let never = "start the bot once first: there are no keys here yet";
    let file = KeyFile::new(&config.key_file);
    if !file.path().exists() {
        return Err(never.into());
    }
    let vault = Vault::new(file.read().map_err(|error| error.to_string())?);
    let code = signup_code(config.database_url.expose_secret(), &vault, SystemClock.now())
        .await
        .map_err(|error| error.to_string())?
        .ok_or(never)?;
    if config.signup != Signup::Code {
        say("NOODPLAN_SIGNUP is not code, so nobody needs this one.")?;
    }
    say(&format!("Give this to one person, to send to the bot within 72 hours: /meedoen {}", code.as_str()))
}
