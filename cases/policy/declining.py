"""What a declined merchant reads: which reasons, until when they may appeal, when they may apply again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from string import Formatter
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from cases.languages import Language
from cases.ownership.stated import CountryCode
from cases.policy.section import Section, Text
from cases.regimes import Code, Source

Days = Annotated[int, Field(gt=0, le=3650)]

BLANKS = frozenset({"appeal_by", "apply_again"})
"""What a notice leaves blank: two days, which every notice has to name."""


class Visibility(StrEnum):
    """What a merchant reads of a reason: its words, none, or none of any reason that it was given with."""

    DISCLOSABLE = "disclosable"
    GENERIC_ONLY = "generic-only"
    SILENT = "silent"


class NoticeSection(Section):
    """A part of a notice under a heading of its own."""

    heading: Text
    text: Text


class NoticeText(Section):
    """A notice in one language; ``told`` stands above the reasons, ``untold`` in their place."""

    title: Text
    opening: Text
    told: Text
    untold: Text
    sections: Annotated[tuple[NoticeSection, ...], Field(min_length=1)]
    closing: Text

    @model_validator(mode="after")
    def _names_both_days_and_nothing_else(self) -> Self:
        texts = (self.opening, self.told, self.untold, self.closing, *(each.text for each in self.sections))
        blanks = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
        for odd in sorted(blanks ^ BLANKS):
            raise ValueError(f"{odd!r} {'is no blank of a notice' if odd in blanks else 'is not named'}")
        return self

    @property
    def hash(self) -> str:
        """SHA-256 (hex) of the text; the record of a letter names it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


class RegimeNotice(Section):
    """The notice of a jurisdiction in every language, and where it stands what it has to say.

    ``as_of``: the day of the knowledge that it was written from.
    """

    name: Text
    version: Text
    as_of: date
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    texts: Mapping[Language, NoticeText]

    @field_validator("texts")
    @classmethod
    def _has_one_in_english(cls, texts: Mapping[Language, NoticeText]) -> Mapping[Language, NoticeText]:
        if "en" not in texts:
            raise ValueError(
                "there has to be one in English, for who is written to in a language without one"
            )
        return texts

    def text(self, language: Language) -> tuple[Language, NoticeText]:
        """The notice in a language, in English where it has none in that one."""
        shown: Language = language if language in self.texts else "en"
        return shown, self.texts[shown]


class DecliningPolicy(Section):
    """Days from a decision on, and the letter that it is told by.

    ``apply_again_days``: until one may apply again where reasons are told; ``apply_again_days_untold``: where
    none is, whatever the reason. ``notices``: by regime (in the file: the name of a folder beside it); no
    letter where there are none. ``countries``: the regime of each; all others have the one that ``otherwise``
    names.
    """

    appeal_days: Days = 30
    apply_again_days: Days = 30
    apply_again_days_untold: Days = 90
    notices: Mapping[Code, RegimeNotice] = {}
    countries: Mapping[CountryCode, Code] = {}
    otherwise: Code | None = None

    @model_validator(mode="after")
    def _has_a_notice_for_everybody(self) -> Self:
        named = {*self.countries.values(), *([self.otherwise] if self.otherwise else [])}
        if unknown := sorted(named - self.notices.keys()):
            raise ValueError(f"there is no notice of the regime {unknown[0]}")
        if self.notices and self.otherwise is None:
            raise ValueError("otherwise has to name the notice of all other countries")
        return self

    def regime(self, country: str | None) -> Code | None:
        """The regime whose notice a merchant of a country gets; None where there is no letter."""
        return self.countries.get(country or "", self.otherwise)
