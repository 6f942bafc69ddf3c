//! What to ask for next, after a page of a list: a pure decision. Nothing here sends.
//!
//! The API pages in five ways, and a row's input tells which: it has the fields that move on.
//!
//! | input | what the answer says | next |
//! |---|---|---|
//! | `cursor` | `nextCursor` | that cursor |
//! | `groupOffset`, `productOffset` | `hasMoreProducts` of a group, `hasMoreGroups` | further products of these groups, then further groups |
//! | `skip` | `meta.pagination`: `hasMore` or `total` | past what has come |
//! | `offset` | `nextOffset`, `hasMore` or a total | past what has come |
//! | none of these | | nothing: the answer is the whole list |
//!
//! What a service says may be wrong. A next page has to be a later one: a service that says there is more, and names the page
//! that it has just given, repeats itself.

use crate::json::{write_number, write_text};
use crate::shape::{Operation, Value, View};

/// What follows a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The fields of the input that the next page has different, as the JSON text of an object.
    Page(String),
    /// The same page once more: the list has no end.
    Same,
}

/// What follows the page of an answer; nothing after the last one.
///
/// `input` is the input of this page and `answer` the whole answer, envelope and all; `listed` is how many items the page has.
pub fn next(operation: &Operation, input: &str, answer: &str, listed: u64) -> Option<Next> {
    let input = Value::new(input, 0..input.len()).object()?;
    let answer = Value::new(answer, 0..answer.len()).object()?;
    let answer = Answer { envelope: &answer, payload: answer.object("data") };
    let has = |name| operation.input.field(name).is_some();
    let cursor = has("cursor").then(|| answer.cursor(&input, listed)).flatten();
    if cursor.is_some() {
        return cursor;
    }
    if has("groupOffset") {
        return answer.groups(&input, listed).map(Next::Page);
    }
    let field = ["skip", "offset"].into_iter().find(|name| has(name))?;
    answer.offset(field, &input, listed)
}

/// Where an answer may say what follows.
struct Answer<'t, 'v> {
    envelope: &'v View<'t, 'v>,
    payload: Option<View<'t, 't>>,
}

impl<'t> Answer<'t, '_> {
    /// A member, wherever it stands: in the payload, in `meta.pagination`, in `meta`.
    fn get(&self, name: &str) -> Option<Value<'t>> {
        let meta = self.envelope.object("meta");
        let pagination = meta.as_ref().and_then(|meta| meta.object("pagination"));
        let own = self.envelope.object("pagination");
        let here = self.payload.as_ref().and_then(|payload| payload.get(name)).or_else(|| self.envelope.get(name));
        here.or_else(|| pagination?.get(name)).or_else(|| meta?.get(name)).or_else(|| own?.get(name))
    }

    fn flag(&self, name: &str) -> Option<bool> {
        flag(&self.get(name)?)
    }

    fn cursor(&self, input: &View<'_, '_>, listed: u64) -> Option<Next> {
        let cursor = self.get("nextCursor")?.text()?;
        if cursor.is_empty() {
            return None;
        }
        if input.text("cursor").is_some_and(|last| last == cursor) {
            // Some say at the end where they stand.
            return (listed > 0).then_some(Next::Same);
        }
        let mut next = String::from("{\"cursor\":");
        write_text(&mut next, &cursor);
        next.push('}');
        Some(Next::Page(next))
    }

    fn offset(&self, field: &str, input: &View<'_, '_>, listed: u64) -> Option<Next> {
        let start = whole(input, field).unwrap_or(0);
        let past = start.saturating_add(listed);
        let told = self.get("nextOffset").and_then(|next| number(&next));
        let total = ["total", "totalCount"].into_iter().find_map(|name| number(&self.get(name)?));
        let more = self.flag("hasMore").unwrap_or_else(|| told.is_some() || total.is_some_and(|total| past < total));
        let next = told.unwrap_or(past);
        if next > start {
            return more.then(|| Next::Page(object(&[(field, next)])));
        }
        (more && listed > 0).then_some(Next::Same)
    }

    fn groups(&self, input: &View<'_, '_>, listed: u64) -> Option<String> {
        let groups = self.get("productGroups").map(|groups| groups.items()).unwrap_or_default();
        let products = |group: &View<'_, '_>| group.items("products").len() as u64;
        let unfinished = groups
            .iter()
            .filter_map(Value::object)
            .filter(|group| group.get("hasMoreProducts").as_ref().and_then(flag) == Some(true) && products(group) > 0);
        if let Some(most) = unfinished.map(|group| products(&group)).max() {
            let past = whole(input, "productOffset").unwrap_or(0).saturating_add(most);
            return Some(object(&[("productOffset", past)]));
        }
        let past = whole(input, "groupOffset").unwrap_or(0).saturating_add(listed);
        let more = self.flag("hasMoreGroups") == Some(true) && listed > 0;
        more.then(|| object(&[("groupOffset", past), ("productOffset", 0)]))
    }
}

