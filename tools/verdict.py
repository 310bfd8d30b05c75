"""How a check came out and why, before it is put under its key."""

from __future__ import annotations

from typing import NamedTuple

from cases.checks import CheckStatus, Finding


class Verdict(NamedTuple):
    """An outcome, the sentence that explains it, and what was found; none holds a sensitive value."""

    status: CheckStatus
    reason: str
    findings: tuple[Finding, ...] = ()


def held(reason: str, *findings: Finding) -> Verdict:
    """The check was made and is met."""
    return Verdict(CheckStatus.HELD, reason, findings)


def failed(reason: str, *findings: Finding) -> Verdict:
    """The check was made and is not met."""
    return Verdict(CheckStatus.FAILED, reason, findings)


def not_required(rule: str) -> Verdict:
    """The check need not be made, by that rule."""
    return Verdict(CheckStatus.NOT_REQUIRED, rule)


def not_checked(reason: str) -> Verdict:
    """The check was not made."""
    return Verdict(CheckStatus.NOT_CHECKED, reason)
