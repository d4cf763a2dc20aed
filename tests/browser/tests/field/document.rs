//! Title, addresses, history and print follow what is shown.
