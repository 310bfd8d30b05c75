"""Domains: which part of a host somebody registered, by the Public Suffix List (no network is asked)."""

from __future__ import annotations

from functools import lru_cache

from email_validator import SPECIAL_USE_DOMAIN_NAMES
from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)


def registered_part(host: str) -> str | None:
    """The domain that was registered ("shop.co.uk" of "www.shop.co.uk"); None for a host without one."""
    name = host.casefold().rstrip(".")
    if is_reserved(name):
        return None
    # RFC 2606 keeps "example" for documentation: it is written like a domain, and was one here.
    if name.endswith(".example"):
        return ".".join(name.split(".")[-2:])
    return _suffixes().privatesuffix(name)


def is_reserved(host: str) -> bool:
    """Whether the ending can be nobody's (RFC 6761): localhost, .local, .test and their like."""
    return any(host == name or host.endswith(f".{name}") for name in SPECIAL_USE_DOMAIN_NAMES)


def parents(host: str) -> tuple[str, ...]:
    """The host and every domain above it, down to two labels."""
    labels = host.casefold().split(".")
    return tuple(".".join(labels[start:]) for start in range(max(len(labels) - 1, 1)))
