//! The program: settings, then store, then channels.

use std::{
    fs::{self, File, TryLockError},
    io::Write,
    os::unix::fs::DirBuilderExt,
    path::Path,
    process::ExitCode,
    sync::Arc,
};

use clap::Parser;
#[cfg(feature = "telegram")]
use noodplan::channel::telegram;
#[cfg(any(feature = "matrix", feature = "telegram"))]
use noodplan::{
    app::{feeds::Feeds, reminders},
    channel::web::{self, Web},
    config::{MatrixBot, TelegramBot},
};
use noodplan::{
    app::{keeping::Keeping, ports::Store, turn::App, wakes::Wakes},
    channel::terminal,
    clock::SystemClock,
    config::{ChatFlags, Command, CommandLine, Config, Flags, KeyCommand},
    dialogue::{ChannelKind, Content},
    operate,
    store::{key_file::KeyFile, sql::SqlStore},
    telemetry,
    text::{Language, Msg},
};
#[cfg(feature = "matrix")]
use noodplan::{
    channel::matrix,
    store::{inspect::keys_of_folder, vault::Vault},
};
use secrecy::ExposeSecret;
#[cfg(any(feature = "matrix", feature = "telegram"))]
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What `check` says when it found nothing.
const ALL_IS_WELL: &str = "Everything is set up right.";

#[tokio::main]
async fn main() -> ExitCode {
    telemetry::hush_panics();
    telemetry::leave_no_memory();
    // Two are linked, and neither is the default until one is chosen. A second choice is impossible this early.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let line = CommandLine::parse();
    match run(&line).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            mistakes.iter().for_each(|mistake| warn(&format!("noodplan: {mistake}")));
            ExitCode::FAILURE
        }
    }
}

async fn run(line: &CommandLine) -> Result<(), Vec<String>> {
    if matches!(line.command, Some(Command::Check)) {
        return check(&line.settings).await;
    }
    let config = Config::gather(&line.settings)?;
    telemetry::start(&config.log).map_err(one)?;
    if let Some(command) = &line.command
        && let Some(done) = beside_others(command, &config).await
    {
        return done.map_err(one);
    }
    let _lock = own(&config.data_dir).map_err(one)?;
    if let Some(Command::Key(command)) = &line.command {
        return operate::keys::run(command, &config).await.map_err(one);
    }
    operate::keys::finish_rotation(&config).await.map_err(one)?;
    let (app, keys) = open(&config).await?;
    if let Some(command) = &line.command
        && let Some(done) = with_its_data(command, &app, &config).await
    {
        return done.map_err(one);
    }
    // From here on people are heard.
    operate::restored::begin(&app, &config.data_dir).await.map_err(one)?;
    match &line.command {
        Some(Command::Chat(flags)) => chat(app, &flags.chat(&config.data_dir)).await.map_err(one),
        _ if config.telegram.is_some() || config.matrix.is_some() => channels(app, &config, keys).await,
        _ => {
            let here = ChatFlags::default().chat(&config.data_dir);
            let language = Language::from_tag(&here.language_tag);
            warn(&app.content.texts.plain(language, &Msg::new("no-channel")));
            chat(app, &here).await.map_err(one)
        }
    }
}

/// The only mistake.
fn one(mistake: String) -> Vec<String> {
    vec![mistake]
}

/// Looks whether everything is set up right, and changes nothing.
async fn check(settings: &Flags) -> Result<(), Vec<String>> {
    operate::check::run(settings).await?;
    check_matrix(&Config::gather(settings)?).await?;
    operate::say(ALL_IS_WELL).map_err(one)
}

/// What the operator can do while the program runs, if this is such a thing.
async fn beside_others(command: &Command, config: &Config) -> Option<Result<(), String>> {
    Some(match command {
        Command::RefreshEndOfLife { from } => operate::refresh::run(from, &config.data_dir).await,
        Command::Key(command @ KeyCommand::Escrow { .. }) => operate::keys::run(command, config).await,
        Command::SignupCode => operate::signup::run(config).await,
        Command::Companies { company: None, .. } => operate::companies::list(config).await,
        _ => return None,
    })
}

/// Opens what is kept, and puts the program around it.
async fn open(config: &Config) -> Result<(App<SqlStore, SystemClock>, MatrixKeys), Vec<String>> {
    let mut content = Content::built_in()?;
    if let Err(why) = operate::refresh::use_newest(&mut content, &config.data_dir) {
        tracing::warn!(%why, "the support dates that are built in are used");
    }
    let vault = KeyFile::new(&config.key_file).open().map_err(|error| one(error.to_string()))?;
    let store = SqlStore::open(config.database_url.expose_secret(), vault)
        .await
        .map_err(|error| one(error.to_string()))?;
    let keys = FOLDER_KEYS.map(|what| store.key_of_folder(ChannelKind::Matrix, what));
    let mut app = App::new(store, SystemClock, content);
    app.public_url.clone_from(&config.public_url);
    app.signup = config.signup;
    Ok((app, keys))
}

