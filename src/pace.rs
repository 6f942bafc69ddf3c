//! When the next request may leave: a pure decision over the clock and what the service has said. Nothing here waits.
//!
//! The service allows 100 requests a minute and address, and says in `RateLimit-Limit`, `RateLimit-Remaining` and
//! `RateLimit-Reset` (seconds) what is left of its window. A page of another origin often cannot read these headers. So there
//! are two measures: the service's window where it has spoken, and a number of requests in any 60 seconds where it has not.
//!
//! Source: the rate limits of docs.interchange.io.

/// The length of the service's windows, in milliseconds; also the longest time for which all calls are held back. After it, each
/// may hear the service's no for itself.
const WINDOW_MS: f64 = 60_000.0;
/// Requests do not all travel equally fast: so much longer is a window of ours than the service's, in milliseconds.
const MARGIN_MS: f64 = 250.0;
/// The service rounds to seconds: two ends that are no further apart are one.
const SAME_MS: f64 = 1_500.0;

/// The pace of one client. Times are milliseconds of any clock that does not run backwards.
#[derive(Debug)]
pub struct Pace {
    /// How many may be under way at a time.
    most: usize,
    /// How many may leave in 60 seconds while the service is silent; 0 is no limit.
    per_minute: usize,
    /// Requests that have left and have not ended.
    under_way: usize,
    /// When the latest requests left, the oldest first.
    left: Vec<f64>,
    window: Option<Window>,
    /// The service has asked for a pause.
    pause_until: f64,
}

/// A window of the service's.
#[derive(Debug, Clone, Copy)]
struct Window {
    limit: usize,
    /// The least that it has said to remain. It has counted every request that has been answered; of those under way nothing
    /// is known.
    remaining: usize,
    /// Infinite until the window's first request leaves; then presumed, until the service says it.
    ends: f64,
}

/// What an answer says about the limit.
#[derive(Debug, Clone, Copy, Default)]
pub struct Told {
    pub limit: Option<u32>,
    pub remaining: Option<u32>,
    /// Seconds until the window ends.
    pub reset: Option<u32>,
    /// Seconds for which the service asks not to be called, after a 429.
    pub pause: Option<u32>,
}

impl Pace {
    /// A pace with at most so many requests under way, and so many a minute while the service is silent (0 for any number).
    pub fn new(most: u32, per_minute: u32) -> Self {
        let (most, per_minute) = (most.max(1) as usize, per_minute as usize);
        Self { most, per_minute, under_way: 0, left: Vec::new(), window: None, pause_until: 0.0 }
    }

    /// Lets a request leave, and gives 0; or gives the milliseconds after which to ask again, infinite where another request
    /// has to end first.
    pub fn leave(&mut self, now: f64) -> f64 {
        let wait = self.wait(now);
        if wait > 0.0 {
            return wait;
        }
        self.under_way += 1;
        if let Some(window) = &mut self.window
            && window.ends == f64::INFINITY
        {
            // Should all that leave be lost, or the service say no more: nothing waits for ever.
            window.ends = now + WINDOW_MS + MARGIN_MS;
        }
        if self.per_minute > 0 {
            if self.left.len() >= self.per_minute {
                self.left.remove(0);
            }
            self.left.push(now);
        }
        0.0
    }

    /// A request has ended; `told` is nothing where no answer came.
    pub fn ended(&mut self, now: f64, told: Option<Told>) {
        self.under_way = self.under_way.saturating_sub(1);
        let said = told.unwrap_or_default();
        match (said.remaining.zip(said.reset), &mut self.window) {
            (Some((remaining, reset)), _) => {
                self.hear(said.limit.unwrap_or(remaining), remaining, now + millis(reset).min(WINDOW_MS))
            }
            // It may have been counted, and nobody has said so.
            (None, Some(window)) => window.remaining = window.remaining.saturating_sub(1),
            (None, None) => {}
        }
        if let Some(pause) = said.pause {
            self.pause_until = self.pause_until.max(now + millis(pause).min(WINDOW_MS));
        }
    }

