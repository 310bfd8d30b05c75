"""What reviewers do in a conversation beside speaking, over REST: notes, calls, taking over."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, status
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from cases.events.together import Statement
from desk.ready_answers import FilledAnswer
from desk.together import LONGEST_CALL
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute, derived_id
from web.api.merchants import CaseId, Said, Words
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Conversation"], route_class=IdempotentRoute)


class Call(BaseModel):
    """A phone call."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "with_whom": "Ada Finch",
                    "began": "2025-03-04T09:30:00Z",
                    "minutes": 12,
                    "text": "The shop moves in May; the licence is being changed.",
                }
            ]
        },
    )

    with_whom: Annotated[str, Field(max_length=200)]
    began: AwareDatetime
    minutes: Annotated[int, Field(ge=0, le=LONGEST_CALL)]
    text: str


class Answered(BaseModel):
    """What the record says to a question; `seqs` and `checks`: what each statement rests on."""

    statements: tuple[Statement, ...]


class ReadyAnswers(BaseModel):
    """Ready-made answers, filled for one case."""

    answers: tuple[FilledAnswer, ...]


class Lead(BaseModel):
    """Who answers the merchant: a person's name, or null for the agents."""

    taken_over: str | None


@router.post(
    "/notes",
    status_code=status.HTTP_202_ACCEPTED,
    summary="Write a private note",
    responses=refusals(401, 403, 404, 413, 422, 429),
)
async def note(
    request: Request, person: Caller, case_id: CaseId, words: Words, onboard: Installation
) -> Said:
    """Write something for colleagues alone: no merchant and no model reads it. Reviewers and compliance.

    `@` and a colleague's name, or what stands before the @ of their e-mail address, asks for their second
    opinion; it is open until they write a note themselves.
    """
    event_id = derived_id(request, "note")
    written = await onboard.desk.write_note(person, case_id, words.text, event_id)
    return Said(event_id=written.id)


@router.post(
    "/calls",
    status_code=status.HTTP_201_CREATED,
    summary="Log a phone call",
    responses=refusals(401, 403, 404, 413, 422, 429),
)
async def log_call(person: Caller, case_id: CaseId, call: Call, onboard: Installation) -> Said:
    """Put a phone call on record, for staff; no fact is taken from it. Reviewers and compliance."""
    logged = await onboard.desk.log_call(person, case_id, call.with_whom, call.began, call.minutes, call.text)
    return Said(event_id=logged.id)


@router.get("/ready-answers", summary="Ready-made answers", responses=refusals(401, 403, 404, 422, 429))
async def read_answers(person: Caller, case_id: CaseId, onboard: Installation) -> ReadyAnswers:
    """The ready-made answers, filled from the record in the merchant's language; reviewers only.

    Nothing is sent: a person edits one and says it.
    """
    desk = onboard.desk
    filled = [await desk.ready_answer(person, case_id, answer.key) for answer in desk.answers]
    return ReadyAnswers(answers=tuple(filled))


@router.post(
    "/questions", summary="Ask the team in private", responses=refusals(401, 403, 404, 413, 422, 429)
)
async def ask_team(person: Caller, case_id: CaseId, words: Words, onboard: Installation) -> Answered:
    """Ask what the record says, for instance "Why is the licence not verified?". Reviewers and compliance.

    Answered from the record alone; every statement names the events and checks that it rests on. Question
    and answer are on record for staff, and change nothing.
    """
    answered = await onboard.desk.ask_team(person, case_id, words.text)
    view = await onboard.views.event(person, case_id, answered.seq)
    return Answered.model_validate({"statements": view.data["statements"] if view else ()})


@router.post(
    "/takeover", summary="Answer the merchant in person", responses=refusals(401, 403, 404, 409, 422, 429)
)
async def take_over(person: Caller, case_id: CaseId, onboard: Installation) -> Lead:
    """Answer in the place of the agents, who are silent until it is handed back; reviewers only.

    The merchant reads that a person answers. Whoever stays away for the policy's time has handed back.
    """
    await onboard.desk.take_over(person, case_id)
    return Lead(taken_over=person.name)


@router.post("/handback", summary="Hand back to the agents", responses=refusals(401, 403, 404, 409, 422, 429))
async def hand_back(person: Caller, case_id: CaseId, onboard: Installation) -> Lead:
    """Let the agents answer again: they read what was said meanwhile and go on. Any reviewer may."""
    await onboard.desk.hand_back(person, case_id)
    return Lead(taken_over=None)
