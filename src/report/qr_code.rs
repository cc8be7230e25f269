//! A code that the camera of a phone reads, as a picture.

use png::{BitDepth, ColorType, Encoder, EncodingError};
use qrcode::{Color, QrCode, types::QrError};

/// The name of the picture.
pub const FILE_NAME: &str = "noodplan-code.png";
/// What it is.
pub const MEDIA_TYPE: &str = "image/png";

/// Pixels for one square of the code.
const SQUARE: usize = 8;
/// White squares around it (ISO/IEC 18004 asks for four).
const MARGIN: usize = 4;
const BLACK: u8 = 0;
const WHITE: u8 = 255;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum Unpainted {
    /// The text does not fit in a code.
    #[error("the text does not fit in a code: {0}")]
    TooLong(#[from] QrError),
    /// It could not be written as a picture.
    #[error("the code could not be written as a picture: {0}")]
    Encoding(#[from] EncodingError),
}

/// Paints a text of at most some 2,000 characters as a black and white picture (PNG).
///
/// # Errors
/// When the text is longer than a code can hold.
pub fn render(text: &str) -> Result<Vec<u8>, Unpainted> {
    let code = QrCode::new(text)?;
    let side = (code.width() + 2 * MARGIN) * SQUARE;
    let pixels = paint(&code.to_colors(), code.width());
    let mut picture = Vec::new();
    let length = u32::try_from(side).unwrap_or(u32::MAX);
    let mut encoder = Encoder::new(&mut picture, length, length);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(picture)
}

fn paint(squares: &[Color], width: usize) -> Vec<u8> {
    let margin = vec![WHITE; MARGIN * SQUARE];
    let row = |row: &[Color]| {
        let inside = row.iter().flat_map(|square| [square.select(BLACK, WHITE); SQUARE]);
        [&margin[..], &inside.collect::<Vec<u8>>(), &margin].concat()
    };
    let blank = vec![WHITE; (width + 2 * MARGIN) * SQUARE].repeat(MARGIN * SQUARE);
    let code = squares.chunks(width).flat_map(|squares| row(squares).repeat(SQUARE)).collect::<Vec<u8>>();
    [&blank[..], &code, &blank].concat()
}
