//! Static files, under the content security policy that the page must be able to live with.

use std::path::{Path, PathBuf};

use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, X_CONTENT_TYPE_OPTIONS};
use hyper::{Method, StatusCode};

use crate::answer::{Answer, HttpResponse};
use crate::options::Options;
use crate::received::decode;

/// Folders and the paths at which they appear.
pub struct Site {
    mounts: Vec<(String, PathBuf)>,
    csp: String,
}

impl Site {
    /// The folders that the options name; of two that fit a path, the one with the longer path serves it.
    pub fn new(options: &Options) -> Self {
        let trimmed = |(path, folder): &(String, PathBuf)| (path.trim_end_matches('/').to_owned(), folder.clone());
        let mut mounts: Vec<_> = options.mounts.iter().map(trimmed).collect();
        mounts.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
        Self { mounts, csp: options.csp.clone() }
    }

    /// Answers a request for a file.
    pub async fn answer(&self, method: &Method, path: &str) -> HttpResponse {
        let answer = match *method {
            Method::GET | Method::HEAD => self.file(path).await,
            _ => plain(StatusCode::METHOD_NOT_ALLOWED).header(ALLOW, "GET, HEAD"),
        };
        let answer = answer.header(CONTENT_SECURITY_POLICY, &self.csp);
        let answer = answer.header(X_CONTENT_TYPE_OPTIONS, "nosniff");
        answer.header(CACHE_CONTROL, "no-store").into_response()
    }

    async fn file(&self, path: &str) -> Answer {
        let Some((folder, inside)) = self.locate(path) else { return plain(StatusCode::NOT_FOUND) };
        let Some(file) = within(folder, &inside).await else { return plain(StatusCode::NOT_FOUND) };
        if file.is_dir() {
            return if path.ends_with('/') { read(&file.join("index.html")).await } else { to_folder(path) };
        }
        read(&file).await
    }

    /// The folder that serves a path, and the rest of the path inside it.
    fn locate(&self, path: &str) -> Option<(&Path, PathBuf)> {
        let (folder, rest) = self.mounts.iter().find_map(|(prefix, folder)| {
            let rest = path.strip_prefix(prefix.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then_some((folder, rest))
        })?;
        Some((folder, relative(rest)?))
    }
}

/// The path inside a folder; `None` if a segment could lead out of it.
fn relative(path: &str) -> Option<PathBuf> {
    let mut inside = PathBuf::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let segment = decode(segment)?;
        let harmless = !segment.starts_with('.') && !segment.contains(['/', '\\', '\0', ':']);
        inside.push(harmless.then_some(segment)?);
    }
    Some(inside)
}

/// The real path of a file, if it is still inside the folder once links are followed.
async fn within(folder: &Path, inside: &Path) -> Option<PathBuf> {
    let folder = tokio::fs::canonicalize(folder).await.ok()?;
    let file = tokio::fs::canonicalize(folder.join(inside)).await.ok()?;
    file.starts_with(&folder).then_some(file)
}

async fn read(file: &Path) -> Answer {
    match tokio::fs::read(file).await {
        Ok(bytes) => Answer::new(StatusCode::OK, mime(file), bytes),
        Err(_) => plain(StatusCode::NOT_FOUND),
    }
}

/// Without the slash, the relative links of the folder's page would lead elsewhere.
fn to_folder(path: &str) -> Answer {
    Answer::empty(StatusCode::PERMANENT_REDIRECT).header(LOCATION, format!("{path}/"))
}

fn plain(status: StatusCode) -> Answer {
    Answer::new(status, "text/plain; charset=utf-8", format!("{status}\n"))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