/// What the operator does with what is kept while nobody else can, if this is such a thing.
async fn with_its_data(
    command: &Command,
    app: &App<SqlStore, SystemClock>,
    config: &Config,
) -> Option<Result<(), String>> {
    Some(match command {
        Command::Restored => operate::restored::run(app, &config.data_dir).await,
        Command::Companies { company: Some(id), break_glass: Some(reason) } => {
            operate::companies::show(app, *id, reason).await
        }
        Command::Erase { company, yes } => operate::companies::erase(app, *company, *yes).await,
        Command::Recover { company, member } => operate::companies::recover(app, *company, *member).await,
        // People speak.
        Command::Chat(_) => return None,
        // Done before, or not to be said like this.
        Command::Check
        | Command::Companies { .. }
        | Command::Key(_)
        | Command::RefreshEndOfLife { .. }
        | Command::SignupCode => Ok(()),
    })
}

/// Chats in this terminal.
async fn chat(app: App<SqlStore, SystemClock>, here: &terminal::Chat) -> Result<(), String> {
    let app = Arc::new(app);
    // The emergency plan does not wait for it.
    tokio::spawn(Arc::clone(&app).keep_up(CancellationToken::new()));
    terminal::run(&app, here).await.map_err(|error| error.to_string())
}

/// The names of [`MatrixKeys`].
const FOLDER_KEYS: [&str; 2] = ["library", "own"];

/// What the folder of Matrix is encrypted with: what the library keeps, and what the channel keeps for itself.
type MatrixKeys = [Zeroizing<[u8; 32]>; 2];

/// Runs the channels that are set up until the program is told to stop. Trouble of one never stops another; whatever ended
/// one of them is said at once, and again at the end.
#[cfg(any(feature = "matrix", feature = "telegram"))]
async fn channels<S: Store + Wakes + Keeping + Feeds>(
    app: App<S, SystemClock>,
    config: &Config,
    keys: MatrixKeys,
) -> Result<(), Vec<String>> {
    let app = Arc::new(app);
    let stop = CancellationToken::new();
    let web = match config.listen {
        Some(address) => Some(serve(&app, address, &stop).await.map_err(one)?),
        None => None,
    };
    tokio::spawn(stop_on_signal(stop.clone()));
    tokio::spawn(Arc::clone(&app).keep_up(stop.clone()));
    // Every channel hears from its server what time it is there.
    app.witness.expect();
    let mut running: JoinSet<Result<(), String>> = JoinSet::new();
    if let Some(bot) = &config.telegram {
        run_telegram(&mut running, &app, bot, web.as_ref(), &stop);
    }
    if let Some(bot) = &config.matrix {
        run_matrix(&mut running, &app, bot, config, keys, &stop);
    }
    let reminders = tokio::spawn(reminders::run(Arc::clone(&app), stop.clone()));
    let mut mistakes = Vec::new();
    while let Some(ended) = running.join_next().await {
        let ended = ended.unwrap_or_else(|_| Err("a channel ended in a fault of the program".into()));
        let Err(mistake) = ended else { continue };
        if !running.is_empty() {
            warn(&format!("noodplan: {mistake}; the rest goes on without it"));
        }
        mistakes.push(mistake);
    }
    stop.cancel();
    // A reminder that is under way is written down first; a panic has said so.
    let _ = reminders.await;
    if mistakes.is_empty() { Ok(()) } else { Err(mistakes) }
}

#[cfg(not(any(feature = "matrix", feature = "telegram")))]
#[expect(clippy::unused_async, reason = "it has the shape of the one that does something")]
async fn channels<S: Store + Wakes + Keeping>(
    _: App<S, SystemClock>,
    _: &Config,
    _: MatrixKeys,
) -> Result<(), Vec<String>> {
    Err(vec!["this program was built without Telegram and without Matrix".into()])
}

/// Opens the built-in HTTP server.
#[cfg(any(feature = "matrix", feature = "telegram"))]
async fn serve<S: Store + Wakes + Feeds>(
    app: &Arc<App<S, SystemClock>>,
    address: std::net::SocketAddr,
    stop: &CancellationToken,
) -> Result<Web, String> {
    let web = Web::open(address, stop.clone())
        .await
        .map_err(|error| format!("NOODPLAN_LISTEN: nothing can listen at {address}: {error}"))?;
    web.mount("health", web::health::part(Arc::clone(app)));
    if app.public_url.is_some() {
        web.mount("agenda", web::agenda::part(Arc::clone(app)));
    }
    Ok(web)
}

