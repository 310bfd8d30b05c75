"""Cookies that leave us: over HTTPS only, where we are reached by it."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders


def secure_cookies(headers: MutableHeaders) -> None:
    """Mark every cookie of an answer ``Secure``."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        attributes = {part.strip().casefold() for part in cookie.split(";")}
        headers.append("set-cookie", cookie if "secure" in attributes else f"{cookie}; Secure")
