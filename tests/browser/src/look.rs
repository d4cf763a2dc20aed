//! How a page is looked at: its size and the reader's preferences.
//!
//! # What this module does not do
//! It knows no device; the widget is sized by its container, and so a width is all there is.

/// A window, and what its reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The width in CSS pixels.
    pub width: u32,
    /// The height in CSS pixels.
    pub height: u32,
    /// The colours.
    pub scheme: Scheme,
    /// Whether the reader asked for less motion.
    pub reduced_motion: bool,
}

/// A colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The word that CSS has for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Look {
    /// A small telephone, or a narrow column of an article.
    pub const NARROW: Self = Self::of_width(320, 640);
    /// A telephone on its side, or a column of an article.
    pub const COLUMN: Self = Self::of_width(480, 800);
    /// A tablet.
    pub const MIDDLE: Self = Self::of_width(768, 1024);
    /// A desktop.
    pub const WIDE: Self = Self::of_width(1280, 800);
    /// From the narrowest.
    pub const ALL: [Self; 4] = [Self::NARROW, Self::COLUMN, Self::MIDDLE, Self::WIDE];

    const fn of_width(width: u32, height: u32) -> Self {
        Self { width, height, scheme: Scheme::Light, reduced_motion: false }
    }

    /// The same in the dark.
    #[must_use]
    pub const fn dark(self) -> Self {
        self.in_scheme(Scheme::Dark)
    }

    /// The same in some colours.
    #[must_use]
    pub const fn in_scheme(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    /// The same for a reader who asked for less motion.
    #[must_use]
    pub const fn calm(self) -> Self {
        Self { reduced_motion: true, ..self }
    }
}
