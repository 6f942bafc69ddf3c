//! The few pages that the emulator shows itself. They use neither scripts nor inline styles.

mod consent;
mod launch;

pub use consent::consent;
pub use launch::launch;

use hyper::StatusCode;
use hyper::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};

use crate::answer::{Answer, HTML};

const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The help page for the curious.
pub fn help() -> Answer {
    Answer::new(StatusCode::OK, HTML, include_str!("help.html")).header(CONTENT_SECURITY_POLICY, POLICY)
}

/// The style sheet of all pages.
pub fn style() -> Answer {
    Answer::new(StatusCode::OK, "text/css; charset=utf-8", include_str!("page.css"))
}

/// A page with a title and some HTML below it. The caller escapes what is not its own.
fn page(status: StatusCode, title: &str, content: &str) -> Answer {
    let title = escape(title);
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/emulator/page.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{content}\n</main>\n</body>\n</html>\n"
    );
    Answer::new(status, HTML, html).header(CONTENT_SECURITY_POLICY, POLICY).header(CACHE_CONTROL, "no-store")
}

/// The text with everything that means something in HTML made harmless.
fn escape(text: &str) -> String {
    let escaped = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&#39;".to_owned(),
        other => other.to_string(),
    };
    text.chars().map(escaped).collect()
}
