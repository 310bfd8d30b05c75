"""Which addresses people may want to be told at: services of the public internet, over TLS."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from cases.errors import Invalid

SERVICES = frozenset({"discord", "gchat", "pover", "slack", "tgram", "webex", "wxteams"})
"""Apprise's schemes of services whose host is always theirs."""

HOSTED = frozenset({"gotifys", "jsons", "mmosts", "ntfys", "rockets", "workflows"})
"""Those that name a host; where its name leads is looked at each time."""

LOOPBACK = "json"
"""For tests and development, where this very machine is allowed."""

LONGEST = 500


def check_address(url: str, *, loopback: bool) -> None:
    """Raise Invalid for an address that nothing is sent to."""
    parts = _split(url)
    schemes = SERVICES | HOSTED | ({LOOPBACK} if loopback else frozenset[str]())
    if parts is None or parts.scheme not in schemes:
        known = ", ".join(f"{scheme}://" for scheme in sorted(SERVICES | HOSTED))
        raise Invalid(f"An address begins with one of {known}, and goes on as Apprise writes it.")


def host_of(url: str) -> tuple[str, int] | None:
    """The host and port that an address names; None where its service has always the same."""
    parts = urlsplit(url)
    if parts.scheme in SERVICES:
        return None
    return parts.hostname or "", parts.port or (80 if parts.scheme == LOOPBACK else 443)


def shown(url: str | None) -> str | None:
    """An address as its own person reads it: the service, and a host; the rest may be keys."""
    if url is None:
        return None
    parts = urlsplit(url)
    return f"{parts.scheme}://…" if parts.scheme in SERVICES else f"{parts.scheme}://{parts.hostname}/…"


def _split(url: str) -> SplitResult | None:
    if len(url) > LONGEST or any(sign.isspace() or not sign.isprintable() for sign in url):
        return None
    try:
        parts = urlsplit(url)
        _, named = parts.port if parts.scheme not in SERVICES else None, parts.hostname or parts.netloc
    except ValueError:
        return None
    return parts if named else None
