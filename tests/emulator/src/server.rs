//! The accept loop, and which part of the emulator answers which path.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use hyper::Request;
use hyper::body::Incoming;
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::answer::{Dropped, HttpResponse};
use crate::control::Control;
use crate::mount::Mount;
use crate::options::Options;
use crate::settings::Settings;
use crate::site::Site;
use crate::world::Tenants;
use crate::{api, ids, pages};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An emulator that is running. It stops when this is dropped.
pub struct Serving {
    address: SocketAddr,
    task: JoinHandle<Infallible>,
}

impl Serving {
    /// The address on which it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Runs until the process ends.
    pub async fn forever(mut self) {
        // The task only ends when it is aborted, which happens no earlier than in `drop`.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts an emulator on 127.0.0.1. When this returns, it accepts connections.
pub async fn serve(options: Options) -> io::Result<Serving> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let address = listener.local_addr()?;
    let emulator = Arc::new(Emulator::new(&options));
    Ok(Serving { address, task: tokio::spawn(accept(listener, emulator)) })
}

async fn accept(listener: TcpListener, emulator: Arc<Emulator>) -> Infallible {
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, emulator.clone()));
        }
    }
}

async fn converse(stream: TcpStream, emulator: Arc<Emulator>) {
    let service = service_fn(|request| {
        let emulator = emulator.clone();
        async move { emulator.answer(request).await }
    });
    // One request for each connection: when a connection that was used before is dropped, Chromium quietly sends the
    // request again, even a POST, and the page would never see the fault.
    let connection = http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service);
    // An error ends the conversation: the caller has gone, or a fault closed the connection on purpose.
    let _ = connection.await;
}

struct Emulator {
    tenants: Tenants,
    control: Control,
    site: Site,
}

impl Emulator {
    fn new(options: &Options) -> Self {
        let defaults = Settings {
            rate_limit: options.rate_limit,
            activation_delay: options.activation_delay,
            ..Settings::default()
        };
        Self { tenants: Tenants::new(defaults), control: Control::default(), site: Site::new(options) }
    }

    async fn answer(&self, request: Request<Incoming>) -> Result<HttpResponse, Dropped> {
        let mut response = self.route(request).await?;
        if let Ok(id) = HeaderValue::try_from(ids::opaque("req")) {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        Ok(response)
    }

    async fn route(&self, request: Request<Incoming>) -> Result<HttpResponse, Dropped> {
        let path = request.uri().path().to_owned();
        if let Some((mount, path)) = Mount::of(&path) {
            return api::answer(&self.tenants, mount, path, request).await;
        }
        Ok(match path.as_str() {
            "/oauth/consent" => pages::consent(&self.tenants, request).await,
            path if path.starts_with("/launch/") => pages::launch(&self.tenants, request.method(), path),
            path if path == "/emulator" || path.starts_with("/emulator/") => {
                self.control.answer(&self.tenants, request).await
            }
            path => self.site.answer(request.method(), path).await,
        })
    }
}
