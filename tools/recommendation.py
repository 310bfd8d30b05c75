"""What the checks suggest to the reviewer, each sentence tied to a check; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from cases.checks import Check, CheckStatus, Ground, Recommendation
from cases.decision import Override
from cases.errors import Conflict
from cases.overrides import overrides_in_force
from cases.policy import Policy
from cases.record import CaseRecord
from cases.requirements import outstanding
from desk.checking import record_recommendation
from desk.labels import FIELDS, check_label
from desk.override_views import in_words
from desk.turn import Turn
from tools.reading import as_json
from tools.tool import NoArguments, Tool

_AGAINST = (CheckStatus.FAILED, CheckStatus.ERROR)
_CODES = {
    "industry_specific": "prohibited_business",
    "owners_add_up": "ownership_unclear",
    "kyc_complete": "incomplete_information",
}

CODES = frozenset(
    {"compliance_failure", "risk_appetite", "unverifiable_details", "incomplete_information"}
    | {*_CODES.values()}
)
"""The reasons to decline that may be recommended, besides those that knock-outs name."""


class _Statement(NamedTuple):
    text: str
    grounds: tuple[Ground, ...]


def suggest(record: CaseRecord, policy: Policy) -> Recommendation:
    """Approve where compliance holds, risk is not high and no check speaks against it.

    Raises Conflict where risk or compliance is not worked out.
    """
    if record.scorecard is None or record.compliance is None:
        raise Conflict("Score the risk and assess compliance first.", code="checks_outstanding")
    against = [check for check in record.checks.values() if check.status in _AGAINST]
    approve = record.compliance.compliant and record.scorecard.level != "high" and not against
    codes = () if approve else tuple(dict.fromkeys(_codes(record, policy, against)))
    statements = tuple(_statements(record, policy))
    return Recommendation(
        approve=approve,
        reasons=tuple(statement.text for statement in statements),
        codes=tuple(code for code in codes if code in policy.decline_reasons),
        grounds=tuple(statement.grounds for statement in statements),
    )


def with_overrides(found: Recommendation, record: CaseRecord, now: datetime) -> Recommendation:
    """The recommendation with a sentence for each override in force; what the checks suggest stays.

    A person's word is theirs to weigh who decide: it changes no finding, and no code.
    """
    overrides = overrides_in_force(record, now)
    return found.model_copy(
        update={
            "reasons": (*found.reasons, *(in_words(override) for override in overrides)),
            "grounds": (*found.grounds, *(_overridden(record, override) for override in overrides)),
        }
    )


def _overridden(record: CaseRecord, override: Override) -> tuple[Ground, ...]:
    check = record.checks.get(override.subject)
    return (_on_check(check),) if check else _on_score(record)


def _codes(record: CaseRecord, policy: Policy, against: list[Check]) -> Iterator[str]:
    if record.compliance is not None and not record.compliance.compliant:
        yield "compliance_failure"
    yield from _risk_codes(record, policy)
    for check in against:
        if check.key in _CODES:
            yield _CODES[check.key]
        elif check.field is not None and record.application.get(check.field) is not None:
            yield "unverifiable_details"
    if outstanding(record, policy):
        yield "incomplete_information"


def _risk_codes(record: CaseRecord, policy: Policy) -> Iterator[str]:
    card = record.scorecard
    if card is None or card.level != "high":
        return
    applied = [rule.reason for rule in policy.risk.knock_outs if rule.code in card.knock_outs]
    yield from applied or ("risk_appetite",)


def _statements(record: CaseRecord, policy: Policy) -> Iterator[_Statement]:
    if record.scorecard is not None:
        yield _Statement(f"{record.scorecard.in_words()}.", _on_score(record))
        for reason in record.scorecard.reasons:
            yield _Statement(f"Risk: {reason.text}", reason.grounds)
    if record.compliance is not None:
        enough = "enough" if record.compliance.compliant else "not enough"
        counted = tuple(_on_check(check) for check in record.compliance.checks)
        yield _Statement(f"Compliance: {record.compliance.score:.2f} of 1 holds, which is {enough}.", counted)
    for check in record.checks.values():
        if not check.holds:
            status = check.status.value.replace("_", " ")
            yield _Statement(f"{check_label(check.key)}: {status}. {check.reason}", (_on_check(check),))
    for name in outstanding(record, policy):
        owed = Ground(kind="field", key=name.value, text="Not given yet.")
        yield _Statement(f"{FIELDS[name]}: still owed by the merchant.", (owed,))


def _on_score(record: CaseRecord) -> tuple[Ground, ...]:
    reasons = record.scorecard.reasons if record.scorecard else ()
    return tuple(ground for reason in reasons for ground in reason.grounds)


def _on_check(check: Check) -> Ground:
    return Ground(kind="check", key=check.key, text=check.reason)


async def recommend(turn: Turn, _: NoArguments) -> str:
    """Write the recommendation from the record."""
    draft = turn.draft
    found = suggest(draft.record, draft.policy)
    record_recommendation(draft, turn.author, with_overrides(found, draft.record, draft.now))
    # What colleagues wrote for one another is not the model's to read.
    return as_json(
        {
            "recommended": "approve" if found.approve else "look closely before approving",
            "reasons": [*found.reasons],
            "codes": [*found.codes],
        }
    )


RECOMMEND = Tool(
    "recommend",
    "Write the recommendation to the reviewer from the checks on record. A person decides.",
    NoArguments,
    recommend,
)
