//! Static files.

use std::fs;
use std::path::PathBuf;

use interchange_emulator::{CSP, Options};
use serde_json::Value;

use crate::client::{Emulator, Seen, options};

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("interchange-emulator-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn file(&self, name: &str, content: &[u8]) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&self.0)).expect("a folder for the file");
        fs::write(path, content).expect("a file for the test");
        self
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn serving(site: &Folder, pkg: &Folder) -> Emulator {
    let mounts = vec![("/".to_owned(), site.0.clone()), ("/pkg".to_owned(), pkg.0.clone())];
    Emulator::with(Options { mounts, ..options() }).await
}

async fn get(emulator: &Emulator, path: &str) -> Seen {
    emulator.request("GET", path, &[], Value::Null).await
}

#[tokio::test]
async fn files_have_their_types_and_the_policy() {
    let (site, pkg) = (Folder::new("types"), Folder::new("types-pkg"));
    site.file("index.html", b"<p>site</p>")
        .file("a.js", b"1")
        .file("a.mjs", b"1")
        .file("a.css", b"a{}")
        .file("a.csv", b"a")
        .file("a.svg", b"<svg/>")
        .file("sub/index.html", b"<p>sub</p>");
    pkg.file("x.wasm", b"\0asm").file("x.json", b"{}").file("a.js", b"pkg");
    let emulator = serving(&site, &pkg).await;
    for (path, mime, content) in [
        ("/", "text/html; charset=utf-8", "<p>site</p>"),
        ("/index.html?x=1", "text/html; charset=utf-8", "<p>site</p>"),
        ("/a.js", "text/javascript; charset=utf-8", "1"),
        ("/a.mjs", "text/javascript; charset=utf-8", "1"),
        ("/a.css", "text/css; charset=utf-8", "a{}"),
        ("/a.csv", "text/csv; charset=utf-8", "a"),
        ("/a.svg", "image/svg+xml", "<svg/>"),
        ("/sub/", "text/html; charset=utf-8", "<p>sub</p>"),
        ("/pkg/x.wasm", "application/wasm", "\0asm"),
        ("/pkg/x.json", "application/json", "{}"),
        ("/pkg/a.js", "text/javascript; charset=utf-8", "pkg"),
    ] {
        let seen = get(&emulator, path).await;
        assert_eq!(
            (seen.status, seen.header("content-type"), seen.text().as_str()),
            (200, Some(mime), content),
            "{path}"
        );
        assert_eq!(seen.header("content-security-policy"), Some(CSP));
        assert_eq!(CSP, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
        assert_eq!(
            (seen.header("x-content-type-options"), seen.header("cache-control")),
            (Some("nosniff"), Some("no-store"))
        );
    }
    let folder = get(&emulator, "/sub").await;
    assert_eq!((folder.status, folder.header("location")), (308, Some("/sub/")));
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let (site, pkg) = (Folder::new("inside"), Folder::new("inside-pkg"));
    site.file("index.html", b"x").file(".hidden", b"secret").file("in/a.txt", b"a");
    let outside = Folder::new("inside-secret");
    outside.file("s.txt", b"secret");
    std::os::unix::fs::symlink(outside.0.join("s.txt"), site.0.join("link.txt")).expect("a link for the test");
    let emulator = serving(&site, &pkg).await;
    let secret = outside.0.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned() + "/s.txt";
    for path in [
        format!("/../{secret}"),
        format!("/in/../../{secret}"),
        format!("/%2e%2e/{secret}"),
        format!("/..%2f{secret}"),
        format!("/pkg/../{secret}"),
        format!("/%2e%2e%2f{secret}"),
        "/link.txt".to_owned(),
        "/.hidden".to_owned(),
        "/a%00b".to_owned(),
        "/%zz".to_owned(),
        "/nothing.txt".to_owned(),
        "/pkgx".to_owned(),
        "/pkg/".to_owned(),
    ] {
        let seen = get(&emulator, &path).await;
        assert_eq!(seen.status, 404, "{path}");
        assert!(!seen.text().contains("secret"));
        assert_eq!(seen.header("content-security-policy"), Some(CSP));
    }
    assert_eq!(get(&emulator, "/in/a.txt").await.status, 200);
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let (site, pkg) = (Folder::new("head"), Folder::new("head-pkg"));
    site.file("index.html", b"12345");
    let emulator = serving(&site, &pkg).await;
    let seen = emulator.request("HEAD", "/", &[], Value::Null).await;
    assert_eq!((seen.status, seen.header("content-length"), seen.body.len()), (200, Some("5"), 0));
    assert_eq!(emulator.request("POST", "/", &[], Value::Null).await.status, 405);
}

#[tokio::test]
async fn the_policy_can_be_another() {
    let site = Folder::new("policy");
    site.file("index.html", b"x");
    let mounts = vec![("/".to_owned(), site.0.clone())];
    let emulator = Emulator::with(Options { mounts, csp: "default-src 'none'".to_owned(), ..options() }).await;
    assert_eq!(get(&emulator, "/").await.header("content-security-policy"), Some("default-src 'none'"));
}
