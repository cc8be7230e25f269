//! A picture in a room: as sealed as everything that is said there.

use std::io::Read;

use matrix_sdk::ruma::mxc_uri;
use matrix_sdk_base::crypto::{AttachmentDecryptor, MediaEncryptionInfo};
use serde_json::Value;

use super::{World, hall::BOT_TOKEN};
use crate::qr_code::scanned;

/// What somebody gets to see who has the keys that came with a file.
fn opened(mut sealed: &[u8], file: &Value) -> Vec<u8> {
    let keys: MediaEncryptionInfo = serde_json::from_value(file.clone()).unwrap();
    let mut plain = Vec::new();
    AttachmentDecryptor::new(&mut sealed, keys).unwrap().read_to_end(&mut plain).unwrap();
    plain
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_an_invitation_comes_as_a_picture_that_only_the_room_can_see() {
    let mut world = World::met().await;
    world.plays(4).await;
    let server = &world.server;
    server.mock_authenticated_media_config().ok_default().mount().await;
    let upload = server.mock_upload().expect_access_token(BOT_TOKEN);
    let (taken, upload) = upload.ok_with_capture(mxc_uri!("mxc://localhost/picture"));
    upload.expect(1).mount().await;
    world.anna.asks("!uitnodigen", "Wat mag degene die je uitnodigt").await;
    world.anna.asks("lezer", "!meedoen ").await;
    let uploaded = taken.await.unwrap();
    let is_picture = |content: &&Value| content["msgtype"] == "m.image";
    let shown = world.anna.heard.iter().find(is_picture).unwrap();
    assert_eq!((&shown["url"], &shown["file"]["url"]), (&Value::Null, &"mxc://localhost/picture".into()));
    assert_eq!(world.hall.sent_by_bot("m.room.message"), Vec::<Value>::new());
    let picture = opened(&uploaded, &shown["file"]);
    assert!(picture.starts_with(b"\x89PNG\r\n"));
    assert_ne!(uploaded, picture);
    assert!(!uploaded.starts_with(b"\x89PNG"), "the homeserver sees that it is a picture");
    let [code] = &scanned(&picture)[..] else { panic!("one code") };
    assert!(code.starts_with("!meedoen "), "{code}");
    assert!(world.anna.bodies().iter().any(|body| body.contains(code)), "{code}");
    world.desk.stop().await;
}
