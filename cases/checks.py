"""Checks and their five outcomes; nothing is reported as held that was not made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from cases.application import FieldName
from cases.duplicates import Duplicate
from cases.screening import PotentialMatch

RiskLevel = Literal["low", "medium", "high"]


class CheckStatus(StrEnum):
    """How a check ended; only ``held`` and ``not_required`` count as held."""

    HELD = "held"
    FAILED = "failed"
    NOT_REQUIRED = "not_required"
    NOT_CHECKED = "not_checked"
    ERROR = "error"


class Finding(BaseModel):
    """What a check found: a code that stays, what is wrong in a sentence, and what to do about it.

    Neither sentence holds a sensitive value.
    """

    model_config = ConfigDict(frozen=True)

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    text: str
    advice: str


class Check(BaseModel):
    """One check: its outcome and, in a sentence, why; each thing that was found beside it.

    ``lists``: the versions of the watch lists that it was made with, by name.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    status: CheckStatus
    reason: str
    field: FieldName | None = None
    matches: tuple[PotentialMatch, ...] = ()
    findings: tuple[Finding, ...] = ()
    lists: Mapping[str, str] = {}
    duplicates: tuple[Duplicate, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it counts as held."""
        return self.status in (CheckStatus.HELD, CheckStatus.NOT_REQUIRED)


class RequirementStatus(StrEnum):
    """How far an outstanding item is."""

    SATISFIED = "satisfied"
    CURRENTLY_DUE = "currently_due"
    EVENTUALLY_DUE = "eventually_due"
    PAST_DUE = "past_due"
    PENDING_VERIFICATION = "pending_verification"
    NOT_REQUIRED = "not_required"


class Requirement(BaseModel):
    """An item that the policy needs from the merchant."""

    model_config = ConfigDict(frozen=True)

    key: FieldName
    status: RequirementStatus
    reason: str


class Ground(BaseModel):
    """What in a case a statement rests on: a field, a person's detail, a check or a potential match.

    ``key``: the field's or check's name, ``<person>.<detail>``, or the match's pair. ``text``: for staff.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["field", "person", "check", "match"]
    key: str
    text: str


class RiskReason(BaseModel):
    """Points that a rule of the scorecard gave or withheld, why, and what that rests on."""

    model_config = ConfigDict(frozen=True)

    code: str
    points: float
    text: str
    grounds: tuple[Ground, ...] = ()


class Scorecard(BaseModel):
    """The risk score from 0 to 1, higher is safer; the policy that made it is named by hash.

    ``knock_outs``: the codes of rules that make it high risk whatever the points.
    ``lists``: the versions of the watch lists that the case was screened against, by name.
    """

    model_config = ConfigDict(frozen=True)

    score: float
    level: RiskLevel
    reasons: tuple[RiskReason, ...]
    policy: str
    policy_hash: str
    knock_outs: tuple[str, ...] = ()
    lists: Mapping[str, str] = {}

    def in_words(self) -> str:
        """The level first, as a person reads it."""
        return f"{self.level.capitalize()} risk · {self.score:.2f} of 1, higher is safer"


class Compliance(BaseModel):
    """The compliance checks, the share of them that hold (0 to 1) and whether that is enough."""

    model_config = ConfigDict(frozen=True)

    checks: tuple[Check, ...]
    score: float
    compliant: bool


class Recommendation(BaseModel):
    """What the checks suggest to the reviewer; it decides nothing.

    ``grounds``: what each of the reasons rests on, in their order.
    """

    model_config = ConfigDict(frozen=True)

    approve: bool
    reasons: tuple[str, ...]
    codes: tuple[str, ...] = ()
    grounds: tuple[tuple[Ground, ...], ...] = ()
