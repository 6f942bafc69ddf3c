//! The kinds of conversion and marketing events.
//!
//! Source: document 004 lists 28 kinds for event sources and 11 for logged events; the OpenAPI has one list of 31 for both.
//! A kind that any of them names is accepted wherever events are spoken of: a source may be declared by one and logged by
//! the other.

use crate::shape::choice;

/// A kind of event, after the IAB's ECAPI.
#[choice("snake_case")]
pub enum EventType {
    PageView,
    ViewContent,
    SelectContent,
    SelectItem,
    Search,
    Share,
    AddToCart,
    RemoveFromCart,
    ViewedCart,
    AddToWishlist,
    InitiateCheckout,
    AddPaymentInfo,
    Purchase,
    Refund,
    Lead,
    QualifyLead,
    CloseConvertLead,
    DisqualifyLead,
    CompleteRegistration,
    Subscribe,
    Follow,
    ContentView,
    WatchMilestone,
    StartTrial,
    AppInstall,
    AppLaunch,
    Contact,
    Schedule,
    Donate,
    SubmitApplication,
    Custom,
    FindLocation,
    CustomizeProduct,
    Login,
    CompleteTutorial,
    AchieveLevel,
    UnlockAchievement,
    SpendCredits,
    Rate,
    Download,
    Deposit,
    Subscription,
}
