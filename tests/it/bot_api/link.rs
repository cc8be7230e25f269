//! Which addresses Telegram takes in links and buttons: web, `tg:` and `ton:`; never `tel:` or `mailto:`.

/// The address as Telegram keeps it, or why it takes it not.
pub(super) fn checked(address: &str) -> Result<String, &'static str> {
    let lower = address.to_ascii_lowercase();
    for scheme in ["tg", "ton", "tonsite"] {
        let Some(rest) = lower.strip_prefix(scheme).and_then(|rest| rest.strip_prefix(':')) else { continue };
        let skipped = address.len() - rest.trim_start_matches("//").len();
        let rest = address.get(skipped..).unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
        if host.is_empty() || !host.chars().all(is_plain) {
            return Err("Wrong tg URL");
        }
        return Ok(format!("{scheme}://{rest}"));
    }
    web(address, &lower)
}

fn web(address: &str, lower: &str) -> Result<String, &'static str> {
    let (scheme, skipped) = if lower.starts_with("https://") {
        ("https", 8)
    } else if lower.starts_with("http://") {
        ("http", 7)
    } else if lower.contains("://") {
        return Err("Unsupported URL protocol");
    } else {
        ("http", 0)
    };
    let rest = address.get(skipped..).unwrap_or_default();
    let split = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(split);
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (name, port) = host.rsplit_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    if port.is_some_and(|port| port.parse::<u16>().ok().is_none_or(|port| port == 0)) {
        return Err("Wrong port number specified in the URL");
    }
    let is_allowed = |character: char| character.is_alphanumeric() || "-_.".contains(character);
    if name.is_empty() {
        return Err("URL host is empty");
    }
    if !name.chars().all(is_allowed) || !name.contains('.') || name.split('.').any(str::is_empty) {
        return Err("Wrong HTTP URL");
    }
    let slash = if path.starts_with('/') { "" } else { "/" };
    Ok(format!("{scheme}://{}{slash}{path}", authority.to_lowercase()))
}

/// The number in `tg://user?id=…`.
pub(super) fn mentioned_user(address: &str) -> Option<String> {
    let rest = address.strip_prefix("tg://user?id=").or_else(|| address.strip_prefix("tg:user?id="))?;
    let digits = rest.split('&').next()?;
    digits.parse::<i64>().ok().filter(|id| *id > 0).map(|id| id.to_string())
}
