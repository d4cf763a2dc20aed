//! Links that mail programs, content systems, redirectors and people have changed.
