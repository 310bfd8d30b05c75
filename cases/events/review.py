"""What reviewers do, and the moves of the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from uuid import UUID

from cases.decision import Decision, Grant, Override
from cases.events.body import EventBody
from cases.states import State


class StateMoved(EventBody):
    """The case moved along one arrow of the table."""

    kind: Literal["state.moved"] = "state.moved"
    source: State
    target: State
    reason: str
    version: int


class QuestionAsked(EventBody):
    """A reviewer asked the merchant for something, and why."""

    kind: Literal["question.asked"] = "question.asked"
    text: str
    reason: str
    secrets: Mapping[str, str] = {}


class OverrideRecorded(EventBody):
    """A person overrode a check or the risk score; the reason holds tokens in the place of ``secrets``."""

    kind: Literal["override.recorded"] = "override.recorded"
    override: Override
    secrets: Mapping[str, str] = {}


class OverrideWithdrawn(EventBody):
    """An override was taken back, and why."""

    kind: Literal["override.withdrawn"] = "override.withdrawn"
    subject: str
    reason: str
    secrets: Mapping[str, str] = {}


class CategoryConfirmed(EventBody):
    """A reviewer said which merchant category code holds, and why; ``previous``: the one until then."""

    kind: Literal["category.confirmed"] = "category.confirmed"
    code: str
    previous: str | None
    by_name: str
    reason: str
    secrets: Mapping[str, str] = {}


class DecisionMade(EventBody):
    """A reviewer decided; the comment holds tokens in the place of the values in ``secrets``."""

    kind: Literal["decision.made"] = "decision.made"
    decision: Decision
    secrets: Mapping[str, str] = {}


class GrantMade(EventBody):
    """The decision's single-use leave to provision."""

    kind: Literal["grant.made"] = "grant.made"
    grant: Grant


class GrantVoided(EventBody):
    """A grant was taken away before it was used."""

    kind: Literal["grant.voided"] = "grant.voided"
    grant_id: UUID
    reason: str
