//! The page's reader of the embedded catalog: the format is postcard's, which the build writes.
//!
//! `serde` and `postcard` read it as well, and a test holds both to the same result; what they generate
//! for the model is 3.5 kB more of the page after compression, above all because each field of each
//! structure may fail there. Here a blob that ends too early reads as zeros and is refused at the end,
//! and texts are not copied.
//!
//! # What this module does not do
//! It reads no other data, and does not check what the catalog says.

use implicit_clone::unsync::IString;

use super::{
    Alternative, Catalog, Choice, Combine, Contest, Criterion, CriterionId, Date, Facet, FacetTest,
    FacetValue, Fact, Faq, Group, Kind, Question, Reason, Scale, ScaleValue, Select, SortKey,
    Subject, Term, Value,
};

impl Catalog {
    /// Reads a catalog as postcard writes it; none where the bytes are not just that.
    #[must_use]
    pub fn read(blob: &'static [u8]) -> Option<Self> {
        let mut blob = Blob { rest: blob, is_whole: true };
        let catalog = Self::take(&mut blob);
        (blob.is_whole && blob.rest.is_empty()).then_some(catalog)
    }
}

/// What is not read yet.
struct Blob {
    rest: &'static [u8],
    is_whole: bool,
}

impl Blob {
    #[inline(never)]
    fn bytes(&mut self, n: usize) -> &'static [u8] {
        if let Some((bytes, rest)) = self.rest.split_at_checked(n) {
            self.rest = rest;
            bytes
        } else {
            self.is_whole = false;
            &[]
        }
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    /// A number of more than one byte: seven bits each, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 63 {
                return number;
            }
        }
    }

    #[inline(never)]
    fn text(&mut self) -> IString {
        let n = self.length();
        let text = str::from_utf8(self.bytes(n));
        self.is_whole &= text.is_ok();
        IString::Static(text.unwrap_or_default())
    }

    /// How many items or bytes follow: never more than there are bytes.
    #[inline(never)]
    fn length(&mut self) -> usize {
        let n = usize::try_from(self.number()).unwrap_or(usize::MAX);
        self.is_whole &= n <= self.rest.len();
        if self.is_whole { n } else { 0 }
    }
}

/// What can be read.
trait Take {
    /// Reads it.
    fn take(blob: &mut Blob) -> Self;
}

impl Take for u8 {
    fn take(blob: &mut Blob) -> Self {
        blob.byte()
    }
}

impl Take for bool {
    fn take(blob: &mut Blob) -> Self {
        blob.byte() == 1
    }
}

impl Take for u16 {
    fn take(blob: &mut Blob) -> Self {
        Self::try_from(blob.number()).unwrap_or_default()
    }
}

impl Take for u64 {
    fn take(blob: &mut Blob) -> Self {
        blob.number()
    }
}

impl Take for IString {
    fn take(blob: &mut Blob) -> Self {
        blob.text()
    }
}

impl Take for CriterionId {
    fn take(blob: &mut Blob) -> Self {
        Self(blob.byte())
    }
}

impl<T: Take> Take for Vec<T> {
    #[inline(never)]
    fn take(blob: &mut Blob) -> Self {
        (0..blob.length()).map(|_| T::take(blob)).collect()
    }
}

impl<T: Take> Take for Option<T> {
    fn take(blob: &mut Blob) -> Self {
        (blob.byte() == 1).then(|| T::take(blob))
    }
}

/// Structures, field by field in the order of their definition, and enumerations without fields.
macro_rules! take {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Take for $name {
            fn take(blob: &mut Blob) -> Self {
                $(let $field = Take::take(blob);)+
                Self { $($field),+ }
            }
        }
    )+};
}

take! {
    Catalog { subject, groups, scales, criteria, facets, sorts, questions, faqs, alternatives }
    Subject { id, title, intro, one, many, date, badges, lists, shared, contest }
    Contest { url, folder }
    Date { year, month, day }
    Group { id, label }
    Scale { id, ordered, values }
    ScaleValue { id, label, glyph, means }
    Criterion { id, label, means, group, kind, editorial }
    Facet { id, label, values }
    FacetValue { id, label, test }
    FacetTest { criterion, any }
    SortKey { id, label, criterion, descending }
    Question {
        id, label, prompt, why, select, can_must, must_at, full, none, options, reason,
    }
    Choice { id, label, explain, combine, terms }
    Term { criterion, table, otherwise }
    Reason { full, part, none, unknown }
    Faq { id, question, answer, link }
    Alternative { id, name, aliases, summary, facts }
    Fact { value, by, checked }
}

impl Take for Kind {
    fn take(blob: &mut Blob) -> Self {
        match blob.byte() {
            0 => Self::One(blob.byte()),
            1 => Self::Many(blob.byte()),
            2 => Self::Text,
            _ => Self::Date,
        }
    }
}

impl Take for Select {
    fn take(blob: &mut Blob) -> Self {
        match blob.byte() {
            0 => Self::One,
            1 => Self::Any,
            _ => Self::All,
        }
    }
}

impl Take for Combine {
    fn take(blob: &mut Blob) -> Self {
        if blob.byte() == 0 { Self::Max } else { Self::Mean }
    }
}

impl Take for Value {
    fn take(blob: &mut Blob) -> Self {
        match blob.byte() {
            0 => Self::Unknown,
            1 => Self::One(blob.byte()),
            2 => Self::Many(blob.number()),
            3 => Self::Text(blob.text()),
            _ => Self::Date(Take::take(blob)),
        }
    }
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_postcard_reads_and_refuses_all_else() {
        let blob = crate::embedded::BLOB;
        let expected: Catalog = postcard::from_bytes(blob).expect("the build wrote it");
        assert_eq!(Catalog::read(blob), Some(expected));
        for n in (0..blob.len()).step_by(101) {
            assert_eq!(Catalog::read(&blob[..n]), None, "{n} bytes");
        }
        let more: &'static [u8] = Box::leak([blob, &[0]].concat().into_boxed_slice());
        assert_eq!(Catalog::read(more), None);
    }
}