    fn hear(&mut self, limit: u32, remaining: u32, ends: f64) {
        let (limit, remaining) = (limit.max(1) as usize, remaining as usize);
        let same = self.window.filter(|window| (window.ends - ends).abs() < SAME_MS);
        // Answers overtake each other. Seconds are rounded up, so the earliest end is the best.
        let (remaining, ends) =
            same.map_or((remaining, ends), |window| (window.remaining.min(remaining), window.ends.min(ends)));
        self.window = Some(Window { limit, remaining, ends });
    }

    fn wait(&mut self, now: f64) -> f64 {
        if self.under_way >= self.most {
            return f64::INFINITY;
        }
        let turn = match &mut self.window {
            Some(window) => {
                if window.ends <= now {
                    *window = Window { remaining: window.limit, ends: f64::INFINITY, ..*window };
                }
                if window.remaining > self.under_way { 0.0 } else { window.ends - now }
            }
            None => self.unspoken() - now,
        };
        turn.max(self.pause_until - now)
    }

    /// When the next one may leave while the service is silent.
    fn unspoken(&self) -> f64 {
        match self.left.first() {
            Some(oldest) if self.left.len() >= self.per_minute => oldest + WINDOW_MS + MARGIN_MS,
            _ => 0.0,
        }
    }
}

