//! An address to the code that a camera reads it from.

use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

/// The code that leads to `url`, as SVG in the colour of its text; an empty picture where it is too
/// long for one.
pub(super) fn drawn(url: &str) -> String {
    let Ok(code) = QrCode::with_error_correction_level(url, EcLevel::M) else {
        return r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>"#.to_string();
    };
    let mut drawn = code.render::<Color<'_>>();
    drawn.quiet_zone(false).module_dimensions(1, 1);
    drawn
        .dark_color(Color("currentColor"))
        .light_color(Color("none"));
    drawn.build()
}
