//! The look of a page: its size and the reader's preferences.
//!
//! There are no devices; the widget is sized by its container, so a width is enough.

/// A window, and the reader's preferences.
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
    /// Whether the system replaces the page's colours with the reader's own.
    pub forced_colors: bool,
    /// The device pixel ratio.
    pub zoom: u32,
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

    /// The CSS keyword for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Look {
    /// A small phone, or a narrow column of an article.
    pub const NARROW: Self = Self::of_width(320, 640);
    /// A phone.
    pub const PHONE: Self = Self::of_width(390, 844);
    /// A phone in landscape orientation, or a column of an article.
    pub const COLUMN: Self = Self::of_width(480, 800);
    /// A tablet.
    pub const MIDDLE: Self = Self::of_width(768, 1024);
    /// A desktop.
    pub const WIDE: Self = Self::of_width(1280, 800);
    /// The narrowest supported frame.
    pub const NARROWEST: Self = Self::of_width(280, 640);
    /// All, the narrowest first.
    pub const ALL: [Self; 4] = [Self::NARROW, Self::COLUMN, Self::MIDDLE, Self::WIDE];

    const fn of_width(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            scheme: Scheme::Light,
            reduced_motion: false,
            forced_colors: false,
            zoom: 1,
        }
    }

    /// The same in the dark scheme.
    #[must_use]
    pub const fn dark(self) -> Self {
        self.in_scheme(Scheme::Dark)
    }

    /// The same in a colour scheme.
    #[must_use]
    pub const fn in_scheme(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    /// The same for a reader who prefers reduced motion.
    #[must_use]
    pub const fn calm(self) -> Self {
        Self { reduced_motion: true, ..self }
    }

    /// The same for a reader whose system forces the colours.
    #[must_use]
    pub const fn in_forced_colors(self) -> Self {
        Self { forced_colors: true, ..self }
    }

    /// The same window at twice the zoom: half as many CSS pixels, each twice as large.
    #[must_use]
    pub const fn zoomed(self) -> Self {
        Self { width: self.width / 2, height: self.height / 2, zoom: self.zoom * 2, ..self }
    }
}
