//! The public registry of brands and agents, with a few fictional entries.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, required};
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

struct Brand {
    domain: &'static str,
    name: &'static str,
    description: &'static str,
    colour: &'static str,
    agents: &'static [Agent],
}

struct Agent {
    name: &'static str,
    host: &'static str,
    kind: &'static str,
}

const BRANDS: &[Brand] = &[
    Brand {
        domain: "nightjar.example",
        name: "Nightjar Media",
        description: "Late-evening video and long reads for people who are still awake.",
        colour: "#3b2f63",
        agents: &[
            Agent { name: "Nightjar Sales Agent", host: "agent.nightjar.example", kind: "sales" },
            Agent { name: "Nightjar Signals", host: "signals.nightjar.example", kind: "signals" },
        ],
    },
    Brand {
        domain: "harbour-lights.example",
        name: "Harbour Lights",
        description: "Local news and weather for twelve ports.",
        colour: "#0f5e73",
        agents: &[Agent { name: "Harbour Lights Agent", host: "agent.harbour-lights.example", kind: "sales" }],
    },
    Brand {
        domain: "quince-audio.example",
        name: "Quince Audio",
        description: "Podcasts about food, recorded in kitchens.",
        colour: "#9a6a00",
        agents: &[],
    },
];

const RESOLVE: &[Rule] = &[required("domain", Kind::Text(1, usize::MAX))];
const DISCOVER: &[Rule] =
    &[required("domain", Kind::Text(1, usize::MAX)), optional("refresh", Kind::OneOf(&["true", "false"]))];

/// `POST /resolve-brand`
pub fn resolve(_: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = call.checked(RESOLVE)?;
    let domain = normalize(body.text("domain").unwrap_or_default());
    let profile = find(&domain).map(|brand| brand.profile(call));
    Ok(Reply::ok(profile.unwrap_or_else(|| unresolved(&domain, call))))
}

/// `GET /discover-agents`
pub fn discover_agents(_: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(DISCOVER)?;
    let domain = normalize(query.text("domain").unwrap_or_default());
    let brand = find(&domain);
    let member = brand.map(|brand| json!({ "slug": brand.slug(), "display_name": brand.name }));
    let agents: Vec<Value> = brand.map(|brand| brand.agents.iter().map(Agent::view).collect()).unwrap_or_default();
    Ok(Reply::ok(json!({
        "domain": domain,
        "operator": { "domain": domain, "member": member, "agents": agents },
        "publisher": {
            "domain": domain,
            "member": member,
            "adagents_valid": brand.map(|_| true),
            "properties": brand.map(|brand| json!([{ "type": "website", "name": brand.name }])).unwrap_or(json!([])),
            "authorized_agents": agents.iter().map(|agent| json!({ "url": agent["url"] })).collect::<Vec<_>>(),
            "hosting": { "mode": if brand.is_some() { "self" } else { "none" }, "last_validated": brand.map(|_| iso(call.now)) },
        },
    })))
}

/// The picture of a brand.
pub fn logo(slug: &str) -> Option<String> {
    let brand = BRANDS.iter().find(|brand| brand.slug() == slug)?;
    let initial = brand.name.chars().next()?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" role=\"img\"><title>{}</title>\
         <circle cx=\"32\" cy=\"32\" r=\"32\" fill=\"{}\"/>\
         <text x=\"32\" y=\"43\" font-family=\"sans-serif\" font-size=\"32\" text-anchor=\"middle\" fill=\"#fff\">{initial}</text></svg>\n",
        brand.name, brand.colour
    ))
}

/// The name and logo that the registry knows for a domain.
pub fn identity(domain: &str, call: &Call) -> Option<(String, String)> {
    let brand = find(&normalize(domain))?;
    Some((brand.name.to_owned(), brand.logo_url(call)))
}

impl Brand {
    fn slug(&self) -> &'static str {
        self.domain.split('.').next().unwrap_or_default()
    }

    fn logo_url(&self, call: &Call) -> String {
        call.link(&format!("/emulator/brands/{}.svg", self.slug()))
    }

    fn profile(&self, call: &Call) -> Value {
        json!({
            "resolved": true,
            "domain": self.domain,
            "brandName": self.name,
            "logoUrl": self.logo_url(call),
            "logoBackground": "light-bg",
            "manifestUrl": format!("https://{}/.well-known/brand.json", self.domain),
            "manifest": { "name": self.name, "description": self.description, "colors": { "primary": self.colour } },
            "registryEntry": { "domain": self.domain, "slug": self.slug() },
            "authorizedOperators": [{ "domain": self.domain }],
            "houseBrand": false,
        })
    }
}

impl Agent {
    fn view(&self) -> Value {
        json!({ "url": format!("https://{}/mcp", self.host), "name": self.name, "type": self.kind })
    }
}

fn unresolved(domain: &str, call: &Call) -> Value {
    json!({
        "resolved": false,
        "domain": domain,
        "error": "There is no brand profile for this domain.",
        "builderUrl": call.link("/emulator"),
    })
}

fn find(domain: &str) -> Option<&'static Brand> {
    BRANDS.iter().find(|brand| brand.domain == domain)
}

/// A bare domain out of whatever an operator pastes: scheme, path, `www.` and case do not matter.
fn normalize(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default().trim_end_matches('.');
    let domain = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
    domain.to_owned()
}
