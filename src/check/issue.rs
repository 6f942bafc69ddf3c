//! An issue is data: where, what, and the facts; the sentence is made in `wording`.

use serde::{Serialize, Serializer};
use tsify::Tsify;

use crate::shape::{Problem, Value};

use super::wording;

/// How many errors, and how many warnings, are kept; all are counted.
pub const MAX_KEPT: usize = 100;

/// One mistake, or one remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Tsify)]
pub struct Issue {
    /// From the input to the value: field names and indexes.
    #[tsify(type = "(string | number)[]")]
    pub path: Vec<Step>,
    pub code: Code,
    /// A full English sentence that a form may show as it is.
    pub message: String,
    pub severity: Severity,
    /// The least value, or the least number of characters or items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// The greatest value, or the greatest number of characters or items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    /// The words that are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<&'static str>>,
    /// What was expected, as a part of a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<&'static str>,
    /// How many are allowed in several lists together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Key(String),
    Index(u32),
}

impl Step {
    /// A step as JSON writes it: a name or an index.
    pub fn read(step: &Value<'_>) -> Option<Self> {
        let index = step.number().and_then(|index| index.parse().ok().map(Self::Index));
        index.or_else(|| step.text().map(|key| Self::Key(key.into_owned())))
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Key(key) => serializer.serialize_str(key),
            Self::Index(index) => serializer.serialize_u32(*index),
        }
    }
}

/// What kind of mistake. The set is closed: a new kind is a new major version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Something is missing.
    Required,
    /// A field that does not exist: an error when it looks like a known one, otherwise a warning.
    UnknownField,
    /// Another JSON type than expected.
    WrongType,
    /// Too few characters or items.
    TooShort,
    /// Too many characters or items.
    TooLong,
    /// A number below its minimum.
    TooSmall,
    /// A number above its maximum.
    TooLarge,
    /// None of the allowed words.
    NotInList,
    /// A text that has not the expected format.
    BadFormat,
    /// A form that belongs to another choice.
    WrongVariant,
    /// Two things that do not go together.
    Conflict,
    /// Something that was given before.
    Duplicate,
}

/// Whether a request can be sent in spite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

impl Issue {
    /// An issue from what was found.
    pub fn new(path: Vec<Step>, severity: Severity, problem: Problem) -> Self {
        let message = wording::sentence(&path, &problem);
        let mut issue = Self::bare(path, code(&problem), message, severity);
        match problem {
            Problem::TooShort { minimum, .. } => issue.minimum = Some(minimum.into()),
            Problem::TooLong { maximum, .. } => issue.maximum = Some(maximum.into()),
            Problem::TooMany { limit, .. } => issue.limit = Some(limit),
            Problem::TooSmall { minimum, .. } => issue.minimum = Some(minimum),
            Problem::TooLarge { maximum } => issue.maximum = Some(maximum),
            Problem::Beyond { maximum, .. } => issue.maximum = Some(maximum.into()),
            Problem::NotInList { allowed, suggestion } => {
                issue.allowed = Some(allowed);
                issue.suggestion = suggestion;
            }
            Problem::RequiredOneOf { names } => issue.allowed = Some(names.to_vec()),
            Problem::UnknownField { suggestion, .. } => issue.suggestion = suggestion,
            Problem::Superseded { newer } => issue.suggestion = Some(newer),
            Problem::WrongType { expected: phrase, .. }
            | Problem::BadFormat { expected: phrase }
            | Problem::WrongVariant { must: phrase }
            | Problem::Conflict { must: phrase } => issue.expected = Some(phrase.into_owned()),
            Problem::Required { .. } | Problem::NothingGiven | Problem::Duplicate { .. } => {}
        }
        issue
    }

    /// An issue without facts, such as one that the service reports.
    pub fn bare(path: Vec<Step>, code: Code, message: String, severity: Severity) -> Self {
        Self {
            path,
            code,
            message,
            severity,
            minimum: None,
            maximum: None,
            allowed: None,
            expected: None,
            suggestion: None,
            limit: None,
        }
    }
}

fn code(problem: &Problem) -> Code {
    match problem {
        Problem::Required { .. } | Problem::RequiredOneOf { .. } | Problem::NothingGiven => Code::Required,
        Problem::UnknownField { .. } => Code::UnknownField,
        Problem::WrongType { .. } => Code::WrongType,
        Problem::TooShort { .. } => Code::TooShort,
        Problem::Beyond { what: "", .. } | Problem::TooLarge { .. } => Code::TooLarge,
        Problem::TooLong { .. } | Problem::TooMany { .. } | Problem::Beyond { .. } => Code::TooLong,
        Problem::TooSmall { .. } => Code::TooSmall,
        Problem::NotInList { .. } => Code::NotInList,
        Problem::BadFormat { .. } => Code::BadFormat,
        Problem::WrongVariant { .. } | Problem::Superseded { .. } => Code::WrongVariant,
        Problem::Conflict { .. } => Code::Conflict,
        Problem::Duplicate { .. } => Code::Duplicate,
    }
}

/// What a check found: all counted, a bounded number kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issues {
    pub errors: Vec<Issue>,
    pub warnings: Vec<Issue>,
    /// How many errors were found, kept or not.
    pub error_count: usize,
    /// How many warnings were found, kept or not.
    pub warning_count: usize,
}

impl Issues {
    /// Adds an issue, made only when it is kept.
    pub fn add(&mut self, severity: Severity, issue: impl FnOnce() -> Issue) {
        let (kept, count) = match severity {
            Severity::Error => (&mut self.errors, &mut self.error_count),
            Severity::Warning => (&mut self.warnings, &mut self.warning_count),
        };
        *count += 1;
        if kept.len() < MAX_KEPT {
            kept.push(issue());
        }
    }

    /// Adds what another check has found, behind what this one has.
    pub fn append(&mut self, other: &Self) {
        let room = |kept: &Vec<Issue>| MAX_KEPT - kept.len();
        self.errors.extend(other.errors.iter().take(room(&self.errors)).cloned());
        self.warnings.extend(other.warnings.iter().take(room(&self.warnings)).cloned());
        self.error_count += other.error_count;
        self.warning_count += other.warning_count;
    }

    /// How many there are now, so that later ones can be taken back.
    pub(super) fn mark(&self) -> [usize; 2] {
        [self.error_count, self.warning_count]
    }

    /// Takes back what has come since.
    pub(super) fn back_to(&mut self, [errors, warnings]: [usize; 2]) {
        self.errors.truncate(errors);
        self.warnings.truncate(warnings);
        (self.error_count, self.warning_count) = (errors, warnings);
    }

    /// Whether nothing found is an error.
    pub fn ok(&self) -> bool {
        self.error_count == 0
    }
}

/// What `validate` answers.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct Report {
    /// True when nothing is an error.
    pub ok: bool,
    /// The errors, at most 100.
    pub issues: Vec<Issue>,
    /// The warnings, at most 100.
    pub warnings: Vec<Issue>,
    /// How many errors and warnings were found, kept or not.
    pub total: usize,
}

impl From<Issues> for Report {
    fn from(issues: Issues) -> Self {
        Self {
            ok: issues.ok(),
            total: issues.error_count + issues.warning_count,
            issues: issues.errors,
            warnings: issues.warnings,
        }
    }
}
