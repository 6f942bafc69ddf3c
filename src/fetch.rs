//! Sends calls with the browser's `fetch`, for front ends written in Rust.
//!
//! One attempt each, without a time limit; [`crate::retry`] decides what may follow. The npm package does not use this:
//! there JavaScript waits, which costs a page a fifth of the bytes.

use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::{Blob, FormData, RequestCredentials, RequestRedirect};

use crate::error::{Failure, Hint};
use crate::format::{BaseUrl, Token};
use crate::request::{Body, mask};
use crate::shape::{Endpoint, Method, Shape};

/// Where calls go, and the credential that travels with them.
#[derive(Debug, Clone)]
pub struct Client {
    base_url: BaseUrl,
    token: Option<Token>,
}

impl Client {
    /// A client. It needs no token where a proxy adds one.
    pub const fn new(base_url: BaseUrl, token: Option<Token>) -> Self {
        Self { base_url, token }
    }

    /// Sends a call.
    ///
    /// # Errors
    ///
    /// [`Failure::InvalidInput`] when nothing was sent; [`Failure::Unreachable`] when no answer came;
    /// [`Failure::Refused`] and [`Failure::Malformed`] as [`Endpoint::read`] has them.
    pub async fn send<I, O>(&self, endpoint: &Endpoint<I, O>, input: &I) -> Result<O, Failure>
    where
        I: Serialize + Shape,
        O: DeserializeOwned,
    {
        self.send_with(endpoint, input, None).await
    }

    /// Sends a call that carries a file; the input names and measures it.
    ///
    /// # Errors
    ///
    /// As [`Self::send`].
    pub async fn upload<I, O>(
        &self,
        endpoint: &Endpoint<I, O>,
        input: &I,
        name: &str,
        file: &Blob,
    ) -> Result<O, Failure>
    where
        I: Serialize + Shape,
        O: DeserializeOwned,
    {
        self.send_with(endpoint, input, Some((name, file))).await
    }

    async fn send_with<I, O>(
        &self,
        endpoint: &Endpoint<I, O>,
        input: &I,
        file: Option<(&str, &Blob)>,
    ) -> Result<O, Failure>
    where
        I: Serialize + Shape,
        O: DeserializeOwned,
    {
        let request = endpoint.prepare(input)?;
        let url = [self.base_url.as_str().trim_end_matches('/'), &request.target].concat();
        // No cookies; and no redirect, which would carry the token to wherever it points.
        let mut builder = RequestBuilder::new(&url)
            .method(method(endpoint.operation().method))
            .credentials(RequestCredentials::Omit)
            .redirect(RequestRedirect::Error)
            .header("Accept", "application/json");
        if let Some(token) = &self.token {
            builder = builder.header("Authorization", &["Bearer ", token.expose()].concat());
        }
        let built = match request.body {
            Body::None => builder.build(),
            Body::Json(json) => builder.header("Content-Type", "application/json").body(json),
            Body::Form(field) => builder.body(form(field, file).ok_or(Failure::Unreachable(Hint::Unknown))?),
        };
        // The runtime's reasons may quote what it was given, and name nothing that a caller could use.
        let lost = |_| Failure::Unreachable(Hint::Unknown);
        let answer = built.map_err(lost)?.send().await.map_err(lost)?;
        let text = answer.text().await.map_err(lost)?;
        // A failure quotes the answer, and a proxy's answer may quote the token.
        let masked = || mask(&text, self.token.as_ref().map(Token::expose).unwrap_or_default());
        endpoint.read(answer.status(), &text).or_else(|_| endpoint.read(answer.status(), &masked()))
    }
}

fn form(field: &str, file: Option<(&str, &Blob)>) -> Option<FormData> {
    let form = FormData::new().ok()?;
    if let Some((name, file)) = file {
        form.append_with_blob_and_filename(field, file, name).ok()?;
    }
    Some(form)
}

fn method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
        Method::Patch => HttpMethod::PATCH,
        Method::Delete => HttpMethod::DELETE,
    }
}
