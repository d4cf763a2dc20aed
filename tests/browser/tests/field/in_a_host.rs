//! The page stands in a frame of somebody else's page.
