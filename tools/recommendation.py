"""What the checks suggest to the reviewer, each sentence tied to a check; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from cases.checks import Check, CheckStatus, Recommendation
from cases.errors import Conflict
from cases.policy import Policy
from cases.record import CaseRecord
from cases.requirements import outstanding
from desk.checking import record_recommendation
from desk.labels import FIELDS, check_label
from desk.turn import Turn
from tools.reading import as_json
from tools.tool import NoArguments, Tool

_AGAINST = (CheckStatus.FAILED, CheckStatus.ERROR)
_CODES = {
    "industry_specific": "prohibited_business",
    "owners_add_up": "ownership_unclear",
    "kyc_complete": "incomplete_information",
}


def suggest(record: CaseRecord, policy: Policy) -> Recommendation:
    """Approve where compliance holds and no check speaks against it; Conflict where either is not made."""
    if record.scorecard is None or record.compliance is None:
        raise Conflict("Score the risk and assess compliance first.", code="checks_outstanding")
    against = [check for check in record.checks.values() if check.status in _AGAINST]
    approve = record.compliance.compliant and not against
    codes = () if approve else tuple(dict.fromkeys(_codes(record, policy, against)))
    return Recommendation(
        approve=approve,
        reasons=tuple(_sentences(record, policy)),
        codes=tuple(code for code in codes if code in policy.decline_reasons),
    )


def _codes(record: CaseRecord, policy: Policy, against: list[Check]) -> Iterator[str]:
    if record.compliance is not None and not record.compliance.compliant:
        yield "compliance_failure"
    for check in against:
        if check.key in _CODES:
            yield _CODES[check.key]
        elif check.field is not None and record.application.get(check.field) is not None:
            yield "unverifiable_details"
    if outstanding(record, policy):
        yield "incomplete_information"


def _sentences(record: CaseRecord, policy: Policy) -> Iterator[str]:
    if record.scorecard is not None:
        yield f"{record.scorecard.in_words()}."
        yield from (f"Risk: {reason.text}" for reason in record.scorecard.reasons)
    if record.compliance is not None:
        enough = "enough" if record.compliance.compliant else "not enough"
        yield f"Compliance: {record.compliance.score:.2f} of 1 holds, which is {enough}."
    for check in record.checks.values():
        if not check.holds:
            status = check.status.value.replace("_", " ")
            yield f"{check_label(check.key)}: {status}. {check.reason}"
    for name in outstanding(record, policy):
        yield f"{FIELDS[name]}: still owed by the merchant."


async def recommend(turn: Turn, _: NoArguments) -> str:
    """Write the recommendation from the record."""
    recommendation = suggest(turn.draft.record, turn.draft.policy)
    record_recommendation(turn.draft, turn.author, recommendation)
    return as_json(
        {
            "recommended": "approve" if recommendation.approve else "look closely before approving",
            "reasons": [*recommendation.reasons],
            "codes": [*recommendation.codes],
        }
    )


RECOMMEND = Tool(
    "recommend",
    "Write the recommendation to the reviewer from the checks on record. A person decides.",
    NoArguments,
    recommend,
)
