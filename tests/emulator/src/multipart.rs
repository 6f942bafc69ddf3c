//! Reads `multipart/form-data`, written anew here so that what a browser sends is judged by somebody else's reading.

use crate::envelope::Refusal;

/// A file out of a form.
pub struct Upload {
    /// The name that the file had on the caller's side.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// The file in one field of a form.
pub fn file(content_type: &str, body: &[u8], field: &str) -> Result<Upload, Refusal> {
    let boundary =
        boundary(content_type).ok_or_else(|| Refusal::bad_request("The body must be sent as multipart/form-data."))?;
    let part = parts(body, &boundary).into_iter().find(|part| part.parameter("name").as_deref() == Some(field));
    let part = part.ok_or_else(|| Refusal::invalid(field, "Required."))?;
    let name = part.parameter("filename").ok_or_else(|| Refusal::invalid(field, "Expected a file."))?;
    Ok(Upload { name, bytes: part.content.to_vec() })
}

struct Part<'b> {
    head: String,
    content: &'b [u8],
}

impl Part<'_> {
    /// A parameter of the part's `Content-Disposition`.
    fn parameter(&self, key: &str) -> Option<String> {
        let is_disposition = |line: &&str| line.to_ascii_lowercase().starts_with("content-disposition:");
        let line = self.head.lines().find(is_disposition)?;
        let mut parameters = line.split(';').skip(1).filter_map(|parameter| parameter.trim().split_once('='));
        let (_, value) = parameters.find(|(name, _)| name.eq_ignore_ascii_case(key))?;
        Some(value.trim_matches('"').replace("%22", "\""))
    }
}

fn boundary(content_type: &str) -> Option<String> {
    let (mime, parameters) = content_type.split_once(';')?;
    let is_form = mime.trim().eq_ignore_ascii_case("multipart/form-data");
    let mut pairs = parameters.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(key, _)| key.eq_ignore_ascii_case("boundary"))?;
    let value = value.trim_matches('"');
    (is_form && !value.is_empty()).then(|| format!("--{value}"))
}

fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<Part<'b>> {
    let mut found = Vec::new();
    let mut rest = after(body, boundary.as_bytes());
    while let Some(section) = rest.and_then(|rest| rest.strip_prefix(b"\r\n")) {
        let Some(end) = position(section, format!("\r\n{boundary}").as_bytes()) else { break };
        found.extend(part(&section[..end]));
        rest = after(&section[end..], boundary.as_bytes());
    }
    found
}

fn part(section: &[u8]) -> Option<Part<'_>> {
    let end = position(section, b"\r\n\r\n")?;
    Some(Part { head: String::from_utf8_lossy(&section[..end]).into_owned(), content: &section[end + 4..] })
}

fn after<'b>(bytes: &'b [u8], mark: &[u8]) -> Option<&'b [u8]> {
    position(bytes, mark).map(|at| &bytes[at + mark.len()..])
}

fn position(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=XyZ";

    #[test]
    fn finds_the_file_among_other_fields() {
        let body = b"--XyZ\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--XyZ\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n\r\n--XyZ--\r\n";
        let upload = file(TYPE, body, "file").ok();
        assert_eq!(upload.as_ref().map(|upload| upload.name.as_str()), Some("a.csv"));
        assert_eq!(upload.map(|upload| upload.bytes), Some(b"1,2\r\n".to_vec()));
    }

    #[test]
    fn refuses_what_is_not_a_form_or_lacks_the_file() {
        assert!(file("application/json", b"{}", "file").is_err());
        assert!(file(TYPE, b"", "file").is_err());
        assert!(
            file(TYPE, b"--XyZ\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--XyZ--", "file").is_err()
        );
        assert!(file(TYPE, b"--XyZ\r\nno end", "file").is_err());
    }
}
