"""What a policy asks besides, of some businesses: by country, legal form, line of business, size or risk."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, field_validator

from cases.application import DERIVED, FieldName
from cases.documents import DocumentKind
from cases.legal_forms import LegalForm
from cases.policy.section import CategoryCode, Section, Text

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Level = Literal["low", "medium", "high"]


class Circumstances(Section):
    """When an addition holds: everything that is named here has to be so; nothing named is always so.

    ``country``: ISO 3166-1 alpha-2. ``restricted``: the line of business is one of these keys of the
    policy's restricted lines (true: any). ``registration``: it has to be registered with the card schemes.
    ``revenue_over``: a year, in the base currency of the rate table. ``tier``: the level of the last
    scorecard. What is not known yet is not so.
    """

    country: tuple[CountryCode, ...] = ()
    legal_form: tuple[LegalForm, ...] = ()
    mcc: tuple[CategoryCode, ...] = ()
    restricted: bool | tuple[Text, ...] = False
    registration: bool = False
    revenue_over: Annotated[Decimal, Field(ge=0)] | None = None
    tier: tuple[Level, ...] = ()


class Addition(Section):
    """What is asked for besides while a condition holds, and by which rule.

    ``due``: before the application is submitted, or later. ``documents`` are what the check
    ``industry_evidence`` looks for; they never keep an application from being submitted.
    """

    when: Circumstances
    fields: tuple[FieldName, ...] = ()
    documents: tuple[DocumentKind, ...] = ()
    due: Literal["now", "later"] = "now"
    rule: Text

    @field_validator("fields")
    @classmethod
    def _can_be_asked_for(cls, names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
        return statable(names)


class ListedLine(Section):
    """Lines of business that are served with more evidence, by category code and by word, as ``prohibited``.

    ``rule``: why, in a sentence with its source. What is needed more: ``documents`` by kind, a ``licence``,
    ``fields``, and a risk level that the case does not get below.
    """

    label: Text
    mcc: tuple[CategoryCode, ...] = ()
    words: tuple[Text, ...] = ()
    rule: Text
    documents: tuple[DocumentKind, ...] = ()
    licence: bool = False
    fields: tuple[FieldName, ...] = ()
    tier_floor: Level = "low"

    @field_validator("fields")
    @classmethod
    def _can_be_asked_for(cls, names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
        return statable(names)

    @property
    def needed(self) -> tuple[FieldName, ...]:
        """The fields that have to be told; the number of the licence among them."""
        licence = (FieldName.BUSINESS_LICENSE,) if self.licence else ()
        return tuple(dict.fromkeys((*licence, *self.fields)))


class CategoryPolicy(Section):
    """Whether a reviewer has to confirm the merchant category code (check ``category_confirmed``)."""

    confirm: bool = False


def statable(names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
    """The names; raises ValueError for one that follows from others."""
    derived = DERIVED.intersection(names)
    if derived:
        raise ValueError(f"{min(derived)} follows from other fields and cannot be asked for")
    return names