#[cfg(feature = "telegram")]
fn run_telegram<S: Store>(
    running: &mut JoinSet<Result<(), String>>,
    app: &Arc<App<S, SystemClock>>,
    bot: &TelegramBot,
    web: Option<&Web>,
    stop: &CancellationToken,
) {
    let settings = telegram::Settings {
        token: bot.token.clone(),
        api_url: bot.api_url.clone(),
        rate: bot.rate,
        webhook: bot.webhook.clone().zip(web.cloned()).map(|(url, web)| telegram::Webhook { url, web }),
        pauses: telegram::Pauses::default(),
    };
    let (app, stop) = (Arc::clone(app), stop.clone());
    running
        .spawn(async move { telegram::run(app, &settings, stop).await.map_err(|error| error.to_string()) });
}

#[cfg(all(feature = "matrix", not(feature = "telegram")))]
fn run_telegram<S: Store>(
    running: &mut JoinSet<Result<(), String>>,
    _: &Arc<App<S, SystemClock>>,
    _: &TelegramBot,
    _: Option<&Web>,
    _: &CancellationToken,
) {
    running.spawn(async { Err("this program was built without Telegram".into()) });
}

#[cfg(feature = "matrix")]
fn run_matrix<S: Store>(
    running: &mut JoinSet<Result<(), String>>,
    app: &Arc<App<S, SystemClock>>,
    bot: &MatrixBot,
    config: &Config,
    keys: MatrixKeys,
    stop: &CancellationToken,
) {
    let settings = matrix_settings(bot, config, keys);
    let (app, stop) = (Arc::clone(app), stop.clone());
    running.spawn(async move { matrix::run(app, settings, stop).await.map_err(|error| error.to_string()) });
}

#[cfg(feature = "matrix")]
fn matrix_settings(bot: &MatrixBot, config: &Config, [library, own]: MatrixKeys) -> matrix::Settings {
    matrix::Settings {
        homeserver: bot.homeserver.clone(),
        user: bot.user.clone(),
        password: bot.password.clone(),
        recovery_key: bot.recovery_key.clone(),
        inviters: bot.inviters.clone(),
        trust_anew: bot.trust_anew.clone(),
        folder: config.data_dir.join("matrix"),
        keys: matrix::Keys { library, own },
        pauses: matrix::Pauses::default(),
        tell: warn,
        // Standard error of a service is its log.
        key_file: (!std::io::IsTerminal::is_terminal(&std::io::stderr()))
            .then(|| config.data_dir.join("matrix-recovery-key")),
    }
}

/// What Matrix finds wrong with itself, by looking only; nothing before the first start.
#[cfg(feature = "matrix")]
async fn check_matrix(config: &Config) -> Result<(), Vec<String>> {
    let file = KeyFile::new(&config.key_file);
    let Some(bot) = config.matrix.as_ref().filter(|_| file.path().exists()) else { return Ok(()) };
    let vault = file.read().map(Vault::new).map_err(|error| vec![error.to_string()])?;
    let url = config.database_url.expose_secret();
    let keys = keys_of_folder(url, &vault, ChannelKind::Matrix, FOLDER_KEYS).await;
    let Some(keys) = keys.map_err(|error| vec![error.to_string()])? else { return Ok(()) };
    let found =
        matrix::check(matrix_settings(bot, config, keys)).await.map_err(|error| vec![error.to_string()])?;
    if found.is_empty() { Ok(()) } else { Err(found) }
}

#[cfg(not(feature = "matrix"))]
#[expect(clippy::unused_async, reason = "it has the shape of the one that does something")]
async fn check_matrix(_: &Config) -> Result<(), Vec<String>> {
    Ok(())
}

#[cfg(all(feature = "telegram", not(feature = "matrix")))]
fn run_matrix<S: Store>(
    running: &mut JoinSet<Result<(), String>>,
    _: &Arc<App<S, SystemClock>>,
    _: &MatrixBot,
    _: &Config,
    _: MatrixKeys,
    _: &CancellationToken,
) {
    running.spawn(async { Err("this program was built without Matrix".into()) });
}

/// Waits for Ctrl-C or, where there is such a thing, SIGTERM.
#[cfg(any(feature = "matrix", feature = "telegram"))]
async fn stop_on_signal(stop: CancellationToken) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            // First of all: a log that nobody reads any more must not stand in the way.
            stop.cancel();
            return tracing::info!("stopping");
        }
    }
    // Without a signal to wait for, only the hard way is left.
    if interrupted.await.is_ok() {
        stop.cancel();
    }
}

/// Tells the person at the terminal.
fn warn(text: &str) {
    // Without standard error there is nobody to tell.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Makes the data directory and takes it for this process alone, until the file is closed.
fn own(folder: &Path) -> Result<File, String> {
    let cannot =
        |error: std::io::Error| format!("the data directory {} cannot be used: {error}", folder.display());
    // What it holds is sealed, and still nobody else's business.
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(cannot)?;
    let lock = File::create(folder.join("lock")).map_err(cannot)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(format!(
            "another noodplan is using the data directory {}; stop that one first, or choose another with --data-dir",
            folder.display()
        )),
        Err(TryLockError::Error(error)) => Err(cannot(error)),
    }
}
