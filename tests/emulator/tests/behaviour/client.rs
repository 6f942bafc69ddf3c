//! A client of a few lines, so that nothing between the test and the socket repairs what is broken.

use std::net::SocketAddr;
use std::time::Duration;

use interchange_emulator::{Options, Serving, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout_at};

/// Where the inventory sources are.
pub const SOURCES: &str = "/api/v2/storefront/inventory-sources";
const STOREFRONT: &str = "/api/v2/storefront";
/// How long a test waits for an answer that ought to come.
const PATIENCE: Duration = Duration::from_secs(5);

/// An emulator of the test's own, and a token for it.
pub struct Emulator {
    serving: Serving,
    pub token: String,
}

/// What came back.
pub struct Seen {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
    /// Whether the server closed the connection before the patience ended.
    pub closed: bool,
}

impl Emulator {
    /// An emulator whose sources become active at once.
    pub async fn start() -> Self {
        Self::with(Options { activation_delay: 0, ..options() }).await
    }

    pub async fn with(options: Options) -> Self {
        let serving = serve(Options { port: 0, ..options }).await.expect("a free port");
        Self { serving, token: "scope3_nightjar_s3cr3t".to_owned() }
    }

    pub fn address(&self) -> SocketAddr {
        self.serving.address()
    }

    /// A call of the API with the emulator's token.
    pub async fn call(&self, method: &str, path: &str, body: Value) -> Seen {
        self.call_as(&self.token, method, path, body).await
    }

    pub async fn call_as(&self, token: &str, method: &str, path: &str, body: Value) -> Seen {
        self.request(method, path, &[("authorization", &format!("Bearer {token}"))], body).await
    }

    pub async fn get(&self, path: &str) -> Seen {
        self.call("GET", path, Value::Null).await
    }

    /// A command to the control plane; it must succeed.
    pub async fn control(&self, command: &str, mut body: Value) -> Value {
        body["token"] = self.token.as_str().into();
        let seen = self.request("POST", &format!("/emulator/{command}"), &[], body).await;
        assert_eq!(seen.status, 200, "{}", seen.text());
        seen.json()
    }

    pub async fn fault(&self, fault: Value) {
        self.control("faults", json!({ "fault": fault })).await;
    }

    /// What the control plane knows: effects or requests.
    pub async fn known(&self, what: &str) -> Value {
        self.request("GET", &format!("/emulator/{what}?token={}", self.token), &[], Value::Null).await.json()
    }

    /// Any request; `null` is no body.
    pub async fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Value) -> Seen {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut headers = headers.to_vec();
        if !body.is_empty() {
            headers.push(("content-type", "application/json"));
        }
        self.send(method, path, &headers, body.as_bytes(), PATIENCE).await
    }

    /// Any bytes as a body, with a patience of one's own.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        patience: Duration,
    ) -> Seen {
        let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let host = self.address();
        let head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {}\r\n{lines}\r\n", body.len());
        let (bytes, closed) = exchange(host, [head.as_bytes(), body].concat(), patience).await;
        Seen::new(bytes, closed)
    }
}

/// Options for tests: no files, no delays but the ones that a test asks for.
pub fn options() -> Options {
    Options { port: 0, ..Options::default() }
}

async fn exchange(address: SocketAddr, request: Vec<u8>, patience: Duration) -> (Vec<u8>, bool) {
    let deadline = Instant::now() + patience;
    let mut stream = TcpStream::connect(address).await.expect("the emulator listens");
    stream.write_all(&request).await.expect("the emulator reads");
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        match timeout_at(deadline, stream.read(&mut buffer)).await {
            Err(_) => return (bytes, false),
            // A connection that is closed with unread bytes is reset: closed all the same.
            Ok(Ok(0) | Err(_)) => return (bytes, true),
            Ok(Ok(read)) => bytes.extend_from_slice(&buffer[..read]),
        }
    }
}

impl Seen {
    fn new(bytes: Vec<u8>, closed: bool) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let (head, body) = match end {
            Some(end) => (bytes[..end].to_vec(), bytes[end + 4..].to_vec()),
            None => (bytes, Vec::new()),
        };
        let head = String::from_utf8_lossy(&head).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Self { status, head, body, closed }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let pairs = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        pairs.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {:?}", self.text()))
    }

    /// The payload of a success with this status.
    pub fn data(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        let json = self.json();
        assert!(json["error"].is_null() && json.get("data").is_some(), "{json}");
        json["data"].clone()
    }

    /// The error of a refusal with this status and code.
    pub fn error(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        let json = self.json();
        assert!(json["data"].is_null(), "{json}");
        assert_eq!(json["error"]["code"], code, "{json}");
        json["error"].clone()
    }

    /// The paths of the issues of a validation error, dotted.
    pub fn issues(&self) -> Vec<String> {
        let error = self.error(400, "VALIDATION_ERROR");
        let step = |step: &Value| step.as_str().map_or_else(|| step.to_string(), str::to_owned);
        let path =
            |issue: &Value| issue["path"].as_array().map(|path| path.iter().map(step).collect::<Vec<_>>().join("."));
        error["details"]["issues"].as_array().into_iter().flatten().filter_map(path).collect()
    }
}

/// A body that makes a source, with some fields of its own.
pub fn source(fields: Value) -> Value {
    let mut body = json!({
        "name": "Late Show",
        "type": "SALES",
        "endpointUrl": "https://agent.nightjar.example/mcp",
        "protocol": "MCP",
        "authenticationType": "NO_AUTH",
    });
    for (key, value) in fields.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    body
}

/// A body that makes a source with an API key.
pub fn keyed(token: &str) -> Value {
    source(json!({ "authenticationType": "API_KEY", "auth": { "type": "bearer", "token": token } }))
}

/// The storefront's address and a path below it.
pub fn storefront(path: &str) -> String {
    format!("{STOREFRONT}{path}")
}

/// Looks at a source until it has a status.
pub async fn until_status(emulator: &Emulator, source_id: &str, status: &str) -> Value {
    for _ in 0..100 {
        let seen = emulator.get(&format!("{SOURCES}/{source_id}")).await.data(200);
        if seen["status"] == status {
            return seen;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("the source {source_id} did not become {status}");
}