fn millis(seconds: u32) -> f64 {
    f64::from(seconds) * 1_000.0
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    /// A fair server: a fixed window that opens with its first request.
    struct Server {
        limit: u32,
        length: f64,
        opened: f64,
        used: u32,
        refused: u32,
    }

    impl Server {
        fn new(limit: u32, length: f64) -> Self {
            Self { limit, length, opened: f64::NEG_INFINITY, used: 0, refused: 0 }
        }

        fn answer(&mut self, now: f64) -> Told {
            if now >= self.opened + self.length {
                (self.opened, self.used) = (now, 0);
            }
            let granted = self.used < self.limit;
            self.used += u32::from(granted);
            self.refused += u32::from(!granted);
            let reset = ((self.opened + self.length - now) / 1_000.0).ceil().max(1.0) as u32;
            let pause = (!granted).then_some(reset);
            Told { limit: Some(self.limit), remaining: Some(self.limit - self.used), reset: Some(reset), pause }
        }
    }

    /// Sends so many requests, each of which is on its way for 40 to 120 ms, and says when the last one ended and how many
    /// were under way at most.
    fn send(pace: &mut Pace, server: &mut Server, requests: u32, speaks: bool) -> (f64, usize) {
        let (mut now, mut left, mut most) = (1_000.0, 0, 0);
        let mut under_way: VecDeque<(f64, f64)> = VecDeque::new();
        while left < requests || !under_way.is_empty() {
            let wait = if left < requests { pace.leave(now) } else { f64::INFINITY };
            if wait == 0.0 {
                let trip = 40.0 + f64::from(left * 37 % 81);
                under_way.push_back((now + trip / 2.0, now + trip));
                under_way.make_contiguous().sort_by(|a, b| a.1.total_cmp(&b.1));
                left += 1;
                most = most.max(under_way.len());
                continue;
            }
            let Some(&(arrives, ends)) = under_way.front().filter(|(_, ends)| *ends <= now + wait) else {
                now += wait;
                continue;
            };
            under_way.pop_front();
            now = ends;
            let told = server.answer(arrives);
            pace.ended(now, Some(if speaks { told } else { Told { pause: told.pause, ..Told::default() } }));
        }
        (now, most)
    }

    #[test]
    fn goes_out_under_the_limit_and_is_never_refused() {
        for (limit, length) in [(100, 60_000.0), (7, 2_500.0), (6, 1_000.0), (1_000, 60_000.0)] {
            let (mut pace, mut server) = (Pace::new(6, 100), Server::new(limit, length));
            let (took, most) = send(&mut pace, &mut server, 1_000, true);
            assert_eq!(server.refused, 0, "{limit} in {length} ms");
            assert!(most <= 6);
            // The best that is possible, and a second a window, since the service rounds to seconds.
            let windows = f64::from(1_000 / limit);
            let most = windows * (length + 1_200.0) + 1_000.0 * 20.0;
            assert!(took < most, "{limit} in {length} ms took {took} ms");
        }
    }

    #[test]
    fn keeps_to_the_documented_limit_where_the_service_is_silent() {
        let (mut pace, mut server) = (Pace::new(6, 100), Server::new(100, 60_000.0));
        let (took, _) = send(&mut pace, &mut server, 1_000, false);
        assert_eq!(server.refused, 0);
        assert!(took < 9.0 * (60_000.0 + MARGIN_MS) + 5_000.0, "took {took} ms");
        let (mut free, mut server) = (Pace::new(6, 0), Server::new(1_000_000, 60_000.0));
        assert!(send(&mut free, &mut server, 1_000, false).0 < 30_000.0, "no limit of ours");
    }

    #[test]
    fn leaves_room_for_what_others_have_used() {
        let mut pace = Pace::new(6, 100);
        assert_eq!(pace.leave(0.0), 0.0);
        pace.ended(50.0, Some(Told { limit: Some(100), remaining: Some(2), reset: Some(30), pause: None }));
        assert_eq!((pace.leave(60.0), pace.leave(60.0)), (0.0, 0.0));
        assert_eq!(pace.leave(60.0), 29_990.0, "two are under way, and two remain");
        pace.ended(90.0, None);
        assert_eq!(pace.leave(90.0), 29_960.0, "what was lost may have been counted");
        pace.ended(100.0, Some(Told { limit: Some(100), remaining: Some(0), reset: Some(30), pause: None }));
        assert_eq!(pace.leave(30_050.0), 0.0, "the earliest end that was told");
    }

    #[test]
    fn goes_on_when_a_whole_window_was_lost() {
        let mut pace = Pace::new(6, 100);
        assert_eq!(pace.leave(0.0), 0.0);
        pace.ended(50.0, Some(Told { limit: Some(2), remaining: Some(1), reset: Some(1), pause: None }));
        for lost in [2_000.0, 3_000.0] {
            assert_eq!(pace.leave(lost), 0.0);
            pace.ended(lost + 10.0, None);
        }
        assert_eq!(pace.leave(4_000.0), 58_250.0, "a window after the first one that was lost");
        assert_eq!(pace.leave(62_250.0), 0.0);
    }

    #[test]
    fn is_held_back_by_no_header_for_longer_than_a_window() {
        let mut pace = Pace::new(6, 100);
        assert_eq!(pace.leave(0.0), 0.0);
        pace.ended(0.0, Some(Told { limit: None, remaining: Some(0), reset: Some(999_999_999), pause: None }));
        assert_eq!(pace.leave(0.0), 60_000.0);
        assert_eq!((pace.leave(60_000.0), pace.leave(60_000.0)), (0.0, 60_250.0), "no limit was told but one");
    }

    #[test]
    fn pauses_for_everybody_as_long_as_the_service_asks_within_a_window() {
        let mut pace = Pace::new(2, 0);
        assert_eq!((pace.leave(0.0), pace.leave(0.0), pace.leave(0.0)), (0.0, 0.0, f64::INFINITY));
        pace.ended(10.0, Some(Told { pause: Some(3), ..Told::default() }));
        assert_eq!(pace.leave(10.0), 3_000.0);
        pace.ended(20.0, Some(Told { pause: Some(3_600), ..Told::default() }));
        assert_eq!(pace.leave(20.0), 60_000.0, "an hour is for each call to hear");
        assert_eq!(pace.leave(60_020.0), 0.0);
    }
}
