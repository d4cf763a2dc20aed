//! The page is used before its program has started, or while that never starts.
