//! The page stands in a frame of somebody else's page: whatever that page does to the frame, it is as high as
//! its content, its text can be read, what the reader acts on is in sight, and what the host says is heard.

mod colours;
mod height;
mod place;
mod talk;
