//! Applies the rules that tie fields together.

use std::borrow::Cow;

use crate::format::instant;
use crate::shape::{Field, Inner, Kind, Member, Object, Problem, Remarks, Rule, View};

use super::issue::{Severity, Step};
use super::walk::{Place, Walk};
use super::wording::listed;

impl<'t> Walk<'t> {
    /// Applies an object's rules. `meant` are fields that were probably meant but misspelt, so that to call them missing
    /// would be a second complaint about the same mistake.
    pub(super) fn rules(&mut self, object: &'static Object, members: &[Member<'t>], meant: &[&str]) {
        let view = View::new(self.text, members);
        for rule in object.rules {
            match rule {
                Rule::NotEmpty if !meant.is_empty() => {}
                Rule::AtLeastOneOf(names) | Rule::ExactlyOneOf(names)
                    if names.iter().any(|name| meant.contains(name)) => {}
                Rule::NotEmpty => self.not_empty(object, &view),
                Rule::AtLeastOneOf(names) => self.one_of(names, &view, 1, names.len()),
                Rule::ExactlyOneOf(names) => self.one_of(names, &view, 1, 1),
                Rule::AtMostOneOf(names) => self.one_of(names, &view, 0, 1),
                Rule::OneGroupOf(groups) => self.one_group(groups, &view),
                Rule::Together(names) => self.together(names, &view),
                Rule::Requires(field, needed) => {
                    if view.has(field) && !view.has(needed) {
                        self.required_with(needed, field);
                    }
                }
                Rule::Before(first, second) => self.ordered(first, second, &view, false),
                Rule::NotAfter(first, second) => self.ordered(first, second, &view, true),
                Rule::Forbidden(name, must) => {
                    if view.given(name) {
                        self.error_at(Place::Field(name), Problem::Conflict { must: Cow::Borrowed(must) });
                    }
                }
                Rule::Mistaken(wrong, right) => {
                    if view.given(wrong) {
                        let problem = Problem::UnknownField { suggestion: Some(right), closed: false };
                        self.error_at(Place::Field(wrong), problem);
                    }
                }
                Rule::Renamed(old, newer) => {
                    if view.given(old) {
                        self.warning(&[Inner::Field(old)], Problem::Superseded { newer });
                    }
                }
                Rule::Expected(name) => {
                    if !view.given(name) {
                        let when = Cow::Borrowed("by the service's newer documents");
                        self.warning(&[Inner::Field(name)], Problem::Required { when });
                    }
                }
                Rule::Documented(name, maximum) => {
                    if let Some(field) = object.field(name) {
                        self.documented(field, *maximum, &view);
                    }
                }
                Rule::Custom(custom) => (custom.check)(&view, self),
            }
        }
    }

    fn not_empty(&mut self, object: &'static Object, view: &View<'_, '_>) {
        let mut changes = 0;
        object.each_field(&mut |field| {
            let own_and_required = field.required() && object.field(field.name()).is_some();
            changes += usize::from(!own_and_required && view.given(field.name()));
        });
        if changes == 0 && !object.unions().any(|(union, _)| view.given(union.tag)) {
            self.error(Problem::NothingGiven);
        }
    }

    fn one_of(&mut self, names: &'static [&'static str], view: &View<'_, '_>, min: usize, max: usize) {
        // Asked twice and not gathered: a list of 100,000 members asks this of each of them.
        let given = || names.iter().filter(|name| view.has(name));
        if given().count() < min {
            self.error_at(Place::Field(names[0]), Problem::RequiredOneOf { names });
        }
        for extra in given().skip(max) {
            let must = ["be left out: only one of ", &listed(names, "or"), " may be given"].concat();
            self.error_at(Place::Field(extra), Problem::Conflict { must: must.into() });
        }
    }

    fn one_group(&mut self, groups: &'static [&'static [&'static str]], view: &View<'_, '_>) {
        let given = |group: &&&'static [&'static str]| group.iter().any(|name| view.has(name));
        let mut given = groups.iter().filter(given);
        let Some(first) = given.next() else {
            let mut when = String::new();
            for group in groups {
                when.push_str(if when.is_empty() { "(give " } else { ", or " });
                when.push_str(&listed(group, "and"));
            }
            when.push(')');
            let when = when.into();
            return self.error_at(Place::Field(groups[0][0]), Problem::Required { when });
        };
        self.together(first, view);
        for other in given {
            let Some(name) = other.iter().find(|name| view.has(name)) else { continue };
            let must =
                ["be left out when ", &listed(first, "and"), if first.len() > 1 { " are" } else { " is" }, " given"]
                    .concat();
            self.error_at(Place::Field(name), Problem::Conflict { must: must.into() });
        }
    }

    fn together(&mut self, names: &'static [&'static str], view: &View<'_, '_>) {
        let Some(given) = names.iter().find(|name| view.has(name)) else { return };
        for missing in names.iter().filter(|name| !view.has(name)) {
            self.required_with(missing, given);
        }
    }

    fn required_with(&mut self, name: &'static str, other: &str) {
        self.required(name, &["with ", other].concat());
    }

    fn ordered(&mut self, first: &'static str, second: &'static str, view: &View<'_, '_>, equal: bool) {
        let moment = |name| view.text(name).and_then(|text| instant(&text));
        let Some((start, end)) = moment(first).zip(moment(second)) else { return };
        if end < start || end == start && !equal {
            let must = [if equal { "not be before " } else { "be after " }, first].concat();
            self.error_at(Place::Field(second), Problem::Conflict { must: must.into() });
        }
    }

    /// Warns about more than the older documents allow: of a number, a text's characters, or a list's items.
    fn documented(&mut self, field: &'static Field, maximum: u32, view: &View<'_, '_>) {
        let name = field.name();
        let Some(value) = view.get(name) else { return };
        let most = maximum as usize;
        let text = || value.text().unwrap_or_default();
        let (amount, what) = match field.kind() {
            // In a query string a number may stand as text.
            Kind::Integer(_) => (value.number().unwrap_or(&text()).parse().unwrap_or_default(), ""),
            Kind::Text(_) => (text().encode_utf16().count(), "character"),
            _ => (value.count(most).unwrap_or_default(), "item"),
        };
        if amount > most {
            self.warning(&[Inner::Field(name)], Problem::Beyond { maximum, what });
        }
    }

    fn remark(&mut self, at: &[Inner<'_>], severity: Severity, problem: Problem) {
        let steps = at.iter().map(|inner| match inner {
            Inner::Field(name) => Step::Key((*name).to_owned()),
            Inner::Index(index) => Step::Index(u32::try_from(*index).unwrap_or(u32::MAX)),
        });
        self.issue_at(steps.collect(), severity, problem);
    }
}

impl Remarks for Walk<'_> {
    fn error(&mut self, at: &[Inner<'_>], problem: Problem) {
        self.remark(at, Severity::Error, problem);
    }

    fn warning(&mut self, at: &[Inner<'_>], problem: Problem) {
        self.remark(at, Severity::Warning, problem);
    }
}
