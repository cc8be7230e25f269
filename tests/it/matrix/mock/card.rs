//! A contact card that comes as a file: fetched only as far as a card can be large.

use serde_json::json;
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
};
use wiremock::{
    Mock, ResponseTemplate,
    matchers::{header, method, path},
};

use super::{BEGINNING, World, hall::BOT_TOKEN};

const UNREADABLE: &str = "Dit bestand kan ik niet lezen.";
/// More than the machine keeps on the way for a reader that has gone.
const ENDLESS: usize = 256 * 1024 * 1024;

impl World {
    /// Anna sends a file that says it is a small card.
    async fn sends_a_card(&self) {
        let info = json!({ "mimetype": "text/vcard", "size": 120 });
        let file =
            json!({ "msgtype": "m.file", "body": "Jan.vcf", "info": info, "url": "mxc://localhost/card" });
        self.anna.sends(file).await;
    }

    /// Whoever fetches the card, with a token, gets this.
    async fn gives(&self, answer: ResponseTemplate) {
        Mock::given(method("GET"))
            .and(path("/_matrix/client/v1/media/download/localhost/card"))
            .and(header("authorization", format!("Bearer {BOT_TOKEN}")))
            .respond_with(answer)
            .with_priority(1)
            .expect(1)
            .mount(self.server.server())
            .await;
    }
}

/// Answers with a file that has no end; gives how much of it was taken.
async fn never_ends(mut reader: TcpStream) -> usize {
    // What is asked does not matter.
    reader.readable().await.unwrap();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/vcard\r\nconnection: close\r\n\r\n";
    let (mut more, mut given) = (reader.write_all(head.as_bytes()).await.is_ok(), 0);
    while more && given < ENDLESS {
        more = reader.write_all(&[b'x'; 8192]).await.is_ok();
        given += 8192;
    }
    given
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_as_a_file_goes_onto_the_call_list() {
    let mut world = World::met().await;
    world.plays(BEGINNING.len()).await;
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan Bakker\r\nTEL:06-12345678\r\nEND:VCARD\r\n";
    world.gives(ResponseTemplate::new(200).set_body_string(card)).await;
    world.sends_a_card().await;
    world.anna.hears("Jan Bakker, +31 6 12345678").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_larger_than_it_says_is_not_taken_for_a_card() {
    let mut world = World::met().await;
    world.plays(3).await;
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan Bakker\r\nTEL:06-12345678\r\nEND:VCARD\r\n";
    world.gives(ResponseTemplate::new(200).set_body_string(card.repeat(2_000))).await;
    world.sends_a_card().await;
    world.anna.hears(UNREADABLE).await;
    world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_never_ends_is_not_read_to_the_end() {
    let mut world = World::met().await;
    world.plays(3).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let there = format!("http://{}/", listener.local_addr().unwrap());
    let giving = tokio::spawn(async move { never_ends(listener.accept().await.unwrap().0).await });
    world.gives(ResponseTemplate::new(307).insert_header("location", there.as_str())).await;
    world.sends_a_card().await;
    world.anna.hears(UNREADABLE).await;
    let given = giving.await.unwrap();
    assert!(given < ENDLESS, "{given}");
    world.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_gone_is_said_and_holds_nothing_up() {
    let mut world = World::met().await;
    world.plays(3).await;
    let gone = json!({ "errcode": "M_NOT_FOUND", "error": "gone" });
    world.gives(ResponseTemplate::new(404).set_body_json(gone)).await;
    world.sends_a_card().await;
    world.anna.hears(UNREADABLE).await;
    world.anna.asks("Bakkerij Jansen", "Met hoeveel").await;
    world.desk.stop().await;
}
