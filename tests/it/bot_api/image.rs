//! Looks into a picture just far enough to judge it as a photo.

/// Width and height of a PNG, GIF or JPEG; `None` when it is none of these.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    png(bytes).or_else(|| gif(bytes)).or_else(|| jpeg(bytes))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"GIF8")?;
    let number = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    Some((number(6)?, number(8)?))
}

fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(&[0xff, 0xd8])?;
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let marker = number(at)?;
        let is_frame = matches!(marker, 0xffc0..=0xffcf) && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc);
        if is_frame {
            return Some((u32::from(number(at + 7)?), u32::from(number(at + 5)?)));
        }
        if marker < 0xff00 {
            return None;
        }
        at += 2 + usize::from(number(at + 2)?);
    }
}
