//! Violations of the rules of a catalog.
//!
//! Reading never stops at the first violation; all of them are collected.

use core::fmt;
use std::cell::RefCell;

/// A growing collection of violations. Shared by reference, so that nested readers can add to it.
#[derive(Debug, Default)]
pub struct Violations(RefCell<Vec<Violation>>);

impl Violations {
    /// Adds a violation.
    pub fn add(&self, file: &str, field: &str, value: &str, rule: Rule, message: String) {
        let owned = |text: &str| text.to_owned();
        self.0.borrow_mut().push(Violation {
            file: owned(file),
            field: owned(field),
            value: owned(value),
            rule,
            message,
        });
    }

    /// Whether there are no violations so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All violations, by file, in the order in which they were found.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Violation> {
        let mut violations = self.0.into_inner();
        violations.sort_by(|one, other| one.file.cmp(&other.file));
        violations
    }
}

/// One violation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The file, relative to the catalog's folder.
    pub file: String,
    /// The field, as a dotted path; empty for the whole file.
    pub field: String,
    /// The value found; empty if there is none.
    pub value: String,
    /// The violated rule.
    pub rule: Rule,
    /// The message for this violation.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.file)?;
        if !self.field.is_empty() {
            write!(out, "{}", self.field)?;
            if !self.value.is_empty() {
                write!(out, " = '{}'", self.value)?;
            }
            write!(out, ": ")?;
        }
        write!(out, "{} [{}]", self.message, self.rule.id())
    }
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal),+ $(,)?) => {
        /// The rules of a catalog.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[doc = $doc])+ $name),+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The rule's stable name, as printed after a violation.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id),+
                }
            }
        }
    };
}

rules! {
    /// The file exists.
    MissingFile = "missing-file",
    /// The file is TOML in UTF-8.
    Unreadable = "unreadable",
    /// What lies in the folder of the entries is a file of an entry.
    NotAnEntry = "not-an-entry",
    /// A required field exists.
    MissingField = "missing-field",
    /// There are no other fields.
    UnknownField = "unknown-field",
    /// A field has the right type.
    WrongType = "wrong-type",
    /// A placeholder of the template was replaced.
    Placeholder = "placeholder",
    /// A text is not empty.
    Empty = "empty",
    /// A text is not too long.
    TooLong = "too-long",
    /// An id is lower-case letters, digits and single hyphens, starting with a letter.
    BadId = "bad-id",
    /// An id is used once.
    DuplicateId = "duplicate-id",
    /// An entry's id is the name of its file.
    MismatchedId = "mismatched-id",
    /// A reference leads to something.
    BrokenReference = "broken-reference",
    /// A tag is a value of its scale.
    UnknownTag = "unknown-tag",
    /// A tag of an unordered scale is used by some entry.
    UnusedTag = "unused-tag",
    /// A list has each value once.
    Repeated = "repeated",
    /// The options of a question follow the order of their groups.
    OutOfOrder = "out-of-order",
    /// A word is one of those allowed.
    BadWord = "bad-word",
    /// An entry has a fact for each criterion.
    MissingFact = "missing-fact",
    /// A known fact has a source.
    MissingSource = "missing-source",
    /// A source is used by some fact.
    UnusedSource = "unused-source",
    /// A fact that is the editors' view has a reason in its note.
    MissingReason = "missing-reason",
    /// A capability names its provider.
    MissingProvider = "missing-provider",
    /// A date exists.
    BadDate = "bad-date",
    /// A date is not after the catalog's own.
    FutureDate = "future-date",
    /// A figure is not of a later day than the one on which it was read, or than the newest run.
    LateDay = "late-day",
    /// An address starts with https:// and has a host.
    BadAddress = "bad-address",
    /// The name of a package has the form that its client takes.
    BadPackage = "bad-package",
    /// A utility is a whole number from 0 to 1000.
    UtilityRange = "utility-range",
    /// Each value of a scale has a utility for an option.
    MissingUtility = "missing-utility",
    /// An option is met by some entry.
    UnmetOption = "unmet-option",
    /// One criterion feeds one question.
    DoubleCounting = "double-counting",
    /// Limits: 64 values of a scale or facet, 64 questions, 32 options.
    TooMany = "too-many",
    /// A sentence uses only placeholders that exist.
    BadPlaceholder = "bad-placeholder",
    /// A link of a common question or of a case is understood in full.
    BadLink = "bad-link",
    /// What was chosen was not turned down.
    Contradiction = "contradiction",
    /// There is something to choose from.
    NothingThere = "nothing-there",
}
