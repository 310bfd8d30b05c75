"""The letter to a declined merchant, in words: from the policy's notice, the record, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from babel.dates import format_date

from cases.decision import Disclosure
from cases.languages import Language
from cases.policy import Policy
from cases.record import CaseRecord
from desk.sentences import reason_in_words
from desk.wordbook import wordbook

Paper = Literal["A4", "Letter"]


@dataclass(frozen=True)
class Part:
    """Some of the letter: under a heading or none, with or without points."""

    text: str
    heading: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeclineLetter:
    """Everything that stands in the letter, and what it was written from."""

    language: Language
    regime: str
    notice_version: str
    notice_hash: str
    paper: Paper
    at: datetime
    addressee: str
    day: str
    reference: str
    title: str
    parts: tuple[Part, ...]
    closing: str
    signature: str

    @property
    def text(self) -> str:
        """The letter as plain text."""
        parts = ("\n".join(filter(None, [part.heading, part.text, *_listed(part)])) for part in self.parts)
        head = f"{self.addressee}\n{self.day}\n{self.reference}"
        return "\n\n".join([head, self.title, *parts, self.closing, self.signature])


def decline_letter(
    record: CaseRecord, policy: Policy, disclosure: Disclosure, at: datetime
) -> DeclineLetter | None:
    """The letter about a decline of a moment that discloses this; None where the policy has no letters."""
    regime = regime_of(record, policy)
    if regime is None:
        return None
    notice = policy.declining.notices[regime]
    language, text = notice.text(record.language)
    days = {
        "appeal_by": day_in_words(disclosure.appeal_by, language, regime),
        "apply_again": day_in_words(disclosure.apply_again, language, regime),
    }
    reasons = tuple(reason_in_words(code, policy, language) for code in disclosure.reasons)
    why = Part(text.told, points=reasons) if reasons else Part(text.untold)
    sections = (Part(each.text, each.heading) for each in text.sections)
    words = wordbook(language)
    return DeclineLetter(
        language=language,
        regime=regime,
        notice_version=notice.version,
        notice_hash=text.hash,
        paper="Letter" if regime == "us" else "A4",
        at=at,
        addressee=record.application.merchant_name or "",
        day=day_in_words(at.date(), language, regime),
        reference=words("decline.reference", reference=reference_of(record)),
        title=text.title,
        parts=tuple(_filled(part, days) for part in (Part(text.opening), why, *sections)),
        closing=text.closing.format_map(days),
        signature=words("decline.signature"),
    )


def regime_of(record: CaseRecord, policy: Policy) -> str | None:
    """Whose notice a merchant gets, by the country of their address."""
    address = record.application.address
    return policy.declining.regime(address.country if address else None)


def reference_of(record: CaseRecord) -> str:
    """By which a merchant names the case in a letter or on the telephone."""
    return record.id.hex[:8].upper()


def day_in_words(day: date, language: Language, regime: str | None = None) -> str:
    """A day as it is written in a language; in English as in the regime's country."""
    locale = "en_US" if regime == "us" else "en_GB"
    return format_date(day, "long", locale=locale if language == "en" else language)


def _filled(part: Part, days: dict[str, str]) -> Part:
    return Part(part.text.format_map(days), part.heading, part.points)


def _listed(part: Part) -> list[str]:
    return [f"- {point}" for point in part.points]
