//! The bot sets itself up: its commands, by language and place, and what it says about itself. Written only when it
//! differs from what is there.

use serde::Deserialize;
use serde_json::{Value, json};
use teloxide::types::{BotCommand, BotCommandScope};

use crate::{
    app::{
        ports::{Clock, Store},
        turn::App,
    },
    channel::telegram::{
        Link,
        api::{Api, Method},
        outcome::Outcome,
        patience::until_answered,
    },
    dialogue::command::{Command, TABLE},
    text::{Language, Msg, Texts},
};

#[derive(Deserialize)]
struct Me {
    username: String,
}

/// Learns the bot's own name and sets the bot up, as soon as Telegram can be reached.
pub async fn introduce<S: Store, C: Clock>(link: Link<S, C>) {
    let Link { app, api, pauses, stop, .. } = link;
    let set_up = || try_once(&app, &api);
    if let Some(Err(code)) = until_answered(&pauses, &stop, "the bot is not set up yet", set_up).await {
        tracing::error!(code, "Telegram refused the commands or the description of the bot");
    }
}

async fn try_once<S: Store, C: Clock>(app: &App<S, C>, api: &Api) -> Result<(), Outcome> {
    let me: Me = api.ask(Method::GetMe, &json!({})).await?;
    // Learned already when an earlier try got further.
    let _ = app.bot.set(me.username);
    let texts = &app.content.texts;
    // The first is for every language without a list of its own.
    for (tag, language) in [("", Language::En), ("nl", Language::Nl), ("en", Language::En)] {
        for (scope, commands) in [
            (BotCommandScope::AllPrivateChats, commands(texts, language, |_| true)),
            (
                BotCommandScope::AllGroupChats,
                commands(texts, language, |command| command == Command::Noodplan),
            ),
        ] {
            set_commands(api, scope, tag, commands).await?;
        }
        let text = |id: &'static str| texts.plain(language, &Msg::new(id));
        let description = text("telegram-description");
        set_text(api, (Method::GetMyDescription, Method::SetMyDescription), "description", tag, description)
            .await?;
        let short = text("telegram-short-description");
        let methods = (Method::GetMyShortDescription, Method::SetMyShortDescription);
        set_text(api, methods, "short_description", tag, short).await?;
    }
    Ok(())
}

fn commands(texts: &Texts, language: Language, wanted: impl Fn(Command) -> bool) -> Vec<BotCommand> {
    let described = |(_, nl, en, _): &(Command, &str, &str, _)| {
        let name = if language == Language::Nl { nl } else { en };
        BotCommand::new(*name, texts.plain(language, &Msg::new(format!("command-{nl}"))))
    };
    TABLE.iter().filter(|(command, ..)| wanted(*command)).map(described).collect()
}

async fn set_commands(
    api: &Api,
    scope: BotCommandScope,
    tag: &str,
    commands: Vec<BotCommand>,
) -> Result<(), Outcome> {
    let there: Vec<BotCommand> =
        api.ask(Method::GetMyCommands, &json!({ "scope": scope, "language_code": tag })).await?;
    if there == commands {
        return Ok(());
    }
    let payload = json!({ "commands": commands, "scope": scope, "language_code": tag });
    api.ask::<Value>(Method::SetMyCommands, &payload).await.map(|_| ())
}

async fn set_text(
    api: &Api,
    (get, set): (Method, Method),
    field: &str,
    tag: &str,
    text: String,
) -> Result<(), Outcome> {
    let there: Value = api.ask(get, &json!({ "language_code": tag })).await?;
    if there.get(field).and_then(Value::as_str) == Some(text.as_str()) {
        return Ok(());
    }
    api.ask::<Value>(set, &json!({ field: text, "language_code": tag })).await.map(|_| ())
}
