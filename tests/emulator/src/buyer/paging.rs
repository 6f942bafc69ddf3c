//! A part of a list. The operations name the two numbers differently and say differently what comes next.

use serde_json::{Value, json};

use crate::fields::{Fields, Object};

/// Where a page begins and how much fits on it.
#[derive(Clone, Copy)]
pub struct Page {
    /// How many items come before it.
    pub start: usize,
    /// How many items it holds at most.
    pub size: usize,
}

impl Page {
    /// The page of a checked query with `limit` and `offset`.
    pub fn by_limit(query: &Object, default: usize) -> Self {
        Self::read(query, "offset", "limit", default)
    }

    /// The page of a checked query with `take` and `skip`.
    pub fn by_take(query: &Object, default: usize) -> Self {
        Self::read(query, "skip", "take", default)
    }

    /// The page of a checked input that names its numbers in its own way.
    pub fn read(given: &Object, start: &str, size: &str, default: usize) -> Self {
        let whole = |key: &str| given.whole(key).and_then(|number| usize::try_from(number).ok());
        Self { start: whole(start).unwrap_or_default(), size: whole(size).unwrap_or(default) }
    }

    /// The items of the page.
    pub fn of<'a, T>(&self, items: &'a [T]) -> &'a [T] {
        let start = self.start.min(items.len());
        &items[start..start.saturating_add(self.size).min(items.len())]
    }

    /// Where the next page begins, if there is one.
    pub fn next(&self, total: usize) -> Option<usize> {
        Some(self.start.saturating_add(self.size)).filter(|next| *next < total)
    }

    /// `meta` as the lists with `take` and `skip` give it.
    pub fn meta(&self, total: usize) -> Value {
        let pagination =
            json!({ "skip": self.start, "take": self.size, "total": total, "hasMore": self.next(total).is_some() });
        json!({ "pagination": pagination })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_end_where_the_list_ends() {
        let items = [1, 2, 3, 4, 5];
        let page = |start, size| Page { start, size };
        assert_eq!((page(0, 2).of(&items), page(0, 2).next(5)), (&items[..2], Some(2)));
        assert_eq!((page(3, 2).of(&items), page(3, 2).next(5)), (&items[3..], None));
        assert_eq!((page(9, 2).of(&items), page(9, usize::MAX).next(5)), (&items[5..], None));
    }
}
