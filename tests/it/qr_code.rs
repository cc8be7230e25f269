//! Codes to scan: another library reads in the picture what was painted.

use std::io::Cursor;

use noodplan::report::qr_code::{Unpainted, render};
use proptest::prelude::*;
use rqrr::PreparedImage;

/// What a camera reads in a picture.
pub fn scanned(picture: &[u8]) -> Vec<String> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let size = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (size.width as usize, size.height as usize);
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

proptest! {
    #[test]
    fn an_invitation_is_read_as_it_was_painted(
        text in "https://t\\.me/[a-z]{5,32}\\?start=[A-Za-z0-9_-]{22}|[/!](meedoen|join) [A-Za-z0-9_-]{22}",
    ) {
        prop_assert_eq!(scanned(&render(&text).unwrap()), [text]);
    }
}

#[test]
fn a_text_that_does_not_fit_makes_no_picture() {
    assert!(matches!(render(&"x".repeat(3_000)), Err(Unpainted::TooLong(_))));
}
