//! The accent that a host chooses: whatever its hue, what is made of it can be read and seen.
//!
//! The style sheet keeps a hue and sets how light it is, so that this holds for every colour that a host
//! can name. Here the same is computed from the numbers that stand in the style sheet.
//!
//! It trusts the browser to compute colours as CSS Color 5 says.

/// A colour as lightness, chroma and hue.
type Oklch = (f64, f64, f64);

/// The share of white's light that a colour gives, by OKLab and then WCAG 2; what no screen shows is
/// cut off, as browsers do.
fn luminance((lightness, chroma, hue): Oklch) -> f64 {
    let (sine, cosine) = hue.to_radians().sin_cos();
    let (along, across) = (chroma * cosine, chroma * sine);
    let cone = |a: f64, b: f64| (lightness + a * along + b * across).powi(3);
    let long = cone(0.396_337_777_4, 0.215_803_757_3);
    let middle = cone(-0.105_561_345_8, -0.063_854_172_8);
    let short = cone(-0.089_484_177_5, -1.291_485_548_0);
    let part = |a: f64, b: f64, c: f64| (a * long + b * middle + c * short).clamp(0.0, 1.0);
    0.2126 * part(4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2)
        + 0.7152 * part(-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5)
        + 0.0722 * part(-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0)
}

fn contrast(one: Oklch, other: Oklch) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The numbers in a text, in order.
fn numbers(text: &str) -> Vec<f64> {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.';
    text.split(|letter| !is_part(letter)).filter_map(|number| number.parse().ok()).collect()
}

/// The declarations of a property in some CSS, in order.
fn declared<'a>(css: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let property = move |line: &'a str| line.trim().strip_prefix(name)?.strip_prefix(':');
    css.lines().filter_map(property)
}

/// A token of a theme in OKLCH, of those that do not come from the host.
fn token(css: &str, name: &str, dark: bool) -> Oklch {
    let own: Vec<_> = declared(css, name).filter(|value| value.contains("oklch(")).collect();
    let value = own.iter().filter(|value| !value.contains("from")).nth(usize::from(dark));
    let numbers = numbers(value.unwrap_or_else(|| panic!("{name} is declared")));
    (numbers[0] / 100.0, numbers[1], numbers[2])
}

/// What a token becomes for a hue and a chroma of the host's.
fn derived(css: &str, name: &str, dark: bool, (chroma, hue): (f64, f64)) -> Oklch {
    let value = declared(css, name).find(|value| value.contains("from var(--host-accent)"));
    let value = value.unwrap_or_else(|| panic!("{name} follows the accent"));
    let numbers = numbers(value);
    let sign = if value.contains(" - ") { -1.0 } else { 1.0 };
    let lightness = numbers[0] + sign * numbers[1] * f64::from(u8::from(dark));
    (lightness, chroma.min(numbers[2]), hue)
}

#[test]
fn whatever_hue_a_host_names_can_be_read_and_seen() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/styles/tokens.css");
    let css = std::fs::read_to_string(path).unwrap();
    let mut n_seen = 0;
    for dark in [false, true] {
        let [paper, raised, sunken, ink, accent_ink] =
            ["--paper", "--raised", "--sunken", "--ink", "--accent-ink"]
                .map(|name| token(&css, name, dark));
        for hue in (0_u16..360).map(f64::from) {
            for chroma in [0.0, 0.03, 0.06, 0.09, 0.12, 0.2, 0.37] {
                let of = |name| derived(&css, name, dark, (chroma, hue));
                let [accent, soft, part] = ["--accent", "--accent-soft", "--part"].map(of);
                let pairs = [
                    ("accent on paper", accent, paper, 4.5),
                    ("accent on raised", accent, raised, 4.5),
                    ("accent on sunken", accent, sunken, 4.5),
                    ("accent on soft", accent, soft, 4.5),
                    ("text on accent", accent_ink, accent, 4.5),
                    ("text on soft", ink, soft, 4.5),
                    ("a part on raised", part, raised, 3.0),
                    ("stripes on the track of a bar", part, sunken, 3.0),
                ];
                for (what, one, other, least) in pairs {
                    let contrast = contrast(one, other);
                    assert!(contrast >= least, "{what}: {contrast:.2} at {chroma} {hue}, {dark}");
                    n_seen += 1;
                }
            }
        }
    }
    assert_eq!(n_seen, 2 * 360 * 7 * 8);
}

#[test]
fn colours_are_reckoned_as_others_do() {
    let (white, black) = ((1.0, 0.0, 0.0), (0.0, 0.0, 0.0));
    assert!((contrast(white, black) - 21.0).abs() < 0.01);
    // #336699 has a luminance of 0.1270.
    assert!((luminance((0.5039, 0.0995, 250.6)) - 0.1270).abs() < 0.002);
}
