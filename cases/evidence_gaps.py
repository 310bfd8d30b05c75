"""Where a fact is not known as well as the policy asks."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cases.evidence import contradictions, evidence_of, keys_of
from cases.evidence_level import EvidenceLevel
from cases.policy import Policy
from cases.record import CaseRecord


class Gap(NamedTuple):
    """A fact that is not at its level, or that a source denies; ``text`` says so and names the rule."""

    key: str
    has: EvidenceLevel
    needs: EvidenceLevel
    text: str


def evidence_gaps(record: CaseRecord, policy: Policy, risk: str | None, today: date) -> tuple[Gap, ...]:
    """The facts that are there and short of what the policy asks for at a risk level (None: not scored).

    What has not been given at all is an outstanding item, and no gap.
    """
    return tuple(
        gap
        for name, needs in policy.evidence.levels_at(risk).items()
        for key in keys_of(record, name)
        if (gap := _gap(record, policy, key, needs, risk, today)) is not None
    )


def _gap(
    record: CaseRecord, policy: Policy, key: str, needs: EvidenceLevel, risk: str | None, today: date
) -> Gap | None:
    found = evidence_of(record, key, today)
    if found is None:
        return None
    denied = contradictions(record, key)
    if found.level >= needs and not denied:
        return None
    at_risk = f" at {risk} risk" if risk else ""
    rule = f"policy {policy.name} {policy.version} asks for {_words(needs)}{at_risk}"
    said = f"It is {_words(found.level)}; {rule}."
    if denied:
        said = f"A check made elsewhere does not match it. {said}"
    return Gap(key, found.level, needs, said)


def _words(level: EvidenceLevel) -> str:
    return {EvidenceLevel.WELL_FORMED: "well-formed"}.get(level, level.value)
