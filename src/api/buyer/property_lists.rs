//! Property lists: the sites and apps that an advertiser wants, or avoids.
//!
//! Source: document 004. The OpenAPI adds ten types of identifiers, `filters`, paging of the list, and the object around
//! the answers of create, get and update. Neither bounds an update's lists from below; an empty set there is a warning.

use crate::api::{OrNull, operations};
use crate::format::{Id, PropertyDomain};
use crate::shape::{Problem, Remarks, Rule, View, choice, request};

use super::property_check::{PropertyCheck, PropertyCheckReport};
use super::property_filters::PropertyListFilters;
use super::property_identifier::PropertyIdentifier;
use super::property_list::{PropertyListAnswer, PropertyListPage, ResolvedPropertyList};

operations! {
    "propertyLists";

    /// Lists an advertiser's property lists, in summary.
    list = listPropertyLists as "list_property_lists": Get "/api/v2/buyer/advertisers/{advertiserId}/property-lists" Safe,
        ListPropertyLists => PropertyListPage, each "propertyLists";

    /// Creates a list of sites and apps to include or exclude.
    ///
    /// Show people `resolutionSummary`: what could not be resolved does not target anything.
    create = createPropertyList as "create_property_list": Post "/api/v2/buyer/advertisers/{advertiserId}/property-lists" Once,
        CreatePropertyList => PropertyListAnswer;

    /// Reads one list with what it resolved to.
    get = getPropertyList as "get_property_list": Get "/api/v2/buyer/advertisers/{advertiserId}/property-lists/{listId}" Safe,
        GetPropertyList => PropertyListAnswer;

    /// Renames a list, or replaces all its identifiers.
    ///
    /// Active media buys are told; `cascadeSummary` counts them.
    update = updatePropertyList as "update_property_list": Put "/api/v2/buyer/advertisers/{advertiserId}/property-lists/{listId}" Idempotent,
        UpdatePropertyList => PropertyListAnswer;

    /// Archives a list.
    delete = deletePropertyList as "delete_property_list": Delete "/api/v2/buyer/advertisers/{advertiserId}/property-lists/{listId}" Idempotent,
        DeletePropertyList => ();

    /// Compares identifiers with the AAO registry before they go into a list.
    ///
    /// Apps are not in the registry: they come back under `assess`.
    check = checkPropertyList as "check_property_list": Post "/api/v2/buyer/property-lists/check" Idempotent,
        CheckPropertyList => PropertyCheck;

    /// Reads the counts of an earlier check.
    ///
    /// Reports are kept for 7 days.
    get_report = getPropertyListCheckReport as "get_property_list_report": Get "/api/v2/buyer/property-lists/reports/{reportId}" Safe,
        GetPropertyListCheckReport => PropertyCheckReport;

    /// Reads a list as a sales agent does, in AdCP form.
    ///
    /// The token is the one that came with the list's reference, not that of an account.
    resolve = resolvePropertyList: Get "/lists/{listId}" Safe, ResolvePropertyList => ResolvedPropertyList, each "identifiers";
}

/// Lists an advertiser's property lists, in summary.
#[request]
pub struct ListPropertyLists {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// Only lists with this purpose.
    pub purpose: Option<PropertyListPurpose>,
    /// How many lists at most; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many lists to pass over.
    #[shape(range = 0.., default = "0")]
    pub skip: Option<i64>,
}

/// Creates a list of sites and apps to include or exclude, with 1 to 100,000 `domains` and `identifiers` together.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["domains", "identifiers"]))]
#[shape(rule = Rule::custom("`domains` and `identifiers` have 1 to 100,000 entries together.", some_but_not_too_many))]
pub struct CreatePropertyList {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// Name of the list; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: String,
    /// Whether the advertiser wants these properties or avoids them.
    pub purpose: PropertyListPurpose,
    /// Websites; the short form of `identifiers` of type `domain`.
    #[shape(items = ..=100_000, each(length = 1..), bulk)]
    pub domains: Option<Vec<PropertyDomain>>,
    /// Websites, mobile apps and TV apps, each with its type.
    #[shape(items = ..=100_000, bulk)]
    pub identifiers: Option<Vec<PropertyIdentifier>>,
    /// Which smart property lists this list is linked to; cannot be changed later.
    pub filters: Option<OrNull<PropertyListFilters>>,
}

/// Reads one list.
#[request]
pub struct GetPropertyList {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// The list's id.
    pub list_id: Id,
}

