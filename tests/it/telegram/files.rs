//! Files that the bot sends.

use calcard::icalendar::ICalendar;

use super::desk::{Desk, fills_call_list, last, says};
use crate::{
    bot_api::{Fault, Gate, Shown},
    qr_code::scanned,
};

fn files(chat: &[Shown]) -> Vec<&Shown> {
    chat.iter().filter(|shown| shown.from_bot && shown.attachment.is_some()).collect()
}

#[tokio::test]
async fn the_days_for_the_agenda_come_as_a_file_below_the_words_and_above_the_menu() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "/menu", "Wie doet wat: 0 van").await;
    says(&anna, "meer", "Wat wil je doen").await;
    anna.says("in mijn agenda");
    let stands_below = |card: &Shown, file: &Shown| card.message_id > file.message_id;
    let chat = anna
        .hears(|chat| files(chat).first().is_some_and(|file| stands_below(last(chat).unwrap(), file)))
        .await;
    let [file] = files(&chat)[..] else { panic!("one file") };
    let sent = file.attachment.as_ref().unwrap();
    assert_eq!(sent.name.as_deref(), Some("noodplan.ics"));
    assert!(sent.mime_type.as_deref().is_some_and(|kind| kind.starts_with("text/calendar")));
    assert!(ICalendar::parse(std::str::from_utf8(&sent.bytes).unwrap()).is_ok());
    assert!(file.silent && file.message_id < last(&chat).unwrap().message_id);
    desk.close().await;
}

#[tokio::test]
async fn a_file_that_could_not_be_sent_comes_after_a_restart() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "/menu", "Wie doet wat: 0 van").await;
    says(&anna, "meer", "Wat wil je doen").await;
    desk.api.fault(Fault::too_many_requests(600).on("sendDocument"));
    anna.says("in mijn agenda");
    desk.api.until(|_| !desk.tries(&anna, "sendDocument").is_empty()).await;
    desk.stop().await;
    assert!(files(&anna.chat()).is_empty());
    desk.start().await;
    anna.hears(|chat| files(chat).len() == 1).await;
    desk.close().await;
}

#[tokio::test]
async fn a_file_that_may_have_arrived_before_a_kill_comes_once_more_and_not_again() {
    let mut desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "/menu", "Wie doet wat: 0 van").await;
    says(&anna, "meer", "Wat wil je doen").await;
    let gate = Gate::new();
    desk.api.fault(Fault::answer_held(&gate).on("sendDocument"));
    anna.says("in mijn agenda");
    gate.reached_by(1).await;
    desk.kill();
    gate.open();
    for _ in 0..2 {
        desk.start().await;
        says(&anna, "/menu", "Wie doet wat: 0 van").await;
        desk.stop().await;
        assert_eq!(files(&anna.chat()).len(), 2, "{}", desk.api.print_chat(&anna));
    }
    desk.close().await;
}

#[tokio::test]
async fn an_invitation_comes_as_a_picture_too_that_a_camera_reads_as_the_link() {
    let desk = Desk::open().await;
    let anna = desk.api.person("Anna", Some("nl"));
    fills_call_list(&anna).await;
    says(&anna, "/uitnodigen", "Wat mag degene die je uitnodigt").await;
    anna.says("lezer");
    let chat = anna.hears(|chat| files(chat).len() == 1 && last(chat).unwrap().labels().len() > 1).await;
    let picture = files(&chat)[0].attachment.as_ref().unwrap();
    let [code] = &scanned(&picture.bytes)[..] else { panic!("one code") };
    assert!(code.starts_with("https://t.me/"), "{code}");
    assert!(chat.iter().any(|shown| shown.text.contains(code)), "{}", desk.api.print_chat(&anna));
    desk.close().await;
}
