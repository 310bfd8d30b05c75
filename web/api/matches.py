"""Potential matches on watch lists over REST: read them, say what they are, open one again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from cases.screening import MatchVerdict
from desk.match_views import MatchView
from desk.matching import CONFIRMATION, LONGEST_REASON
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(
    prefix="/api/merchants/{request_id}/matches", tags=["Screening"], route_class=IdempotentRoute
)

Pair = Annotated[str, Field(max_length=64, description="The `pair` of the potential match.")]
Reason = Annotated[str, Field(max_length=LONGEST_REASON, description="Why; it stays on record.")]
_PAIR = "3b1f0a6c5d2e4978a1b0c9d8e7f60514233241506f7e8d9cab0b1a29384756ef"


class Finding(BaseModel):
    """What a potential match is. To confirm a sanctions match, `confirmation` repeats `never approve`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"pair": _PAIR, "verdict": "false_positive", "reason": "Born in another year."},
                {
                    "pair": _PAIR,
                    "verdict": "true_match",
                    "reason": "Same passport.",
                    "confirmation": CONFIRMATION,
                },
            ]
        },
    )

    pair: Pair
    verdict: MatchVerdict
    reason: Reason
    confirmation: Annotated[str, Field(max_length=100)] = ""


class Doubt(BaseModel):
    """Why a potential match has to be looked at again."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"pair": _PAIR, "reason": "The passport was somebody else's."}]},
    )

    pair: Pair
    reason: Reason


@router.get("", summary="Compare the potential matches", responses=refusals(401, 403, 404, 422, 429))
async def read_matches(person: Caller, case_id: CaseId, onboard: Installation) -> list[MatchView]:
    """Each potential match beside what is known of the party, the open ones first. Staff only."""
    return [*await onboard.views.matches(person, case_id)]


@router.post(
    "/resolve",
    summary="Say what a potential match is",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def resolve(
    person: Caller, case_id: CaseId, finding: Finding, onboard: Installation
) -> list[MatchView]:
    """Rule a potential match out or confirm it; reviewers and compliance, never in their own application.

    A confirmed sanctions match bars every approval of the application, for good: nobody can take it back.
    What was ruled out stays so in later screenings and applications, until either side changes.
    """
    await onboard.desk.resolve_match(
        person, case_id, finding.pair, finding.verdict, finding.reason, finding.confirmation
    )
    return [*await onboard.views.matches(person, case_id)]


@router.post(
    "/reopen",
    summary="Look at a match again",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def reopen(person: Caller, case_id: CaseId, doubt: Doubt, onboard: Installation) -> list[MatchView]:
    """Open a match again that was ruled out, here or in an earlier application."""
    await onboard.desk.reopen_match(person, case_id, doubt.pair, doubt.reason)
    return [*await onboard.views.matches(person, case_id)]
