//! The delivery of raw data to a place of the buyer's own.
//!
//! Source: the OpenAPI; the buyer document does not know it.

use crate::api::{Json, Open};
use crate::format::{BucketName, DeliveryName, Secret};
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

/// The delivery of an advertiser's raw data; left out, it stays as it is.
#[request]
pub struct DataDelivery {
    /// The credentials, replacing the present ones; at most 20, each with a name of its own; `[]` archives all.
    #[shape(items = ..=20)]
    pub credentials: Option<Vec<DeliveryCredential>>,
    /// What is delivered, replacing the present list; at most 20; `[]` ends all.
    #[shape(items = ..=20)]
    pub outputs: Option<Vec<DeliveryOutput>>,
}

/// The delivery of a campaign's raw data, where it differs from the advertiser's; left out, it stays as it is.
#[request]
pub struct CampaignDataDelivery {
    /// What is delivered for this campaign, replacing the present list; at most 20; `[]` ends all.
    #[shape(items = ..=20)]
    pub outputs: Option<Vec<DeliveryOutput>>,
}

/// A place that data may be delivered to, with what opens it.
#[request]
pub struct DeliveryCredential {
    /// The name by which outputs refer to it; 1 to 64 characters.
    #[shape(length = 1..=64)]
    pub name: DeliveryName,
    /// The place.
    pub config: DeliveryPlace,
}

/// A place that data may be delivered to.
#[request]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryPlace {
    /// Google Cloud Storage; Scope3's service account must be allowed to create objects.
    Gcs {
        /// The bucket; 1 to 222 characters.
        #[shape(length = 1..=222)]
        bucket: BucketName,
    },
    /// Amazon S3; the bucket's policy must let Scope3 put objects.
    #[serde(rename = "S3")]
    S3 {
        /// The bucket; 3 to 63 characters.
        #[shape(length = 3..=63)]
        bucket: BucketName,
        /// The region, such as `us-east-1`.
        #[shape(length = 1..)]
        region: String,
    },
    /// Azure Blob Storage.
    AzureBlob(AzureContainer),
}

/// A container of Azure Blob Storage.
#[request]
pub struct AzureContainer {
    /// The storage account; 3 to 24 characters.
    #[shape(length = 3..=24)]
    pub storage_account_name: String,
    /// The container; 3 to 63 characters.
    #[shape(length = 3..=63)]
    pub container_name: String,
    /// What opens the container.
    pub auth: AzureAuth,
}

/// What opens a container: a shared access signature.
#[request]
#[serde(tag = "mode", rename = "SAS_TOKEN")]
pub struct AzureAuth {
    /// The signature's query string; at most 4096 characters.
    #[shape(length = 1..=4096)]
    pub sas_token: Secret,
}

/// One kind of data, how often it is delivered, and where.
#[request]
#[shape(rule = Rule::custom("The cadence `WEEKLY` needs `syncWeeklyDay`.", week_has_its_day))]
pub struct DeliveryOutput {
    /// The kind of data.
    pub data_delivery_type: DeliveredData,
    /// How often; times are UTC.
    pub cadence: DeliveryCadence,
    /// The day of the week with `WEEKLY`; 0 is Sunday, 6 is Saturday.
    #[shape(range = 0..=6)]
    pub sync_weekly_day: Option<i64>,
    /// Whether it runs.
    #[shape(default = "true")]
    pub enabled: Option<bool>,
    /// The name of the credential to use; 1 to 64 characters.
    #[shape(length = 1..=64)]
    pub credential_name: DeliveryName,
    /// How the files are written.
    pub delivery_config: DeliveryFiles,
}

/// How the files of a delivery are written.
#[request]
pub struct DeliveryFiles {
    /// The kind of place; as in the credential.
    pub r#type: DeliveryPlaceKind,
    /// The beginning of the files' names; at most 1024 characters; knows `{YYYY}`, `{MM}`, `{DD}`, `{HH}`.
    #[shape(length = ..=1024)]
    pub path_prefix: Option<String>,
    /// The format of the files.
    #[shape(default = "JSONL")]
    pub format: Option<DeliveryFormat>,
}

/// A kind of raw data.
#[choice]
pub enum DeliveredData {
    MbDelivery,
    Impressions,
    Clicks,
    VastEvents,
    CapiAttribution,
    MmpPostbacks,
}

/// How often data is delivered.
#[choice]
pub enum DeliveryCadence {
    Hourly,
    Daily,
    Weekly,
}

/// A kind of place that data may be delivered to.
#[choice]
pub enum DeliveryPlaceKind {
    Gcs,
    #[serde(rename = "S3")]
    S3,
    AzureBlob,
}

/// The format of delivered files.
#[choice]
pub enum DeliveryFormat {
    #[serde(rename = "JSONL")]
    JsonLines,
    Parquet,
    Csv,
}

/// The delivery of raw data as it is kept.
#[response]
pub struct DataDeliveryView {
    /// The credentials, without what opens them.
    pub credentials: Option<Vec<DeliveryCredentialView>>,
    /// What is delivered.
    pub outputs: Option<Vec<DeliveryOutputView>>,
}

/// A credential as it is kept.
#[response]
pub struct DeliveryCredentialView {
    /// The credential's id.
    pub credential_id: String,
    /// Its name.
    pub name: String,
    /// The kind of place.
    pub destination_type: Option<String>,
    /// The place.
    pub config: Option<Json>,
    /// Whether a trial delivery worked: `PENDING`, `VALIDATED` or `FAILED`.
    pub status: Option<String>,
    /// Why it failed.
    pub status_error: Option<String>,
    /// When it last worked.
    pub validated_at: Option<String>,
    /// When the credential ends, where that is known.
    pub expires_at: Option<String>,
    /// When it was given.
    pub created_at: Option<String>,
    /// When it was last changed.
    pub updated_at: Option<String>,
}

/// An output as it is kept.
#[response]
pub struct DeliveryOutputView {
    /// The output's id.
    pub output_config_id: String,
    /// The kind of data.
    pub data_delivery_type: Open<DeliveredData>,
    /// How often.
    pub cadence: Open<DeliveryCadence>,
    /// The day of the week with `WEEKLY`; 0 is Sunday.
    pub sync_weekly_day: Option<f64>,
    /// Whether it runs.
    pub enabled: Option<bool>,
    /// The credential's id.
    pub credential_id: Option<String>,
    /// The credential's name.
    pub credential_name: String,
    /// How the files are written.
    pub delivery_config: Option<Json>,
    /// Whether it is the advertiser's or the campaign's own.
    pub source: Option<Open<super::utm::ConfigSource>>,
    /// When it was set up.
    pub created_at: Option<String>,
    /// When it was last changed.
    pub updated_at: Option<String>,
}

fn week_has_its_day(output: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if output.is("cadence", "WEEKLY") && !output.given("syncWeeklyDay") {
        let when = "when cadence is WEEKLY".into();
        remarks.error(&["syncWeeklyDay".into()], Problem::Required { when });
    }
}
