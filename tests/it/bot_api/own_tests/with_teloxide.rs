//! The library that the bot uses understands every answer.

use serde_json::json;
use teloxide::{
    ApiError, Bot, RequestError,
    payloads::{EditMessageTextSetters, GetUpdatesSetters, SendDocumentSetters, SendMessageSetters},
    requests::Requester,
    types::{
        BotCommand, ChatAction, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, MessageId,
        ParseMode, UpdateKind,
    },
};

use super::super::{BotApi, Fault, TOKEN};

fn bot(api: &BotApi) -> Bot {
    api.is_looked_at();
    bot_of_others(api)
}

/// A bot of which nobody looks at what is refused.
fn bot_of_others(api: &BotApi) -> Bot {
    Bot::new(TOKEN).set_api_url(api.url().parse().expect("a URL"))
}

fn buttons() -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("Ja", "y")]])
}

#[tokio::test]
#[should_panic(expected = "chat not found")]
async fn what_is_refused_and_not_looked_at_fails_the_test() {
    let api = BotApi::start().await;
    let refused = bot_of_others(&api).send_message(ChatId(1), "Hoi").await;
    assert!(refused.is_err(), "nobody has this chat");
}

#[tokio::test]
async fn a_conversation() {
    let api = BotApi::start().await;
    let bot = bot(&api);
    assert_eq!(bot.get_me().await.expect("the bot").username(), "noodplan_test_bot");
    let anna = api.person("Anna", Some("nl"));
    anna.says("/start");
    anna.sends_document("plan.json", b"{}".as_slice(), "application/json");
    anna.shares_contact("Piet", "+31612345678", None, None);
    let chat = ChatId(anna.id());
    let sent = bot
        .send_message(chat, "<b>Hoi</b> &amp; <a href=\"https://noodplan.nl\">lees</a>")
        .parse_mode(ParseMode::Html)
        .reply_markup(buttons())
        .await
        .expect("a message");
    assert_eq!(sent.text(), Some("Hoi & lees"));
    assert_eq!(sent.entities().map(<[_]>::len), Some(2));
    bot.edit_message_text(chat, sent.id, "Hoi").reply_markup(buttons()).await.expect("an edit");
    anna.taps("Ja").expect("a button");
    let again = bot.edit_message_text(chat, sent.id, "Hoi").reply_markup(buttons()).await;
    assert!(matches!(again, Err(RequestError::Api(ApiError::MessageNotModified))), "{again:?}");
    bot.pin_chat_message(chat, sent.id).await.expect("a pin");
    anna.blocks_bot();
    let updates = bot.get_updates().offset(0).timeout(1).await.expect("updates");
    let parsed: Vec<bool> =
        updates.iter().map(|update| !matches!(update.kind, UpdateKind::Error(_))).collect();
    assert_eq!(parsed, [true; 6], "{updates:?}");
    let UpdateKind::CallbackQuery(query) = &updates[3].kind else { panic!("{:?}", updates[3]) };
    bot.answer_callback_query(query.id.clone()).await.expect("an answer");
    assert!(matches!(&updates[1].kind, UpdateKind::Message(message) if message.document().is_some()));
    assert!(matches!(&updates[2].kind, UpdateKind::Message(message) if message.contact().is_some()));
    assert!(matches!(&updates[5].kind, UpdateKind::MyChatMember(_)));
    let blocked = bot.send_message(chat, "?").await;
    assert!(matches!(blocked, Err(RequestError::Api(ApiError::BotBlocked))), "{blocked:?}");
    assert!(api.description_violations().is_empty(), "{:?}", api.description_violations());
}

#[tokio::test]
async fn uploads_and_everything_else() {
    let api = BotApi::start().await;
    let bot = bot(&api);
    let anna = api.person("Anna", None);
    anna.says("/start");
    let chat = ChatId(anna.id());
    let file = InputFile::memory(b"%PDF".as_slice()).file_name("plan.pdf");
    let sent = bot
        .send_document(chat, file)
        .caption("<i>Uw plan</i>")
        .parse_mode(ParseMode::Html)
        .reply_markup(buttons())
        .await
        .expect("a document");
    assert_eq!(sent.caption(), Some("Uw plan"));
    let document = sent.document().expect("a document");
    let shown = anna.last_from_bot().expect("shown");
    assert_eq!(shown.labels(), ["Ja"]);
    assert_eq!(shown.attachment.as_ref().and_then(|file| file.name.as_deref()), Some("plan.pdf"));
    let file = bot.get_file(document.file.id.clone()).await.expect("a file");
    assert_eq!(file.size, 4);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 0, 1, 0, 0, 0, 1, 0]);
    let photo = bot.send_photo(chat, InputFile::memory(png)).await.expect("a photo");
    assert_eq!(photo.photo().expect("sizes")[0].width, 256);
    let bad = bot.send_photo(chat, InputFile::memory(b"text".as_slice())).await;
    assert!(matches!(bad, Err(RequestError::Api(ApiError::ImageProcessFailed))), "{bad:?}");
    bot.send_contact(chat, "+31612345678", "Piet").await.expect("a contact");
    bot.send_chat_action(chat, ChatAction::Typing).await.expect("an action");
    bot.set_my_commands([BotCommand::new("help", "Hulp")]).await.expect("commands");
    assert_eq!(bot.get_my_commands().await.expect("commands").len(), 1);
    assert!(bot.get_chat(chat).await.expect("a chat").is_private());
    let group = api.group("Team", &[&anna]);
    assert!(bot.get_chat(ChatId(group.id())).await.expect("a chat").is_group());
    let me = bot.get_chat_member(ChatId(group.id()), bot.get_me().await.expect("the bot").id).await;
    assert!(me.expect("a member").is_member());
    let new = group.migrate();
    let moved = bot.send_message(ChatId(group.id()), "x").await;
    assert!(matches!(moved, Err(RequestError::MigrateToChatId(id)) if id.0 == new.id()), "{moved:?}");
    let missing = bot.delete_message(chat, MessageId(9)).await;
    assert!(matches!(missing, Err(RequestError::Api(ApiError::MessageToDeleteNotFound))));
    assert!(bot.get_webhook_info().await.expect("a webhook").url.is_none());
    assert!(api.description_violations().is_empty(), "{:?}", api.description_violations());
}

#[tokio::test]
async fn trouble_arrives_as_the_library_names_it() {
    let api = BotApi::start().await;
    let bot = bot(&api);
    let anna = api.person("Anna", None);
    anna.says("/start");
    let send = || async { bot.send_message(ChatId(anna.id()), "x").await };
    api.fault(Fault::too_many_requests(3));
    assert!(matches!(send().await, Err(RequestError::RetryAfter(wait)) if wait.seconds() == 3));
    api.fault(Fault::answer_lost());
    assert!(matches!(send().await, Err(RequestError::Network(_))));
    api.fault(Fault::malformed_answer());
    assert!(matches!(send().await, Err(RequestError::InvalidJson { .. })));
    api.fault(Fault::conflict());
    let poll = bot.get_updates().await;
    assert!(matches!(poll, Err(RequestError::Api(ApiError::TerminatedByOtherGetUpdates))), "{poll:?}");
    send().await.expect("all is well again");
    let stranger = Bot::new("1:x").set_api_url(api.url().parse().expect("a URL"));
    let refused = stranger.get_me().await;
    assert!(matches!(refused, Err(RequestError::Api(ApiError::InvalidToken))), "{refused:?}");
    api.deliver_raw(json!({ "message": { "nonsense": true } }));
    let updates = bot.get_updates().await.expect("updates");
    assert!(matches!(updates[1].kind, UpdateKind::Error(_)));
}
