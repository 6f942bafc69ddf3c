//! Response bodies as a list of steps, so that a body can also come late, break off or never come.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

enum Step {
    Send(Bytes),
    Wait(Pin<Box<Sleep>>),
    BreakOff,
    Never,
}

/// A response body: what is sent, in order, and what happens in between.
#[derive(Default)]
pub struct Body {
    steps: VecDeque<Step>,
}

impl Body {
    /// A body that is sent whole and at once.
    pub fn whole(bytes: impl Into<Bytes>) -> Self {
        Self::default().send(bytes)
    }

    /// Then these bytes.
    pub fn send(self, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        if bytes.is_empty() { self } else { self.then(Step::Send(bytes)) }
    }

    /// Then a pause. What came before is on the wire by the time it ends.
    pub fn wait(self, pause: Duration) -> Self {
        self.then(Step::Wait(Box::pin(sleep(pause))))
    }

    /// Then an error, at which the server closes the connection.
    pub fn break_off(self) -> Self {
        self.then(Step::BreakOff)
    }

    /// Then nothing, for ever.
    pub fn never(self) -> Self {
        self.then(Step::Never)
    }

    fn then(mut self, step: Step) -> Self {
        self.steps.push_back(step);
        self
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(Step::Wait(pause)) = self.steps.front_mut() {
            ready!(pause.as_mut().poll(cx));
            self.steps.pop_front();
        }
        match self.steps.front_mut() {
            None => Poll::Ready(None),
            Some(Step::Send(bytes)) => {
                let bytes = std::mem::take(bytes);
                self.steps.pop_front();
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Some(Step::Wait(_)) => self.poll_frame(cx),
            Some(Step::BreakOff) => Poll::Ready(Some(Err(io::Error::other("broken off on purpose")))),
            Some(Step::Never) => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.steps.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let sent = |step: &Step| if let Step::Send(bytes) = step { Some(bytes.len() as u64) } else { None };
        let length: Option<u64> = self.steps.iter().map(sent).sum();
        length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