fn flag(value: &Value<'_>) -> Option<bool> {
    match value.raw() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// A whole number of an input, where a query string may have made it a text.
fn whole(input: &View<'_, '_>, name: &str) -> Option<u64> {
    let value = input.get(name)?;
    number(&value).or_else(|| digits(&value.text()?))
}

/// A whole number, also where it is written as `50.0`.
fn number(value: &Value<'_>) -> Option<u64> {
    digits(value.number()?)
}

fn digits(text: &str) -> Option<u64> {
    let mut number = text.bytes().next()?.is_ascii_digit().then_some(0u64)?;
    for digit in text.bytes().take_while(|byte| *byte != b'.') {
        number = number.checked_mul(10)?.checked_add(char::from(digit).to_digit(10)?.into())?;
    }
    Some(number)
}

fn object(members: &[(&str, u64)]) -> String {
    let mut out = String::from("{");
    for (index, &(name, value)) in members.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_text(&mut out, name);
        out.push(':');
        write_number(&mut out, value);
    }
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::buyer::{advertisers, audiences, campaigns, discovery};
    use crate::api::storefront::inventory_sources;

    const ADVERTISERS: &Operation = advertisers::list().operation();
    const AUDIENCES: &Operation = audiences::list().operation();
    const CAMPAIGNS: &Operation = campaigns::list().operation();
    const PRODUCTS: &Operation = discovery::browse().operation();

    fn next_of(operation: &Operation, input: &str, answer: &str, listed: u64) -> String {
        match next(operation, input, answer, listed) {
            Some(Next::Page(fields)) => fields,
            Some(Next::Same) => "the same".to_owned(),
            None => String::new(),
        }
    }

    #[test]
    fn follows_a_cursor_until_it_is_null_or_stands_still() {
        let more = r#"{"data":{"campaigns":[],"hasMore":true,"nextCursor":"a\"b"}}"#;
        assert_eq!(next_of(CAMPAIGNS, "{}", more, 2), r#"{"cursor":"a\"b"}"#);
        assert_eq!(next_of(CAMPAIGNS, r#"{"cursor":"a\"b"}"#, more, 0), "", "it stands still, and nothing was listed");
        assert_eq!(next_of(CAMPAIGNS, r#"{"cursor":"a\"b"}"#, more, 2), "the same");
        assert_eq!(next_of(CAMPAIGNS, "{}", r#"{"data":{"nextCursor":null,"hasMore":false}}"#, 2), "");
        assert_eq!(next_of(CAMPAIGNS, "{}", r#"{"data":{"nextCursor":""},"meta":{}}"#, 2), "");
        assert_eq!(next_of(CAMPAIGNS, "{}", r#"{"campaigns":[],"nextCursor":"x"}"#, 2), r#"{"cursor":"x"}"#, "bare");
        assert_eq!(
            next_of(CAMPAIGNS, "{}", r#"{"data":{"campaigns":[]},"meta":{"pagination":{"hasMore":true}}}"#, 3),
            r#"{"skip":3}"#,
            "no cursor, but more"
        );
    }

    #[test]
    fn follows_offsets() {
        let told = r#"{"data":{"items":[],"total":9,"hasMore":true,"nextOffset":4.0}}"#;
        assert_eq!(next_of(ADVERTISERS, "{}", told, 4), r#"{"offset":4}"#);
        assert_eq!(next_of(ADVERTISERS, r#"{"offset":"4"}"#, told, 4), "the same");
        assert_eq!(next_of(ADVERTISERS, r#"{"offset":4}"#, told, 0), "", "more of nothing");
        let total = r#"{"data":{"items":[],"total":9}}"#;
        assert_eq!(next_of(ADVERTISERS, r#"{"offset":"4"}"#, total, 4), r#"{"offset":8}"#);
        assert_eq!(next_of(ADVERTISERS, r#"{"offset":8}"#, total, 1), "");
        let flag = r#"{"data":{"items":[],"hasMore":true,"nextOffset":null}}"#;
        assert_eq!(next_of(ADVERTISERS, "{}", flag, 10), r#"{"offset":10}"#);
        assert_eq!(next_of(ADVERTISERS, "{}", flag, 0), "", "more of nothing");
        assert_eq!(next_of(ADVERTISERS, "{}", r#"{"data":{"items":[],"hasMore":false,"total":9}}"#, 4), "");
        assert_eq!(next_of(ADVERTISERS, "{}", r#"{"data":{"items":[]}}"#, 4), "", "the answer says nothing");
    }

    #[test]
    fn follows_the_pagination_of_the_envelope() {
        let page = |more| {
            format!(
                r#"{{"data":{{"audiences":[]}},"meta":{{"pagination":{{"skip":2,"take":2,"total":5,"hasMore":{more}}}}}}}"#
            )
        };
        assert_eq!(next_of(AUDIENCES, r#"{"skip":2,"take":2}"#, &page(true), 2), r#"{"skip":4}"#);
        assert_eq!(next_of(AUDIENCES, r#"{"skip":2}"#, &page(false), 2), "");
        assert_eq!(next_of(AUDIENCES, "{}", r#"{"data":{"audiences":[],"total":5}}"#, 2), r#"{"skip":2}"#);
    }

    #[test]
    fn finishes_the_products_of_a_page_of_groups_first() {
        let group = |more: bool| format!(r#"{{"products":[{{}},{{}}],"hasMoreProducts":{more}}}"#);
        let page = |more| format!(r#"{{"productGroups":[{},{}],"hasMoreGroups":true}}"#, group(false), group(more));
        assert_eq!(next_of(PRODUCTS, r#"{"groupOffset":2}"#, &page(true), 2), r#"{"productOffset":2}"#);
        assert_eq!(
            next_of(PRODUCTS, r#"{"groupOffset":2,"productOffset":2}"#, &page(false), 2),
            r#"{"groupOffset":4,"productOffset":0}"#
        );
        assert_eq!(next_of(PRODUCTS, "{}", r#"{"data":{"productGroups":[],"hasMoreGroups":true}}"#, 0), "");
        let endless = r#"{"productGroups":[{"products":[],"hasMoreProducts":true}],"hasMoreGroups":false}"#;
        assert_eq!(next_of(PRODUCTS, "{}", endless, 1), "", "more of nothing");
    }

    #[test]
    fn finds_what_is_said_wherever_it_stands_and_ignores_what_is_no_answer() {
        assert_eq!(next_of(CAMPAIGNS, "{}", r#"{"data":{},"meta":{"nextCursor":"m"}}"#, 1), r#"{"cursor":"m"}"#);
        assert_eq!(next_of(CAMPAIGNS, "{}", r#"{"data":{},"pagination":{"nextCursor":"p"}}"#, 1), r#"{"cursor":"p"}"#);
        assert_eq!(next_of(ADVERTISERS, "{}", r#"{"data":{"nextOffset":7}}"#, 2), r#"{"offset":7}"#, "no flag");
        assert_eq!(next_of(ADVERTISERS, "{}", r#"{"data":{"totalCount":3}}"#, 2), r#"{"offset":2}"#);
        for foreign in [r#"{"hasMore":"yes"}"#, r#"{"total":1e3}"#, r#"{"total":-9}"#, r#"{"nextCursor":7}"#] {
            assert_eq!(next_of(ADVERTISERS, "{}", foreign, 2), "", "{foreign}");
        }
        assert_eq!(next_of(PRODUCTS, "{}", r#"{"hasMoreGroups":true}"#, 2), r#"{"groupOffset":2,"productOffset":0}"#);
        assert_eq!(next_of(PRODUCTS, "{}", r#"{"hasMoreGroups":false}"#, 2), "");
    }

    #[test]
    fn ends_where_there_are_no_pages_or_the_answer_is_unreadable() {
        assert_eq!(next(inventory_sources::list().operation(), "{}", r#"{"data":[{},{}]}"#, 2), None);
        assert_eq!(next(ADVERTISERS, "{}", "[]", 2), None);
        assert_eq!(next(ADVERTISERS, "[", r#"{"total":9}"#, 2), None);
    }
}
