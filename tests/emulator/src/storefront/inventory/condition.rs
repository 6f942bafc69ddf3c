//! How a source is doing, in one word, and everything that the API says because of it.

use super::{Backing, Source, Status};

/// How a source is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It answers.
    Healthy,
    /// It has not been called yet.
    Waiting,
    /// Nobody gave a credential.
    CredentialMissing,
    /// It refuses the credential.
    CredentialRefused,
    /// The operator has not decided yet.
    ConsentPending,
    /// The operator said no.
    ConsentDenied,
    /// It cannot be reached.
    Unreachable,
    /// It is switched off.
    Disabled,
}

impl Source {
    /// How the source is doing.
    pub fn condition(&self) -> Condition {
        if self.status == Status::Disabled {
            return Condition::Disabled;
        }
        let obstacle = match &self.backing {
            Backing::Agent(agent) => agent.obstacle(),
            Backing::AdServer(connection) => connection.obstacle(),
            Backing::Modular(_) => None,
        };
        obstacle.unwrap_or(if self.status == Status::Active { Condition::Healthy } else { Condition::Waiting })
    }
}

impl Condition {
    /// Whether the operator has to do something about it.
    pub fn is_failing(self) -> bool {
        !matches!(self, Self::Healthy | Self::Waiting | Self::Disabled)
    }

    /// Whether it lies with the credential or the consent.
    pub fn concerns_authentication(self) -> bool {
        matches!(self, Self::CredentialMissing | Self::CredentialRefused | Self::ConsentPending | Self::ConsentDenied)
    }

    /// `health.status`.
    pub fn health(self) -> &'static str {
        match self {
            Self::Healthy => "healthy",
            Self::CredentialRefused | Self::Unreachable | Self::ConsentDenied => "unhealthy",
            _ => "unknown",
        }
    }

    /// What happened, as an error code.
    pub fn error_code(self) -> Option<&'static str> {
        Some(match self {
            Self::CredentialRefused => "AUTH_REJECTED",
            Self::CredentialMissing => "AUTH_MISSING",
            Self::ConsentPending => "OAUTH_CONSENT_PENDING",
            Self::ConsentDenied => "OAUTH_CONSENT_DENIED",
            Self::Unreachable => "CONNECTION_FAILED",
            Self::Healthy | Self::Waiting | Self::Disabled => return None,
        })
    }

    /// What is the matter, in one sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Healthy => "The source answers.",
            Self::Waiting => "The source has not been called yet.",
            Self::CredentialMissing => "No credential is configured for this source.",
            Self::CredentialRefused => "The source refuses the configured credential.",
            Self::ConsentPending => "The operator has not authorized this source yet.",
            Self::ConsentDenied => "The operator denied access to this source.",
            Self::Unreachable => "The source cannot be reached at its address.",
            Self::Disabled => "The source is disabled.",
        }
    }

    /// What to do next, in one sentence.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Healthy => "Nothing to do.",
            Self::Waiting => "Wait for the first call.",
            Self::CredentialMissing => "Save a credential on the source.",
            Self::CredentialRefused => "Replace the credential by one that the source accepts.",
            Self::ConsentPending | Self::ConsentDenied => "Open the authorization URL of the source and allow access.",
            Self::Unreachable => "Correct the endpoint URL, or bring the agent back.",
            Self::Disabled => "Set the status of the source to ACTIVE.",
        }
    }

    /// The mode of the issue that diagnostics report.
    pub fn issue_mode(self) -> Option<&'static str> {
        Some(match self {
            Self::CredentialMissing | Self::ConsentPending | Self::ConsentDenied => "auth_missing",
            Self::CredentialRefused => "source_runtime_error",
            Self::Unreachable => "timeout_degraded",
            Self::Disabled => "disabled_retired",
            Self::Healthy | Self::Waiting => return None,
        })
    }

    /// The failure mode of the diagnosis in the readiness report.
    pub fn failure_mode(self) -> Option<&'static str> {
        Some(match self {
            Self::CredentialMissing | Self::ConsentPending | Self::ConsentDenied => "agent_auth_missing",
            Self::CredentialRefused => "adapter_credentials_invalid",
            Self::Unreachable => "source_unreachable",
            Self::Healthy | Self::Waiting | Self::Disabled => return None,
        })
    }
}
