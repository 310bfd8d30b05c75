"""How far the setting up is."""

from __future__ import annotations

from dataclasses import replace

from cases.events import (
    AccountJudged,
    AccountReviewDue,
    AccountReviewed,
    Event,
    MerchantIdReplaced,
    ProvisioningBegun,
    ProvisioningGivenUp,
    StepRecorded,
)
from cases.record import CaseRecord, StepState


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case ProvisioningBegun():
            return replace(record, grant_used=True, merchant_id=body.merchant_id)
        case MerchantIdReplaced():
            return replace(record, merchant_id=body.merchant_id)
        case StepRecorded():
            step = StepState(body.status, body.attempts, body.detail)
            return replace(record, steps={**record.steps, body.step: step})
        case AccountJudged():
            return replace(record, secrets={**record.secrets, **body.secrets})
        case AccountReviewDue():
            return replace(record, review_is_due=True)
        case AccountReviewed():
            secrets = {**record.secrets, **body.secrets}
            return replace(record, review_is_due=False, review_on=body.next_on, secrets=secrets)
        case ProvisioningGivenUp():
            return replace(record, given_up=True)
        case _:
            return None
