//! Colours that can be read: OKLCH and contrast.
//!
//! The arithmetic runs at build time, so that pages hold plain hex and every contrast is known.

use super::Limits;
use serde::Deserialize;
use std::fmt;

/// A colour in sRGB. Written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Rgb> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Rgb(red, green, blue))
    }

    /// Contrast to `other`, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The same hue within `limits`, its lightness moved on until it has their contrast to
    /// `ground`, so that text in it can be read there.
    pub fn readable(self, limits: Limits, ground: Rgb) -> Rgb {
        let mut lch = Lch::from(self);
        lch.chroma = lch.chroma.min(limits.chroma);
        lch.lightness = lch.lightness.max(limits.darkest).min(limits.lightest);
        let step = if ground.luminance() > 0.18 {
            -0.005
        } else {
            0.005
        };
        let mut colour = lch.to_rgb();
        while colour.contrast(ground) < limits.contrast && (0.0..=1.0).contains(&lch.lightness) {
            lch.lightness += step;
            colour = lch.to_rgb();
        }
        colour
    }

    /// The same hue in the nearest lightness that has `contrast` to `ground` and `fits` besides;
    /// as it is where there is none.
    pub fn set_off(self, ground: Rgb, contrast: f64, fits: impl Fn(Rgb) -> bool) -> Rgb {
        let lch = Lch::from(self);
        let steps = (0..=200).flat_map(|step| [step, -step]);
        let moved = steps.map(|step| Lch {
            lightness: lch.lightness + f64::from(step) * 0.005,
            ..lch
        });
        let shown = moved.filter(|lch| (0.0..=1.0).contains(&lch.lightness));
        let mut colours = std::iter::once(self).chain(shown.map(Lch::to_rgb));
        let found = colours.find(|colour| colour.contrast(ground) >= contrast && fits(*colour));
        found.unwrap_or(self)
    }

    /// How unlike two colours look: their distance in OKLAB.
    pub fn distance(self, other: Rgb) -> f64 {
        let [a, b] = [self, other].map(|colour| {
            let Lch {
                lightness,
                chroma,
                hue,
            } = Lch::from(colour);
            [lightness, chroma * hue.cos(), chroma * hue.sin()]
        });
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|byte| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl TryFrom<String> for Rgb {
    type Error = String;

    fn try_from(text: String) -> Result<Rgb, String> {
        Rgb::parse(&text).ok_or_else(|| format!("a colour is `#rrggbb`, not `{text}`"))
    }
}

/// A colour in OKLCH (Björn Ottosson, "A perceptual color space for image processing").
#[derive(Clone, Copy, Debug)]
struct Lch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl Lch {
    /// The nearest colour that a screen can show: hue and lightness stay, chroma gives way.
    fn to_rgb(self) -> Rgb {
        let lightness = self.lightness.clamp(0.0, 1.0);
        let mut chroma = self.chroma;
        loop {
            let linear = Lch {
                lightness,
                chroma,
                ..self
            }
            .to_linear();
            let shown = linear
                .iter()
                .all(|value| (-0.0005..=1.0005).contains(value));
            if shown || chroma <= 0.0 {
                let [red, green, blue] = linear.map(encode);
                return Rgb(red, green, blue);
            }
            chroma = (chroma - 0.002).max(0.0);
        }
    }

    fn to_linear(self) -> [f64; 3] {
        let (sin, cos) = self.hue.sin_cos();
        let (a, b) = (self.chroma * cos, self.chroma * sin);
        let l = (self.lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
        let m = (self.lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
        let s = (self.lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
        [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        ]
    }
}

impl From<Rgb> for Lch {
    fn from(colour: Rgb) -> Lch {
        let [red, green, blue] = colour.linear();
        let l = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let m = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let s = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        let b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        Lch {
            lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            chroma: a.hypot(b),
            hue: b.atan2(a),
        }
    }
}

fn encode(linear: f64) -> u8 {
    let linear = linear.clamp(0.0, 1.0);
    let value = if linear <= 0.0031308 {
        linear * 12.92
    } else {
        1.055 * linear.powf(1.0 / 2.4) - 0.055
    };
    (value * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_strictly() {
        fn check(text: &str, expected: Option<&str>) {
            let read = Rgb::parse(text).map(|colour| colour.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
        check("#B01f31", Some("#b01f31"));
        check("#000000", Some("#000000"));
        check("b01f31", None);
        check("#b01f3", None);
        check("#+01f31", None);
        check("#é1f31", None);
    }

    #[test]
    fn colours_survive_the_way_through_oklch() {
        fn check(text: &str) {
            let colour = Rgb::parse(text).expect("a colour");
            assert_eq!(Lch::from(colour).to_rgb().to_string(), text);
        }
        check("#b01f31");
        check("#005f73");
        check("#ffffff");
        check("#000000");
        check("#ffff00");
        check("#0000ff");
    }

    #[test]
    fn alike_is_what_looks_alike() {
        fn check(colour: &str, near: &str, far: &str) {
            let [colour, near, far] =
                [colour, near, far].map(|text| Rgb::parse(text).expect("a colour"));
            assert!(colour.distance(near) < colour.distance(far), "{colour}");
        }
        check("#ffd23f", "#ffe08a", "#ff7f4d");
        check("#0a58ff", "#6cc8ff", "#59dca4");
        check("#b01f31", "#ff7f4d", "#a78bff");
    }

    #[test]
    fn marks_are_set_off_from_their_ground() {
        fn check(mark: &str, ground: &str, contrast: f64, expected: &str) {
            let (mark, ground) = (Rgb::parse(mark), Rgb::parse(ground));
            let (mark, ground) = mark.zip(ground).expect("two colours");
            let fits = |colour: Rgb| colour.contrast(Rgb(0, 0, 0)) >= 4.5;
            let found = mark.set_off(ground, contrast, fits);
            assert_eq!(found.to_string(), expected, "{mark} on {ground}");
        }
        check("#7d8892", "#f3f5f6", 3.0, "#7d8892");
        check("#ffffff", "#ffffff", 21.0, "#ffffff");
        let red = Rgb(0xd0, 0x20, 0x20);
        let fits = |_| true;
        let grey = Rgb(0x69, 0x74, 0x7f).set_off(red, 3.0, fits);
        assert!(grey.contrast(red) >= 3.0, "{grey}");
    }

    #[test]
    fn accents_are_moved_until_they_can_be_read() {
        fn check(accent: &str, ground: &str, moved: bool) {
            let (accent, ground) = (Rgb::parse(accent), Rgb::parse(ground));
            let (accent, ground) = accent.zip(ground).expect("two colours");
            let readable = accent.readable(Limits::default(), ground);
            assert!(
                readable.contrast(ground) >= 4.5,
                "{accent} on {ground}: {readable}"
            );
            assert_eq!(
                readable != accent,
                moved,
                "{accent} on {ground}: {readable}"
            );
        }
        check("#b01f31", "#fbfbfa", false);
        check("#b01f31", "#111413", true);
        check("#ffff00", "#fbfbfa", true);
        check("#ffff00", "#111413", false);
        check("#000000", "#111413", true);
        check("#ffffff", "#ffffff", true);
        check("#777777", "#777777", true);
    }
}
