"""How a check came out and why, before it is put under its key."""

from __future__ import annotations

from typing import NamedTuple

from cases.checks import CheckStatus


class Verdict(NamedTuple):
    """An outcome and the sentence that explains it; the sentence holds no sensitive value."""

    status: CheckStatus
    reason: str


def held(reason: str) -> Verdict:
    """The check was made and is met."""
    return Verdict(CheckStatus.HELD, reason)


def failed(reason: str) -> Verdict:
    """The check was made and is not met."""
    return Verdict(CheckStatus.FAILED, reason)


def not_checked(reason: str) -> Verdict:
    """The check was not made."""
    return Verdict(CheckStatus.NOT_CHECKED, reason)
