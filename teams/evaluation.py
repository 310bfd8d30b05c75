"""Evaluation of the real intake path on labelled conversations (``onboard eval extraction``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import perf_counter
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from agents.extraction_score import Outcome, report
from cases.access import Audience, Person, Role
from cases.application import FieldName
from cases.asking import required_of
from cases.errors import Invalid
from cases.events import MessageSaid
from desk.desk import Desk
from desk.draft import agent
from desk.people import People
from teams import conduct
from teams.group import Usage
from teams.team import Team


class Answer(BaseModel):
    """A merchant's message that answers a question about one field."""

    model_config = ConfigDict(extra="forbid")

    asked: FieldName
    text: str


class Conversation(BaseModel):
    """One line of the file: what the merchant writes and what should have been understood."""

    model_config = ConfigDict(extra="ignore")

    id: str
    today: date
    turns: Annotated[list[str | Answer], Field(min_length=1)]
    expect: dict[str, JsonValue]


def read_conversations(file: Path) -> list[Conversation]:
    """The conversations of a file, one a line; raises Invalid, naming the line that is wrong."""
    adapter = TypeAdapter(Conversation)
    found: list[Conversation] = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"{file} cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(adapter.validate_json(line))
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(part) for part in first["loc"])
                raise Invalid(f"{file}, line {number}: {where}: {first['msg']}") from error
    return found


class Clock:
    """A desk's clock that stands on the day of a conversation."""

    def __init__(self) -> None:
        self._day = date(2000, 1, 1)

    def set(self, day: date) -> None:
        """Let it be noon of the day."""
        self._day = day

    def __call__(self) -> datetime:
        """The time, UTC."""
        return datetime.combine(self._day, time(12), UTC)


async def evaluate_extraction(
    desk: Desk, team: Team, clock: Clock, conversations: Sequence[Conversation]
) -> dict[str, JsonValue]:
    """Say each conversation to the team and compare the application with what was expected.

    ``desk`` is one for just this, with ``clock`` as its clock. Returns the contract's JSON.
    """
    merchant = await People(desk).add("evaluation@example.com", [Role.MERCHANT])
    outcomes: list[Outcome] = []
    for conversation in conversations:
        clock.set(conversation.today)
        outcomes.append(await _run(desk, team, merchant, conversation))
    return _JSON.validate_python(report(outcomes))


async def _run(desk: Desk, team: Team, merchant: Person, conversation: Conversation) -> Outcome:
    started = perf_counter()
    case_id = await desk.open_case(merchant, "cli")
    usage = Usage()
    for turn in conversation.turns:
        if isinstance(turn, Answer):
            await _ask(desk, case_id, turn.asked)
        await desk.say(merchant, case_id, turn if isinstance(turn, str) else turn.text)
        usage = usage.plus(await team.answer(case_id))
    async with desk.db.read() as connection:
        draft = await desk.load(connection, case_id)
    said = [turn if isinstance(turn, str) else turn.text for turn in conversation.turns]
    return Outcome(
        id=conversation.id,
        expect=conversation.expect,
        extracted={**draft.record.application.model_dump(mode="json"), "ssn": None},
        seconds=perf_counter() - started,
        questions=sum(1 for _ in conduct.questions(draft)),
        asked_though_told=conduct.asked_though_told(draft),
        asked_though_expected=conduct.asked_though_expected(draft, said, conversation.expect),
        asked_again=conduct.asked_again(draft),
        ended=conduct.ending(draft),
        needed=len(required_of(draft.record, draft.policy)),
        model_calls=usage.model_calls,
        prompt_tokens=usage.prompt_tokens,
    )


async def _ask(desk: Desk, case_id: UUID, field: FieldName) -> None:
    """Put the question that the next message answers, as the assistant would have."""
    async with desk.case(case_id) as draft:
        question = MessageSaid(text=conduct.put_by_the_file(field), asks=(field,))
        draft.add(question, agent("preprocessor"), Audience.EVERYONE)


_JSON: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(dict[str, JsonValue])
