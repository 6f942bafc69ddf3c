//! The types of conversion events.
//!
//! Source: the OpenAPI's list of 31, which is IAB ECAPI's; the two lists of the buyer document, of which it lacks some.

use crate::shape::choice;

/// What happened: an IAB ECAPI event type.
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
    /// Named by `customEventName`.
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
