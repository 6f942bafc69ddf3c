//! Test cohorts: groups of people or places between which campaigns are compared.
//!
//! Source: document 004, "Test Cohorts", which describes a split by a percentage; the OpenAPI describes a cohort by
//! `cohortType` and `definition` instead and does not know the percentage. Either form is sent as given, with a warning
//! for what the newer one lacks.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::api::{JsonObject, Open, operations};
use crate::format::{Id, Timestamp};
use crate::json::Type;
use crate::shape::{Problem, Remarks, Rule, Shape, View, choice, request, response};

operations! {
    "testCohorts";

    /// Lists an advertiser's test cohorts.
    list = listTestCohorts as "list_test_cohorts": Get "/api/v2/buyer/advertisers/{advertiserId}/test-cohorts" Safe,
        ListTestCohorts => TestCohortPage, each "cohorts";

    /// Creates a test cohort.
    create = createTestCohort as "create_test_cohort": Post "/api/v2/buyer/advertisers/{advertiserId}/test-cohorts" Once,
        CreateTestCohort => TestCohortCreated;
}

/// Lists an advertiser's test cohorts.
#[request]
pub struct ListTestCohorts {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Only cohorts in this role.
    pub role: Option<CohortRole>,
    /// Only cohorts that are active, or only those that are not.
    pub is_active: Option<bool>,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(default = "0")]
    pub skip: Option<u64>,
}

/// Creates a test cohort.
#[request]
#[shape(rule = Rule::Expected("cohortType"))]
#[shape(rule = Rule::Expected("definition"))]
#[shape(rule = Rule::custom("`definition.type` says what kind of definition it is.", definition_has_a_type))]
pub struct CreateTestCohort {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: String,
    /// For people; at most 1000 characters.
    #[shape(length = ..=1000)]
    pub description: Option<String>,
    /// The percentage in this cohort; 0 to 100; of the older form, without `cohortType` and `definition`.
    #[shape(range = 0..=100)]
    pub split_percentage: Option<f64>,
    /// The kind of cohort.
    #[shape(length = 1..)]
    pub cohort_type: Option<String>,
    /// The part that the cohort has in the test.
    #[shape(default = "TREATMENT")]
    pub role: Option<CohortRole>,
    /// Who belongs to the cohort; its `type` says what else is in it.
    pub definition: Option<CohortDefinition>,
    /// How many people it will be.
    pub estimated_size: Option<u64>,
}

fn definition_has_a_type(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let Some(definition) = input.object("definition") else { return };
    let word = definition.get("type");
    let problem = match word.as_ref().map(|word| (word.kind(), word.raw())) {
        None => Problem::Required { when: "".into() },
        Some((Some(Type::Text), "\"\"")) => Problem::TooShort { minimum: 1, what: "character" },
        Some((Some(Type::Text), _)) => return,
        Some((kind, _)) => Problem::WrongType { expected: "text".into(), null: kind == Some(Type::Null) },
    };
    remarks.error(&["definition".into(), "type".into()], problem);
}

/// Who belongs to a cohort: a `type`, such as `zip_code`, `user_segment`, `geo_region` or `custom`, and what goes with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Tsify, Shape)]
#[serde(transparent)]
#[tsify(type = "{ type: string; [field: string]: unknown }")]
pub struct CohortDefinition(pub JsonObject);

/// The part that a cohort has in a test.
#[choice]
pub enum CohortRole {
    Treatment,
    Control,
    Observation,
}

/// A page of test cohorts.
#[response]
pub struct TestCohortPage {
    /// The cohorts of this page, in short.
    pub cohorts: Vec<TestCohort>,
    /// How many there are on all pages.
    pub total: Option<u64>,
}

/// What the creation of a test cohort is answered with.
#[response]
pub struct TestCohortCreated {
    /// The new cohort.
    pub cohort: TestCohort,
}

/// A test cohort. Lists leave `description` and `definition` out.
#[response]
pub struct TestCohort {
    /// The service's id of the cohort.
    pub id: String,
    /// The advertiser that it belongs to.
    pub advertiser_id: Option<String>,
    /// Display name.
    pub name: String,
    /// For people.
    pub description: Option<String>,
    /// The kind of cohort.
    pub cohort_type: Option<String>,
    /// The part that it has in the test.
    pub role: Option<Open<CohortRole>>,
    /// Who belongs to it.
    pub definition: Option<CohortDefinition>,
    /// How many people it will be.
    pub estimated_size: Option<u64>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}
