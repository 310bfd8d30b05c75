"""Regimes: what makes a person a beneficial owner in a jurisdiction, as data with its sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cases.ownership.control import Grips
from cases.ownership.structure import Control, Measure, PartyKind, RoleKind

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Way(StrEnum):
    """How somebody becomes a beneficial owner.

    ``added_shares``, ``added_votes``: each chain multiplied, all chains added. ``commanded_shares``,
    ``commanded_votes``: held directly, by the person and all that the person controls. ``control``: of the
    merchant itself. ``owns_controller``: a share in a company that controls the merchant.
    """

    ADDED_SHARES = "added_shares"
    ADDED_VOTES = "added_votes"
    COMMANDED_SHARES = "commanded_shares"
    COMMANDED_VOTES = "commanded_votes"
    CONTROL = "control"
    OWNS_CONTROLLER = "owns_controller"


class ControlPerson(StrEnum):
    """When a person who runs the business has to be named: exactly one always, or where no owner is found."""

    ALWAYS_ONE = "always_one"
    WHERE_NOBODY_OWNS = "where_nobody_owns"


class Asks(StrEnum):
    """What is still asked of a merchant that a regime exempts."""

    NOTHING = "nothing"
    CONTROL_PERSON = "control_person"


class Source(_Strict):
    """Where a rule stands, and the day on which somebody last compared it with that; False: nobody has."""

    text: Text
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
    checked: date | Literal[False]


class Threshold(_Strict):
    """The share that makes an owner, in percent; ``inclusive``: reaching it is enough."""

    percent: Annotated[Decimal, Field(gt=0, lt=100)]
    inclusive: bool

    def is_met(self, part: Fraction) -> bool:
        """Whether a part (0 to 1) is large enough."""
        bound = Fraction(self.percent) / 100
        return part > bound or (self.inclusive and part == bound)

    def in_words(self) -> str:
        """As it stands in a sentence."""
        return f"{self.percent} % or more" if self.inclusive else f"more than {self.percent} %"


class ArrangementRule(_Strict):
    """Whose roles in a trust, foundation or charity make owners, and which have to be named in a trust."""

    counts: Annotated[tuple[RoleKind, ...], Field(min_length=1)]
    asks: tuple[RoleKind, ...]
    rule: Text


class Exemption(_Strict):
    """A kind of merchant whose owners are not looked for."""

    kind: PartyKind
    asks: Asks
    rule: Text


class ListedParent(_Strict):
    """The direct share of listed companies from which a merchant is exempt, in percent."""

    percent: Annotated[Decimal, Field(gt=0, le=100)]
    rule: Text


class Regime(_Strict):
    """The rules of one jurisdiction for one period; ``until`` is its last day."""

    code: Code
    name: Text
    starts: date
    until: date | None = None
    threshold: Threshold
    ways: Annotated[dict[Way, Text], Field(min_length=1)]
    majority: tuple[Measure, ...] = ()
    control: tuple[Control, ...] = ()
    arrangements: ArrangementRule
    control_person: ControlPerson
    control_person_rule: Text
    exempt: tuple[Exemption, ...]
    listed_parent: ListedParent | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    def __hash__(self) -> int:
        """By the jurisdiction and the first day, of which there is one regime in a file."""
        return hash((self.code, self.starts))

    @property
    def grips(self) -> Grips:
        """What counts as control here."""
        return Grips(self.majority, self.control, self.arrangements.counts)

    def exemption(self, kind: PartyKind) -> Exemption | None:
        """The exemption of a kind of merchant, if there is one."""
        return next((each for each in self.exempt if each.kind is kind), None)


class Regimes(_Strict):
    """All regimes of a file, each jurisdiction's in the order of time and without overlap."""

    version: Text
    regimes: Annotated[tuple[Regime, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _follow_one_another(self) -> Self:
        for code in {regime.code for regime in self.regimes}:
            mine = [regime for regime in self.regimes if regime.code == code]
            for earlier, later in pairwise(mine):
                if earlier.until is None or earlier.until >= later.starts:
                    raise ValueError(f"the periods of {code} overlap or are not in the order of time")
        return self

    def on(self, code: str, day: date) -> Regime | None:
        """The rules of a jurisdiction on a day; None where the file has none."""
        return next(
            (
                regime
                for regime in self.regimes
                if regime.code == code
                and regime.starts <= day
                and (regime.until is None or day <= regime.until)
            ),
            None,
        )
