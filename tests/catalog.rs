//! The catalog's checks, held to one broken catalog for each rule.
