//! The customer accounts of whoever is signed in. Their paths name no persona.
//!
//! Source: "Current Account" and "List Accounts" of the buyer document. Switching is a task of the MCP session and no call.

use crate::api::{Open, operations};
use crate::shape::{choice, request, response};

operations! {
    "accounts";

    /// Reads the customer account that you work in.
    current = getCurrentAccount as "get_current_account": Get "/api/v2/accounts/current" Safe,
        GetCurrentAccount => CurrentAccount;

    /// Lists the customer accounts that you are an active member of.
    list = listCustomerAccounts as "list_accounts": Get "/api/v2/accounts" Safe,
        ListCustomerAccounts => CustomerAccounts, each "accounts";
}

/// Reads the customer account that you work in; takes nothing.
#[request]
pub struct GetCurrentAccount {}

/// Lists the customer accounts that you are an active member of; takes nothing.
#[request]
pub struct ListCustomerAccounts {}

/// The customer account that you work in.
#[response]
pub struct CurrentAccount {
    /// The customer's id.
    pub id: i64,
    /// The company.
    pub company: String,
    /// Display name.
    pub name: String,
    /// What you may do there.
    pub role: Option<Open<AccountRole>>,
    /// The domain that the customer has registered.
    pub customer_domain: Option<String>,
    /// The customer's credit; for its `ADMIN`s only.
    pub standing: Option<CustomerStanding>,
}

/// The customer accounts that somebody belongs to.
#[response]
pub struct CustomerAccounts {
    /// One for each membership.
    pub accounts: Vec<CustomerAccount>,
}

/// A customer account.
#[response]
pub struct CustomerAccount {
    /// The customer's id.
    pub id: i64,
    /// The company.
    pub company: String,
    /// Display name.
    pub name: String,
    /// What you may do there.
    pub role: Option<Open<AccountRole>>,
}

/// What somebody may do in a customer account.
#[choice]
pub enum AccountRole {
    Admin,
    Member,
    SuperAdmin,
}

/// A customer's credit.
#[response]
pub struct CustomerStanding {
    /// How far the customer may go beyond what it has paid in, in cents; null or 0 for no credit.
    pub credit_limit: Option<i64>,
    /// The currency of the limit.
    pub currency: String,
}
