//! Rows that are known by some of their fields: sent again, they replace the row that was there.

use std::collections::HashMap;

use serde_json::Value;

use crate::fields::{Fields, Object};

/// The rows, in the order in which they first came.
#[derive(Default)]
pub struct Rows {
    places: HashMap<String, usize>,
    rows: Vec<Object>,
}

/// How many rows of an upload did what.
#[derive(Default)]
pub struct Tally {
    /// New ones.
    pub created: usize,
    /// Ones that replaced another.
    pub updated: usize,
    /// Ones that were there already.
    pub unchanged: usize,
}

impl Rows {
    /// Keeps a row that is known by these fields; says what became of it.
    pub fn put(&mut self, row: &Object, known_by: &[&str]) -> &'static str {
        // As JSON, so that no value can look like two.
        let key = known_by.iter().map(|field| row.value(field)).collect::<Value>().to_string();
        match self.places.get(&key) {
            None => {
                self.places.insert(key, self.rows.len());
                self.rows.push(row.clone());
                "created"
            }
            Some(place) if self.rows[*place] == *row => "unchanged",
            Some(place) => {
                self.rows[*place] = row.clone();
                "updated"
            }
        }
    }

    /// Keeps many rows.
    pub fn put_all(&mut self, rows: &[Value], known_by: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for row in rows.iter().filter_map(Value::as_object) {
            match self.put(row, known_by) {
                "created" => tally.created += 1,
                "updated" => tally.updated += 1,
                _ => tally.unchanged += 1,
            }
        }
        tally
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = &Object> {
        self.rows.iter()
    }
}