/// Renames a list, or replaces its identifiers. At least one field must be there.
///
/// As soon as `domains` or `identifiers` is given, what they hold together replaces everything in the list; when both are
/// left out, the list keeps what it has.
#[request]
#[shape(rule = Rule::NotEmpty)]
#[shape(rule = Rule::custom("`domains` and `identifiers` have at most 100,000 entries together.", not_too_many))]
pub struct UpdatePropertyList {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// The list's id.
    pub list_id: Id,
    /// New name of the list; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// Websites; together with `identifiers` they replace everything in the list.
    #[shape(items = ..=100_000, each(length = 1..), bulk)]
    pub domains: Option<Vec<PropertyDomain>>,
    /// Websites, mobile apps and TV apps; together with `domains` they replace everything in the list.
    #[shape(items = ..=100_000, bulk)]
    pub identifiers: Option<Vec<PropertyIdentifier>>,
}

/// Archives a list: it stays with the advertiser but no longer targets.
#[request]
pub struct DeletePropertyList {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// The list's id.
    pub list_id: Id,
}

/// Compares 1 to 100,000 `domains` and `identifiers` with the AAO registry.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["domains", "identifiers"]))]
#[shape(rule = Rule::custom("`domains` and `identifiers` have 1 to 100,000 entries together.", some_but_not_too_many))]
pub struct CheckPropertyList {
    /// Websites; the short form of `identifiers` of type `domain`.
    #[shape(items = ..=100_000, each(length = 1..), bulk)]
    pub domains: Option<Vec<PropertyDomain>>,
    /// Websites, mobile apps and TV apps; only those of type `domain` are looked up.
    #[shape(items = ..=100_000, bulk)]
    pub identifiers: Option<Vec<PropertyIdentifier>>,
}

/// Reads the counts of an earlier check.
#[request]
pub struct GetPropertyListCheckReport {
    /// The `reportId` that the check answered with.
    pub report_id: Id,
}

/// Reads a list as a sales agent does.
#[request]
pub struct ResolvePropertyList {
    /// The list's id.
    pub list_id: Id,
}

/// What a property list is for.
#[choice("lowercase")]
pub enum PropertyListPurpose {
    /// Target these properties.
    Include,
    /// Avoid these properties.
    Exclude,
}

/// How many domains and identifiers one call may carry.
const LIMIT: u32 = 100_000;

const NONE: Problem = Problem::TooShort { minimum: 1, what: "domain or identifier" };

fn some_but_not_too_many(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if entries(input, remarks) == Some(0) {
        remarks.error(&[], NONE);
    }
}

fn not_too_many(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if entries(input, remarks) == Some(0) {
        remarks.warning(&[], NONE);
    }
}

/// Counts both lists and remarks on too many; none when neither is there. A list alone has its own bound, so that it is
/// enough to know whether there is anything in it; the same goes for one of two that is too long by itself.
fn entries(input: &View<'_, '_>, remarks: &mut dyn Remarks) -> Option<usize> {
    let given = ["domains", "identifiers"].map(|name| input.given(name));
    let most = if given == [true, true] { LIMIT as usize + 1 } else { 1 };
    let count = |name| match input.get(name) {
        Some(list) => list.count(most).unwrap_or(1),
        None => usize::from(input.given(name)),
    };
    let (domains, identifiers) = (count("domains"), count("identifiers"));
    let limit = LIMIT as usize;
    if domains <= limit && identifiers <= limit && domains + identifiers > limit {
        remarks.error(&[], Problem::TooMany { limit: LIMIT, what: "domains and identifiers" });
    }
    given.contains(&true).then_some(domains + identifiers)
}

#[cfg(all(test, feature = "describe"))]
mod tests {
    use crate::check::{Code, Step};
    use crate::{api, request};

    /// The errors of a check of so many domains and identifiers.
    fn errors(domains: usize, identifiers: usize) -> Vec<(Vec<Step>, Code, String)> {
        let domains = vec!["\"nytimes.com\""; domains].join(",");
        let identifiers = vec![r#"{"type":"roku_store_id","value":"12"}"#; identifiers].join(",");
        let input = ["{\"domains\":[", &domains, "],\"identifiers\":[", &identifiers, "]}"].concat();
        let issues = request::check(api::find("checkPropertyList").unwrap(), &input).issues;
        issues.errors.into_iter().map(|issue| (issue.path, issue.code, issue.message)).collect()
    }

    #[test]
    fn a_hundred_thousand_entries_are_not_too_many() {
        assert_eq!(errors(100_000, 0), []);
        assert_eq!(errors(40_000, 60_000), []);
    }

    #[test]
    fn one_more_is_and_is_said_once() {
        let message = "The input must have at most 100,000 domains and identifiers.".to_owned();
        assert_eq!(errors(40_000, 60_001), [(Vec::new(), Code::TooLong, message)]);
        let message = "domains must have at most 100,000 items.".to_owned();
        assert_eq!(errors(100_001, 1), [(vec![Step::Key("domains".to_owned())], Code::TooLong, message)]);
    }
}
