//! Templates with names in braces: the path of an operation, the sentence of an issue.

use crate::json::part;

/// The pieces of a template in order, each with whether it stood in braces.
pub(crate) fn pieces(template: &'static str) -> impl Iterator<Item = (&'static str, bool)> {
    let (mut at, mut braces) = (0, false);
    std::iter::from_fn(move || {
        let rest = template.as_bytes().get(at..)?;
        let end = at + rest.iter().position(|b| matches!(b, b'{' | b'}')).unwrap_or(rest.len());
        let piece = (part(template, at..end), braces);
        (at, braces) = (end + 1, !braces);
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn tells_names_from_words() {
        assert_eq!(pieces("/a/{b}/c").collect::<Vec<_>>(), [("/a/", false), ("b", true), ("/c", false)]);
        assert_eq!(
            pieces("{a}{}").collect::<Vec<_>>(),
            [("", false), ("a", true), ("", false), ("", true), ("", false)]
        );
    }
}
